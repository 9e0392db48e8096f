import { build } from 'electron-vite';
import { ROOT } from './run.ts';

/** Builds Electron's main process and preload into `dist/electron`, and the interface into `dist/renderer`. */
export async function bundleElectron(): Promise<void> {
  await build({ root: ROOT, logLevel: 'warn' });
}
