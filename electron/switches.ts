/** No name resolves, no proxy is asked, nothing runs in the background, and Chromium keeps no cache on disk. */
export const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['no-proxy-server'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['disable-breakpad'],
  ['dns-prefetch-disable'],
  ['no-pings'],
  ['no-first-run'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['disable-http-cache'],
  ['disk-cache-size', '1'],
  ['disable-gpu-shader-disk-cache'],
];
