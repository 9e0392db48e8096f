import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { EXPORTERS } from '../../../core/release/exporters.ts';
import { type CanaryDesks, canaryDesks } from '../../gate/canaryDesk.ts';
import { canariesAt, PLACES } from '../../gate/places.ts';
import { madeIn, proveExporters, type Tally } from '../../gate/proveExporters.ts';
import { seedOf } from '../../gate/proveRelease.ts';
import { WAYS } from '../../gate/ways.ts';

/** Through every exporter; `npm run soak` takes a thousand, and makes everything that can be made of each. */
const VAULTS = 50;
const ROW = process.env.AMBERDESK_SEED ?? '20270311';
const seed = (number: number): number => seedOf(`${ROW}/exporters`, number);

async function desksForTest(): Promise<CanaryDesks> {
  const root = mkdtempSync(join(tmpdir(), 'amberdesk-gate-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const desks = await canaryDesks(root);
  onTestFinished(() => desks.close());
  return desks;
}

/** The ways out by which nothing was made yet. */
function waysWithout(made: ReturnType<typeof madeIn>): typeof WAYS {
  const lacking = Object.entries(WAYS).map(([exporter, ways]) => [
    exporter,
    Object.fromEntries(Object.entries(ways).filter(([way]) => (made.get(`${exporter} ${way}`)?.size ?? 0) === 0)),
  ]);
  return Object.fromEntries(lacking.filter(([, ways = {}]) => Object.keys(ways).length > 0));
}

const EVERYBODY = ['board', 'community', 'group', 'guest', 'organisation', 'persons', 'public', 'self'];

it(`${VAULTS} vaults of the row ${ROW}: nothing that leaves them holds anything that its release does not, whatever it is and for whomever`, async () => {
  const desks = await desksForTest();
  const tally: Tally = new Map();
  for (let number = 0; number < VAULTS; number += 1) {
    await proveExporters({ desks, seed: seed(number), thorough: false, tally });
  }
  // What these vaults seldom allow is made wherever it can be, until each way was taken.
  for (let number = 0; number < VAULTS; number += 1) {
    const ways = waysWithout(madeIn(tally));
    if (Object.keys(ways).length === 0) break;
    await proveExporters({ desks, seed: seed(number), thorough: true, tally, ways });
  }
  const made = madeIn(tally);
  const kindsOf = (exporter: string) => [...(made.get(exporter) ?? [])].sort();
  for (const exporter of ['bundle', 'print']) expect(kindsOf(exporter)).toEqual(EVERYBODY);
  expect(kindsOf('bundle under a passphrase')).toEqual(EVERYBODY.filter((kind) => kind !== 'self'));
  for (const [exporter, ways] of Object.entries(WAYS)) {
    for (const way of Object.keys(ways)) expect(kindsOf(`${exporter} ${way}`), `${exporter} ${way}`).not.toEqual([]);
  }
});

it('every way out through the gate is made in these vaults: a new one has a line in tests/gate/ways.ts', () => {
  const gated = Object.entries(EXPORTERS).filter(([, { gate }]) => gate === 'release' || gate === 'self');
  const without = gated.map(([name]) => name).filter((name) => Object.keys(WAYS[name] ?? {}).length === 0);
  expect(without).toEqual([]);
  const unknown = Object.keys(WAYS).filter((name) => name !== 'explanation' && EXPORTERS[name] === undefined);
  expect(unknown).toEqual([]);
});

it('an output that holds more than its release is found: a word, a file, an id', async () => {
  const desks = await desksForTest();
  const leaking = (leak: (desk: Awaited<ReturnType<CanaryDesks['desk']>>) => Buffer) =>
    proveExporters({
      desks,
      seed: seed(0),
      thorough: true,
      tally: new Map(),
      ways: {
        test: {
          leak: async function* ({ desk }) {
            yield { files: [gzipSync(leak(desk))], may: { canaries: new Set(), ids: new Set() } };
          },
        },
      },
    });
  const first = (text: string | undefined): Buffer => Buffer.from(text ?? '');
  await expect(leaking(({ generated }) => first(generated.canaries[0]?.text))).rejects.toThrow(/it holds canary-/);
  await expect(leaking(({ generated }) => [...generated.files.values()][0] ?? first(''))).rejects.toThrow(
    /it holds canary-/,
  );
  await expect(leaking(({ generated }) => first(generated.records[3]?.id))).rejects.toThrow(/it holds /);
  await expect(leaking(({ generated }) => first([...generated.files.keys()][0]))).rejects.toThrow(/it holds /);
  await expect(leaking(() => first('nothing'))).resolves.toBeUndefined();
});

it('everywhere in these vaults that something may lie, a canary does', async () => {
  const desks = await desksForTest();
  const empty = new Set(Object.keys(PLACES));
  for (let number = 0; number < VAULTS && empty.size > 0; number += 1) {
    const desk = await desks.desk(seed(number));
    for (const place of empty) if ((await canariesAt(desk, place)).size > 0) empty.delete(place);
    desk.close();
  }
  expect([...empty]).toEqual([]);
});
