import { acceptanceSuite } from '../contract/acceptance.ts';
import { aHost, httpTransport } from './aHost.ts';

acceptanceSuite('loopback HTTP', async () => {
  const host = await aHost();
  return { transport: await httpTransport(host), close: () => host.close() };
});
