import type { Bridge } from '../../contract/bridge.ts';
import { createElectronHost } from './electronHost.ts';
import type { Host } from './host.ts';
import { createLoopbackHost } from './loopbackHost.ts';

declare global {
  interface Window {
    /** Given by Electron's preload; not there in a browser. */
    readonly amberdesk?: Bridge;
  }
}

/** The host that this page has. */
export function pickHost(): Host {
  return window.amberdesk === undefined ? createLoopbackHost() : createElectronHost(window.amberdesk);
}
