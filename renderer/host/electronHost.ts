import type { Bridge } from '../../contract/bridge.ts';
import type { Host } from './host.ts';

/** The host in Electron: calls write where the person chose, so there is nothing to bring there afterwards. */
export function createElectronHost(bridge: Bridge): Host {
  return {
    kind: 'electron',
    call: (name, input) => bridge.call(name, input),
    subscribe: (listener) => bridge.subscribe(listener),
    chooseFiles: (request) => bridge.chooseFiles(request),
    chooseFolder: () => bridge.chooseFolder(),
    dropped: async (files) => files.map((file) => ({ file: bridge.pathOf(file), name: file.name })),
    async saveAs(name) {
      const file = await bridge.chooseSaveFile(name);
      return file === undefined ? undefined : { file, finish: async () => {}, abandon: async () => {} };
    },
    openWindow: (address) => bridge.openWindow(address),
    opened: (listener) => bridge.opened(listener),
  };
}
