import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { ensureBuilt } from '../../../scripts/ensureBuilt.ts';
import { ROOT } from '../../../scripts/run.ts';
import { aFolder } from '../../helpers/aVault.ts';
import { largeBundle, type Shape } from './largeBundle.ts';

/** The core as it ships: beside sources, their translation would take most of the memory. */
const PROGRAM = join(ROOT, 'dist', 'app', 'createCore.js');
const CHILD = fileURLToPath(new URL('./children/receiveLarge.ts', import.meta.url));
const MIB = 1024 * 1024;
/** `npm run soak` has time for bundles as large as they may be. */
const FULL = process.env.AMBERDESK_FULL_SIZE === '1';
const SHAPES: Readonly<Partial<Record<Shape, number>>> = FULL
  ? { ordinary: 70, long: 127, history: 127, short: 22 }
  : { long: 16 };
/** What the whole process may take, whatever a bundle is made of. */
const MOST_MIB = 512;

const Step = z.object({ name: z.string(), memory: z.number(), wall: z.number(), processor: z.number() });

/** Opens a bundle, looks at it, declines it, accepts it and takes it back, in a process of its own. */
async function received(shape: Shape, mebibytes: number): Promise<z.infer<typeof Step>[]> {
  await ensureBuilt('application');
  const { folder, passphrase, file } = await largeBundle(aFolder(), shape, mebibytes * MIB);
  const child = spawn(process.execPath, [CHILD, PROGRAM, folder, passphrase, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const steps: z.infer<typeof Step>[] = [];
  for await (const line of createInterface({ input: child.stdout })) steps.push(Step.parse(JSON.parse(line)));
  if (FULL) process.stdout.write(`${shape}: ${JSON.stringify(steps)}\n`);
  return steps;
}

for (const [shape, mebibytes] of Object.entries(SHAPES)) {
  it(`receives ${shape} records in bounded memory`, async () => {
    const steps = await received(shape as Shape, mebibytes);
    expect(steps.at(-1)?.name).toBe('undo');
    for (const { name, memory } of steps) expect.soft(memory, name).toBeLessThan(MOST_MIB);
  });
}
