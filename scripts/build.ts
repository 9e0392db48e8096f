import { bundleApplication } from './bundle.ts';
import { bundleRenderer } from './bundleRenderer.ts';

/** `npm run build`: the application and the interface as they ship, under `dist/`; with `interface`, only that. */
if (process.argv[2] !== 'interface') await bundleApplication();
await bundleRenderer();
