import { bundleApplication } from './bundle.ts';
import { bundleRenderer } from './bundleRenderer.ts';

/** `npm run build`: the application and the interface as they ship, under `dist/`. */
await bundleApplication();
await bundleRenderer();
