import { bundleApplication } from './bundle.ts';

/** `npm run build`: the application as it ships, under `dist/`. */
await bundleApplication();
