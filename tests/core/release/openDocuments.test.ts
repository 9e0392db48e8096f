import { expect, it } from 'vitest';
import { printDocument } from '../../../core/documents/printDocument.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { printedWords } from '../../../domain/audit/usual.ts';
import { auditWords } from '../../../domain/audit/words.ts';
import { agendaSheet } from '../../../domain/documents/agendaSheet.ts';
import { paperSheet } from '../../../domain/documents/paperSheet.ts';
import { USUAL_PRINT } from '../../../domain/documents/printRequest.ts';
import { text } from '../../../domain/records/text.ts';
import type { OutsideAudience, ReleasedRecord } from '../../../domain/release/material.ts';
import { type Release, release, releasedOfKind } from '../../../domain/release/release.ts';
import { everythingIn } from '../../gate/everyForm.ts';
import { CANARY } from '../../helpers/canaries.ts';
import { BOARD, printSample, releaseFor, sampleId } from '../../helpers/printSample.ts';
import { readPdf, squeeze } from '../../helpers/readPdf.ts';
import { circumstancesFor, materialOf, vaultWithCanaries } from '../../helpers/vaultsWithCanaries.ts';

/** Fields that go and are not printed: some in no print, others only where they have a value of their list. */
const UNPRINTED: Readonly<Record<string, readonly string[]>> = {
  meeting: ['type', 'modality', 'number', 'zone'],
  session: ['buffer'],
  agendaItem: ['purpose', 'minutes'],
  paper: ['type', 'language', 'provenance'],
};
/** By what a record is named where another one is printed. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  network: ['name', 'shortName'],
  organisation: ['name', 'shortName'],
  person: ['name'],
  meeting: ['title'],
  paper: ['title', 'openNumber'],
};

type Open = Release<OutsideAudience>;

function canariesIn(value: unknown): Set<string> {
  return new Set(JSON.stringify(value).match(CANARY));
}

/** What a released record says in print. Of a file its name; the type of one is for programs. */
function saidOf({ kind, body }: ReleasedRecord): unknown {
  return Object.entries(body)
    .filter(([field]) => !UNPRINTED[kind]?.includes(field))
    .map(([field, value]) =>
      field === 'attachments'
        ? JSON.parse(JSON.stringify(value), (key, inner) => (key === 'mediaType' ? '' : inner))
        : value,
    );
}

/** What others may be called by that are named in it. */
function namesIn({ documents }: Open): Set<string> {
  return canariesIn(documents.map(({ kind, body }) => (NAMED[kind] ?? []).map((field) => body[field] ?? null)));
}

/** The open agenda and an open paper of a release, each with the records that it prints. */
function openDocumentsOf(made: Open) {
  const [meeting] = releasedOfKind(made, 'meeting');
  const [paper] = releasedOfKind(made, 'paper');
  if (meeting === undefined || paper === undefined) return [];
  const sessions = releasedOfKind(made, 'session').filter(({ body }) => body.meeting === meeting.id);
  const shown = new Set<string>(sessions.map(({ id }) => id));
  const items = releasedOfKind(made, 'agendaItem').filter(({ body }) => shown.has(text(body.session)));
  if (items.length < 2) return [];
  return [
    { document: { what: 'agenda', meeting: meeting.id }, printed: [meeting, ...sessions, ...items] } as const,
    { document: { what: 'paper', paper: paper.id }, printed: [paper] } as const,
  ];
}

it('the print of an open agenda and of an open paper holds what the gate promised and nothing else: as text, as metadata and in its streams', async () => {
  let looked = 0;
  for (let seed = 0; looked < 16; seed += 1) {
    const vault = vaultWithCanaries(seed);
    const audience = vault.audiences.find(({ kind }) => kind === 'community');
    if (audience?.kind !== 'community') continue;
    const { release: made } = release(materialOf(vault), audience, circumstancesFor(vault));
    for (const { document, printed } of openDocumentsOf(made)) {
      looked += 1;
      const says = `${document.what} of vault ${seed}`;
      const { pdf } = printDocument(unwatched, made, { document });
      const { text: words, furniture, metadata, title } = await readPdf(pdf);
      const promised = canariesIn(printed.map(saidOf));
      const names = namesIn(made);
      const shown = canariesSqueezed([words, ...furniture].join('\n'));
      expect([...promised.difference(shown)], `${says}: promised, and not there`).toEqual([]);
      expect([...shown.difference(promised).difference(names)], `${says}: there, and not promised`).toEqual([]);
      // What programs read of it is what it is called, with its symbol, and the day of the release.
      const called = canariesIn([printed[0]?.body.title, printed[0]?.body.symbol ?? '']);
      expect(canariesSqueezed(title), says).toEqual(called);
      expect([...canariesSqueezed(metadata).difference(called).difference(names)], says).toEqual([]);
      const days = new Set([...(metadata.match(/\d{4}-\d{2}-\d{2}/g) ?? []), made.at.slice(0, 10)]);
      expect([...days], says).toEqual([made.at.slice(0, 10)]);
      expect(metadata, says).not.toMatch(/<dc:creator|<pdf:Keywords/);
      // And no byte of it holds more, packed or not, in whatever form.
      const everything = await everythingIn(pdf, async (sealed) => sealed);
      expect([...everything.canaries.difference(shown)], says).toEqual([]);
      const ids = new Set(vault.records.flatMap(({ id }) => [String(id)]));
      expect([...everything.ids.intersection(ids)], says).toEqual([]);
    }
  }
});

function canariesSqueezed(words: string): Set<string> {
  return new Set([...squeeze(words).matchAll(/canary(\d{6})end/g)].map(([, number]) => `canary-${number}-end`));
}

it('in ordinary words, too: a print has those of its release, and the fixed ones of a print', async () => {
  const made = releaseFor(printSample(), BOARD).release;
  const documents = [
    [{ what: 'agenda', meeting: sampleId('meeting') }, agendaSheet(made, sampleId('meeting'), USUAL_PRINT)],
    [{ what: 'paper', paper: sampleId('paper CB/8/4') }, paperSheet(made, sampleId('paper CB/8/4'), USUAL_PRINT)],
  ] as const;
  const fixed = new Set(printedWords().flatMap(auditWords));
  for (const [document, sheet] of documents) {
    const { text: words, furniture } = await readPdf(printDocument(unwatched, made, { document }).pdf);
    const promised = new Set(auditWords(JSON.stringify(sheet).replace(/\\[a-z]/g, ' ')));
    // Letters that are set wide apart come one by one, and a word may be cut at the end of a line.
    const whole = squeeze([...promised, ...fixed].join(' ')).toLowerCase();
    const others = auditWords([words, ...furniture].join('\n'))
      .filter((word) => word.length > 1 && !/^\d+$/.test(word) && !promised.has(word) && !fixed.has(word))
      .filter((word) => !whole.includes(squeeze(word)));
    expect(others, document.what).toEqual([]);
  }
});
