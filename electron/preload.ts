import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import { pageBridge } from './pageBridge.ts';

const bridge = pageBridge(
  {
    invoke: (channel, ...sent) => ipcRenderer.invoke(channel, ...sent),
    listen(channel, listener) {
      // Electron's own event stays here: it carries the sender's ports and functions.
      const own = (_event: IpcRendererEvent, message: Parameters<typeof listener>[0]) => listener(message);
      ipcRenderer.on(channel, own);
      return () => ipcRenderer.off(channel, own);
    },
  },
  (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
);

contextBridge.exposeInMainWorld('amberdesk', bridge);
