/**
 * `npm run soak:gate -- [--seed S] [--release N] [--exporters N] [--from-release N] [--from-exporters N] [--some]`: random
 * vaults through the gate, and through every exporter: all that can be made of each, or some of it, another part for each. It
 * says how far it is; what it said last is how it goes on.
 */
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { canaryDesks } from './canaryDesk.ts';
import { proveExporters, type Tally } from './proveExporters.ts';
import { proveRelease, seedOf } from './proveRelease.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    release: { type: 'string', default: '10000' },
    exporters: { type: 'string', default: '1000' },
    'from-release': { type: 'string', default: '0' },
    'from-exporters': { type: 'string', default: '0' },
    some: { type: 'boolean', default: false },
    report: { type: 'string' },
  },
});
const seed = values.seed ?? String(randomInt(2 ** 31));
const SAY_EVERY_MS = 20_000;
const say = (line: string): boolean => process.stdout.write(`${new Date().toISOString().slice(0, 19)}Z ${line}\n`);
const faults: string[] = [];
const tried: Record<'release' | 'exporters', number> = { release: 0, exporters: 0 };

/** Tries vaults one after the other. A fault is told and noted, and the next one is tried. */
async function tryAll(level: 'release' | 'exporters', prove: (one: number) => Promise<void> | void): Promise<void> {
  const [from, most] = [Number(values[`from-${level}`]), Number(values[level])];
  let said = Date.now();
  for (let number = from; number < most; number += 1) {
    try {
      await prove(seedOf(`${seed}/${level}`, number));
    } catch (error) {
      faults.push(`vault ${number} of ${level}: ${error instanceof Error ? error.message : String(error)}`);
      say(`FAULT ${faults.at(-1)}`);
    }
    tried[level] += 1;
    if (Date.now() - said < SAY_EVERY_MS && number + 1 < most) continue;
    said = Date.now();
    say(
      `${level}: ${number + 1} of ${most}, ${faults.length} faults; goes on with --seed ${seed} --from-${level} ${number + 1}`,
    );
  }
}

say(`Seed ${seed}.`);
const went = new Map<string, number>();
await tryAll('release', (one) => proveRelease(one, went));
const tally: Tally = new Map();
if (Number(values.exporters) > Number(values['from-exporters'])) {
  const root = mkdtempSync(join(tmpdir(), 'amberdesk-gate-'));
  const desks = await canaryDesks(root);
  try {
    await tryAll('exporters', (one) => proveExporters({ desks, seed: one, thorough: !values.some, tally }));
  } finally {
    desks.close();
    rmSync(root, { recursive: true, force: true });
  }
}
const outputs = [...tally.values()].reduce((sum, one) => sum + one.outputs, 0);
const shown = [...tally.values()].reduce((sum, one) => sum + one.shown, 0);
if (values.report !== undefined) {
  writeFileSync(
    values.report,
    JSON.stringify({
      seed,
      ...tried,
      outputs,
      shown,
      faults,
      went: Object.fromEntries(went),
      tally: Object.fromEntries(tally),
    }),
  );
}
for (const [what, count] of [...tally].sort())
  say(`${String(count.outputs).padStart(6)} ${what}, ${count.shown} canaries by right`);
say(
  `${tried.release} vaults through the gate, ${tried.exporters} through every exporter: ${outputs} outputs, ${faults.length} faults.`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
