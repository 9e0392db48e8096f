import { createCore } from '../helpers/builtCore.ts';
import { acceptanceSuite } from './acceptance.ts';

acceptanceSuite('the in-process transport', async () => {
  const core = createCore();
  return { transport: core, close: () => core.close() };
});
