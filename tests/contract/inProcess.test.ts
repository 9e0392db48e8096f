import { createCore } from '../../core/createCore.ts';
import { acceptanceSuite } from './acceptance.ts';

acceptanceSuite('the in-process transport', async () => {
  const core = createCore();
  return { transport: core, close: () => core.close() };
});
