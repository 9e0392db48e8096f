import { bundleApplication } from './bundle.ts';
import { bundleRenderer } from './bundleRenderer.ts';
import { ensureBuilt } from './ensureBuilt.ts';

/** `npm run build`: the application and the interface as they ship, under `dist/`; with `--stale`, what is not there yet. */
if (process.argv.includes('--stale')) {
  await ensureBuilt('application', 'renderer');
} else {
  await bundleApplication();
  await bundleRenderer();
}
