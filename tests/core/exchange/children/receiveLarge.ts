/**
 * Receives a bundle through the core, as a window does, in a process of its own whose memory can be told. Arguments: the
 * core as it ships, the vault's folder, its passphrase, the bundle. Writes one line of JSON for each step: its name, the highest resident memory
 * since the step before in MiB, and its milliseconds of the clock and of the processor.
 */
import { makeClient } from '../../../../contract/client.ts';
import { measuredStep } from '../../../helpers/measuredStep.ts';

const [program = '', folder = '', passphrase = '', file = ''] = process.argv.slice(2);
const { createCore }: typeof import('../../../../core/createCore.ts') = await import(program);
const core = createCore();
const client = makeClient(core);

const step = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  measuredStep(name, (told) => void process.stdout.write(`${JSON.stringify(told)}\n`), work);

await step('unlock', () => client.vault.unlock({ folder, passphrase }));
// Of an answer only this stays, as in a host, which passes it on.
const [bundle, record] = await step('open', async () => {
  const { bundle, lines } = await client.exchange.open({ file });
  return [bundle, lines[0]?.record] as const;
});
if (record === undefined) throw new Error('nothing inside');
await step('preview', async () => void (await client.exchange.preview({ bundle })));
await step('compare', () => client.exchange.compareStaged({ bundle, record }));
await step('decline', () => client.exchange.decline({ bundle }));
await step('accept', async () => void (await client.exchange.accept({ bundle })));
await step('preview accepted', async () => void (await client.exchange.preview({ bundle })));
await step('undo', () => client.exchange.undo({ bundle }));
await core.close();
