import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ownCard } from '../../../core/exchange/cards.ts';
import { cardText } from '../../../core/exchange/signedCard.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { exportJournal } from '../../../core/journal/exportJournal.ts';
import { dumpRecords } from '../../../core/load/dumpRecords.ts';
import { saveAttachment } from '../../../core/papers/saveAttachment.ts';
import { addRevisions } from '../../../core/records/addRevisions.ts';
import { attachFile } from '../../../core/records/attachFile.ts';
import { deleteRecord } from '../../../core/records/editRecord.ts';
import { releaseFor } from '../../../core/release/releaseFor.ts';
import type { Session } from '../../../core/session.ts';
import { appendJournal } from '../../../core/vault/journal.ts';
import { printRecoverySheet } from '../../../core/vault/printRecoverySheet.ts';
import { objects, text } from '../../../domain/records/text.ts';
import { aPaper, linesOf } from '../../helpers/aSession.ts';
import { aClock, aFolder, aVault, codeOf } from '../../helpers/aVault.ts';
import { CANARY } from '../../helpers/canaries.ts';
import { readPdf } from '../../helpers/readPdf.ts';
import { everyCanary, vaultWithCanaries } from '../../helpers/vaultsWithCanaries.ts';

/** The first random vault of which this installation may read enough, and may not read enough. */
async function aVaultOfCanaries(seed = 20_270_311): ReturnType<typeof aVaultFrom> {
  const made = await aVaultFrom(seed);
  const read = made.all.filter((one) => made.own.has(one)).length;
  return Math.min(read, made.all.length - read) > 110 ? made : aVaultOfCanaries(seed + 1);
}

async function aVaultFrom(seed: number) {
  const surroundings = aClock();
  const { vault, recovery } = await aVault({ surroundings, holder: { role: 'secretariat' } });
  const session: Session = { vault, surroundings, announce() {} };
  const generated = vaultWithCanaries(seed);
  addRevisions(session, linesOf([...generated.histories.values()].flat()), 'generated');
  for (const { id } of generated.records) {
    appendJournal(vault, surroundings.now(), 'printed', { record: id, what: 'paper', audience: { kind: 'board' } });
  }
  const { documents } = releaseFor(session, { of: 'everything' }, { kind: 'self' }, 'documents').release;
  const own = new Set(JSON.stringify(documents).match(CANARY));
  return { session, recovery, all: everyCanary(generated), documents, own };
}

it('what the holder writes out for itself holds what the gate lets it read, and nothing that it does not', async () => {
  const { session, recovery, all, documents, own } = await aVaultOfCanaries();
  const folder = aFolder();
  const file = (name: string) => join(folder, name);
  const canariesIn = (content: string) => new Set(content.match(CANARY));
  expect(all.filter((one) => !own.has(one)).length).toBeGreaterThan(100);

  dumpRecords(unwatched, session, { file: file('dump.jsonl') });
  const dumped = canariesIn(readFileSync(file('dump.jsonl'), 'utf8'));
  expect(dumped.size).toBeGreaterThan(100);
  expect(dumped.difference(own)).toEqual(new Set());

  exportJournal(unwatched, session, { file: file('journal.txt'), form: 'sentences' });
  exportJournal(unwatched, session, { file: file('journal.jsonl'), form: 'lines' });
  const titles = new Set(documents.flatMap(({ title }) => title.match(CANARY) ?? []));
  const told = canariesIn(readFileSync(file('journal.txt'), 'utf8'));
  expect(told.size).toBeGreaterThan(10);
  expect(told.difference(titles)).toEqual(new Set());
  expect(canariesIn(readFileSync(file('journal.jsonl'), 'utf8'))).toEqual(new Set());

  expect(canariesIn(cardText(ownCard(session)))).toEqual(new Set());
  const order = { recovery, file: file('sheet.pdf'), language: 'en', paper: 'a4' } as const;
  await printRecoverySheet(unwatched, session, order);
  expect(canariesIn(JSON.stringify(await readPdf(readFileSync(order.file))))).toEqual(new Set());
});

it('a file of a record that the gate holds back is not saved', async () => {
  const { session } = await aVaultOfCanaries();
  const { id } = aPaper(session, {});
  const { body } = await attachFile(session, id, { name: 'radios.csv', mediaType: 'text/csv' }, Buffer.from('Osk,12'));
  const [entry] = objects(body.attachments);
  deleteRecord(session, id, 'withdrawn');
  const order = { record: id, attachment: text(entry?.id), file: join(aFolder(), 'radios.csv') };
  expect(await codeOf(() => saveAttachment(unwatched, session, order))).toBe('release.withheld');
  expect(existsSync(order.file)).toBe(false);
});
