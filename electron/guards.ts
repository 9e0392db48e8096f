import type { IpcMainInvokeEvent, Session, WebContents } from 'electron';
import { ORIGIN } from './appScheme.ts';

/** Kept in memory: a partition without `persist:` leaves nothing of the page on disk. */
export const PARTITION = 'amberdesk';

/**
 * Takes from a session everything the interface does not need: permissions, devices, the network, downloads, proxies,
 * the spell-checker (which would fetch dictionaries). Developer tools load from the application itself.
 */
export function guardSession(session: Session, development: boolean): void {
  const allowed = development ? ['app:', 'devtools:'] : ['app:'];
  session.webRequest.onBeforeRequest((details, answer) => {
    const protocol = URL.canParse(details.url) ? new URL(details.url).protocol : '';
    answer({ cancel: !allowed.includes(protocol) });
  });
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL(`${ORIGIN}/no-dictionaries/`);
  void session.setProxy({ mode: 'direct' });
}

/** Keeps a page where it was loaded: it opens no window, goes nowhere, embeds nothing. */
export function guardContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Whether a message comes from the interface itself: the main frame of one of these pages, at our origin. */
export function isOurPage({ sender, senderFrame }: IpcMainInvokeEvent, pages: readonly WebContents[]): boolean {
  return senderFrame !== null && senderFrame.origin === ORIGIN && senderFrame.parent === null && pages.includes(sender);
}
