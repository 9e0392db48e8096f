import { rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printDocument } from '../../../core/documents/printDocument.ts';
import { joinNetwork } from '../../../core/exchange/checkManifest.ts';
import { sealBundle } from '../../../core/exchange/sealBundle.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import type { Session } from '../../../core/session.ts';
import type { CouldOpenThere } from '../../../domain/documents/couldOpenThere.ts';
import type { ExplanationReport } from '../../../domain/documents/explanationReport.ts';
import type { PrintedDocument } from '../../../domain/documents/printRequest.ts';
import { AmberdeskError, hasCode } from '../../../domain/errors.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { isOutside } from '../../../domain/release/material.ts';
import { type Release, release, releasedOfKind } from '../../../domain/release/release.ts';
import { aClock, aFolder, aVault, WORK_FACTOR } from '../../helpers/aVault.ts';
import { openByHand } from '../../helpers/openByHand.ts';
import { readPdf, squeeze } from '../../helpers/readPdf.ts';
import {
  type CanaryVault,
  circumstancesFor,
  everyCanary,
  materialOf,
  runs,
  seedsOfVaults,
  vaultWithCanaries,
} from '../../helpers/vaultsWithCanaries.ts';

const VAULTS = runs(50);
const PATIENCE = { timeout: 120_000 + 5000 * VAULTS };
const PASSPHRASE = 'five canaries in one cage';

/** The strings of the vault that the release does not hold. */
function withheldFrom(vault: CanaryVault, made: Release): string[] {
  const held = JSON.stringify([made.documents, made.fresh, made.revisions]);
  return everyCanary(vault).filter((text) => !held.includes(text));
}

/** Runs `work`; nothing to export is no fault. */
async function unlessNothing<T>(work: () => Promise<T> | T): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AmberdeskError && hasCode(error, 'release.withheld')) return undefined;
    throw error;
  }
}

async function aSender(): Promise<Session> {
  const surroundings = aClock();
  const { vault } = await aVault({ surroundings, holder: { role: 'secretariat' } });
  joinNetwork(vault, crypto.randomUUID());
  return { vault, surroundings, announce() {} };
}

/** What can be printed of a release, by what it is: another sort of print needs its line here. */
const PRINTS: Readonly<Record<PrintedDocument['what'], (made: Release, vault: CanaryVault) => PrintedDocument[]>> = {
  agenda: (made) => releasedOfKind(made, 'meeting').map(({ id }) => ({ what: 'agenda', meeting: id })),
  paper: (made) => releasedOfKind(made, 'paper').map(({ id }) => ({ what: 'paper', paper: id })),
  couldOpen: (made, vault) => (isOutside(made.kind) ? [] : [{ what: 'couldOpen', there: everythingIn(vault) }]),
  explanation: (made, vault) => (made.kind === 'self' ? [{ what: 'explanation', report: aReportOf(vault) }] : []),
};

/** As if an installation that is lost could have opened everything. */
function everythingIn({ records, holder, circle }: CanaryVault): CouldOpenThere {
  const [person = holder.person] = circle.persons.keys();
  const [organisation = holder.organisation] = circle.organisations.keys();
  return {
    person: RecordId.parse(person),
    organisation: RecordId.parse(organisation),
    digits: '0'.repeat(40),
    bundles: [],
    records: records.map(({ id: record }) => ({ record, bundles: 1, wrote: false, here: true })),
  };
}

/** As if all of it had been kept back from somebody in the vault. */
function aReportOf({ records, circle }: CanaryVault): ExplanationReport {
  return {
    output: { is: 'sealing', of: 'everything', records: 0 },
    audience: 'persons',
    parties: [...circle.persons.keys()].slice(0, 2).map((id) => RecordId.parse(id)),
    held: 1,
    records: records.map(({ id: record, kind, handling }) => ({
      record,
      kind,
      label: handling.label,
      goes: false,
      reasons: ['distribution', 'conflict'],
    })),
  };
}

/** Everything that can be printed of a release, as text without spaces. */
async function printedText(made: Release, vault: CanaryVault): Promise<string> {
  const texts: string[] = [];
  for (const document of Object.values(PRINTS).flatMap((prints) => prints(made, vault))) {
    const { pdf } = printDocument(unwatched, made, { document });
    texts.push(JSON.stringify(await readPdf(pdf)));
  }
  return squeeze(texts.join('\n'));
}

it('what is printed holds no string that its release does not hold', PATIENCE, async () => {
  let printed = 0;
  await fc.assert(
    fc.asyncProperty(seedsOfVaults(), fc.nat(7), async (seed, kind) => {
      const vault = vaultWithCanaries(seed);
      const audience = vault.audiences[kind];
      if (audience === undefined) return;
      const { release: made } = release(materialOf(vault), audience, circumstancesFor(vault));
      const text = await printedText(made, vault);
      printed += text === '' ? 0 : 1;
      expect(withheldFrom(vault, made).filter((canary) => text.includes(squeeze(canary)))).toEqual([]);
    }),
    { numRuns: VAULTS },
  );
  expect(printed).toBeGreaterThan(VAULTS / 10);
});

it('a sealed bundle, opened by hand, holds no string that its release does not hold', PATIENCE, async () => {
  const session = await aSender();
  const folder = aFolder();
  let sealed = 0;
  await fc.assert(
    fc.asyncProperty(seedsOfVaults(), fc.nat(7), async (seed, kind) => {
      const vault = vaultWithCanaries(seed);
      const audience: Audience | undefined = vault.audiences[kind];
      if (audience === undefined || audience.kind === 'self') return;
      const { release: made } = release(materialOf(vault), audience, circumstancesFor(vault));
      const file = join(folder, 'bundle.amber');
      const request = {
        release: made,
        addressees: [],
        passphrase: PASSPHRASE,
        purpose: 'dossier',
        file,
        workFactor: WORK_FACTOR,
      } as const;
      if ((await unlessNothing(() => sealBundle(unwatched, session, request))) === undefined) return;
      const files = await openByHand(file, PASSPHRASE);
      rmSync(file);
      sealed += 1;
      const withheld = withheldFrom(vault, made);
      for (const [name, content] of files) {
        expect(
          withheld.filter((canary) => name.includes(canary) || content.includes(canary)),
          name,
        ).toEqual([]);
      }
    }),
    { numRuns: VAULTS },
  );
  expect(sealed).toBeGreaterThan(VAULTS / 4);
});
