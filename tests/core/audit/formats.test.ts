import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { PrintOptions } from '../../../contract/documents/calls.ts';
import { auditBundle } from '../../../core/audit/auditBundle.ts';
import { auditRelease } from '../../../core/audit/auditRelease.ts';
import { PDF_WORDS } from '../../../core/audit/pdfWords.ts';
import { READERS } from '../../../core/audit/readers.ts';
import { saveList } from '../../../core/documents/listFor.ts';
import { printOrder } from '../../../core/documents/printOrder.ts';
import { usualInWord } from '../../../core/documents/word/usualInWord.ts';
import { wordForm } from '../../../core/documents/word/wordForm.ts';
import { wordOf } from '../../../core/documents/word/wordOf.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { recordsAsText } from '../../../core/release/copyText.ts';
import { EXPORTERS } from '../../../core/release/exporters.ts';
import { releaseFor } from '../../../core/release/releaseFor.ts';
import { printedWords } from '../../../domain/audit/usual.ts';
import { calendarOf } from '../../../domain/documents/calendar.ts';
import { CALENDAR_SYNTAX } from '../../../domain/documents/calendarWords.ts';
import { usualInText } from '../../../domain/documents/recordText.ts';
import { Manifest } from '../../../domain/exchange/manifest.ts';
import type { Mark } from '../../../domain/handling/handling.ts';
import { replyWordForm } from '../../../domain/replies/replyWordForm.ts';
import { aFolder, codeOf } from '../../helpers/aVault.ts';
import { fillWordForm } from '../../helpers/fillWordForm.ts';
import { aNetwork, aPaper, type Desk, SECRETARIAT, seal } from '../exchange/aNetwork.ts';
import { archive, type Entry, entriesOf } from '../exchange/forgery.ts';
import { WAYS_TO_PLANT } from './plantInPdf.ts';
import { WAYS_TO_PLANT_IN_WORD } from './plantInWord.ts';

const BOARD = { kind: 'board' } as const;
const TITLE = 'Quillabrandt itinerary';

/** An exporter of one format as it might be, and the ways in which it might leave words that it was not given. */
interface TestExporter {
  /** What it made. */
  readonly made: Buffer;
  readonly leaks: Readonly<Record<string, (made: Buffer, words: string) => Promise<Buffer> | Buffer>>;
  /** Reads it again, as the exporters of its format do. */
  audit(made: Buffer): unknown;
}

const FORM: Parameters<typeof replyWordForm>[0] = {
  ...{ exercise: '', reference: '', network: '', meeting: '', items: [] },
  language: 'en',
  label: 'TLP:GREEN',
};

async function testExporters(desk: Desk, to: Desk): Promise<Record<keyof typeof READERS, TestExporter>> {
  const { session } = desk;
  const paper = aPaper(desk, 'Registers');
  const { release } = releaseFor(session, { of: 'everything' }, BOARD, 'documents');
  const options = PrintOptions.parse({});
  const { pdf } = printOrder(unwatched, session, { document: { what: 'paper', paper }, audience: BOARD, options });
  const word = await wordOf(unwatched, release, { document: { what: 'paper', paper }, options });
  const form = await wordForm(replyWordForm(FORM), options, '2026-11-28');
  const { text } = recordsAsText(session, { records: [paper], audience: BOARD, language: 'en' }, false);
  const entries = await entriesOf((await seal(desk, [to])).file, to);
  const { release: sealed } = releaseFor(session, { of: 'everything' }, BOARD, 'revisions');
  const manifest = Manifest.parse(JSON.parse(String(entries.find(({ name }) => name === 'manifest.json')?.bytes)));
  const inEntry = (name: string, change: (bytes: Buffer, words: string) => Buffer) => (_made: Buffer, words: string) =>
    archive(
      entries.map((entry): Entry => (entry.name === name ? { ...entry, bytes: change(entry.bytes, words) } : entry)),
    );
  const meeting = createRecord(session, 'meeting', { title: 'Eighth', starts: '2027-03-11', zone: 'Europe/Lisbon' }).id;
  createRecord(session, 'session', { meeting, day: 1, starts: '09:00', ends: '12:30', access: 'closed' });
  const list = join(aFolder(), 'List.csv');
  saveList(unwatched, session, {
    list: { of: 'records', records: [paper] },
    columns: ['$title', 'status'],
    audience: BOARD,
    language: 'en',
    file: list,
  });
  const { release: planned } = releaseFor(session, { of: 'everything' }, BOARD, 'documents');
  const calendar = calendarOf(planned, { meeting, language: 'en', times: new Map() });
  return {
    ics: {
      made: Buffer.from(calendar),
      leaks: {
        'a value': (made, words) => Buffer.from(String(made).replace('SUMMARY:', `SUMMARY:${words} `)),
        'a folded value': (made, words) =>
          Buffer.from(String(made).replace('SUMMARY:', `SUMMARY:${words.slice(0, 9)}\r\n ${words.slice(9)}\\, `)),
        'a property of its own': (made, words) =>
          Buffer.from(String(made).replace('END:VEVENT', `X-NOTE;CN="${words}":1\r\nEND:VEVENT`)),
      },
      audit: (made) =>
        auditRelease(session, planned, {
          what: 'calendar',
          passages: READERS.ics(made),
          beside: [],
          usual: [...printedWords(), CALENDAR_SYNTAX, 'session closed Handling clock of'],
        }),
    },
    csv: {
      made: readFileSync(list),
      leaks: {
        'a cell': (made, words) => Buffer.from(String(made).replace('Registers', `Registers ${words}`)),
        'a cell over two lines': (made, words) =>
          Buffer.from(String(made).replace('Registers', `"Registers\n${words.replaceAll(' ', '\n')}"`)),
        'a row of its own': (made, words) => Buffer.concat([made, Buffer.from(`${words},,\r\n`)]),
        'over the columns': (made, words) => Buffer.from(String(made).replace('TLP:AMBER', `TLP:AMBER ${words}`)),
      },
      audit: (made) =>
        auditRelease(session, release, {
          what: 'csv',
          passages: READERS.csv(made),
          beside: [],
          usual: [...printedWords(), ...usualInText(release), 'Title', 'Status'],
        }),
    },
    bundle: {
      made: await archive(entries),
      leaks: {
        'a line': inEntry('records.jsonl.gz', (bytes, words) =>
          gzipSync(Buffer.concat([gunzipSync(bytes), Buffer.from(`${JSON.stringify({ note: words })}\n`)])),
        ),
        'the manifest': inEntry('manifest.json', (bytes, words) =>
          Buffer.from(JSON.stringify({ ...JSON.parse(String(bytes)), [words]: 1 })),
        ),
        'the letter': inEntry('README.txt', (bytes, words) => Buffer.concat([bytes, Buffer.from(words)])),
        'a name': (_made, words) => archive([...entries, { name: `reply/${words}.txt`, bytes: Buffer.from('') }]),
        'a file': (_made, words) => archive([...entries, { name: 'reply/form.txt', bytes: Buffer.from(words) }]),
        'a form for a word processor': async (_made, words) => {
          const bytes = fillWordForm(form, { '3': words });
          return archive([...entries, { name: 'reply/REPLY.docx', bytes }]);
        },
        'behind the end': (made, words) => Buffer.concat([made, Buffer.from(words)]),
      },
      audit: (made) =>
        auditBundle(
          session,
          sealed,
          (async function* () {
            yield { frame: made };
          })(),
          manifest,
        ),
    },
    pdf: {
      made: pdf,
      leaks: WAYS_TO_PLANT,
      audit: (made) =>
        auditRelease(session, release, {
          what: 'paper',
          passages: READERS.pdf(made),
          beside: [],
          usual: [...printedWords(), ...PDF_WORDS],
        }),
    },
    docx: {
      made: word.bytes,
      leaks: WAYS_TO_PLANT_IN_WORD,
      audit: async (made) =>
        auditRelease(session, release, {
          what: 'paper',
          passages: READERS.docx(made),
          beside: [],
          usual: [...printedWords(), ...(await usualInWord())],
        }),
    },
    text: {
      made: Buffer.from(text),
      leaks: {
        'a line': (made, words) => Buffer.concat([made, Buffer.from(`\n${words}\n`)]),
        'within a line': (made, words) => Buffer.from(String(made).replace('On ', `On (${words}) `)),
        'other letters': (made, words) =>
          Buffer.concat([made, Buffer.from(` ${words.toUpperCase().replaceAll(' ', '\u00a0')}`)]),
      },
      audit: (made) =>
        auditRelease(session, release, {
          what: 'text',
          passages: READERS.text(made),
          beside: [],
          usual: [...printedWords(), ...usualInText(release)],
        }),
    },
  };
}

it('in each format a leak that an exporter leaves is found, wherever it can leave one, and nothing where it leaves none', async () => {
  const { secretariat, tavania } = await aNetwork();
  const mark: Mark = {
    label: 'TLP:AMBER+STRICT',
    distribution: { to: 'named', organisations: [SECRETARIAT], persons: [] },
  };
  aPaper(secretariat, TITLE, {}, mark);
  for (const [format, { made, leaks, audit }] of Object.entries(await testExporters(secretariat, tavania))) {
    expect(await codeOf(() => audit(made)), format).toBeUndefined();
    for (const [way, leak] of Object.entries(leaks)) {
      expect(await codeOf(async () => audit(await leak(made, TITLE))), `${format}: ${way}`).toBe('release.audit');
    }
  }
});

it('no exporter takes a release in a format that nobody reads again', () => {
  const gated = Object.entries(EXPORTERS).filter(([, { gate }]) => gate === 'release');
  const unread = gated.filter(([, { format }]) => !Object.hasOwn(READERS, format)).map(([name]) => name);
  expect(unread, 'give core/audit/readers.ts a reader of its format, and plant leaks in it here').toEqual([]);
  const formats = new Set<string>(gated.map(([, { format }]) => format));
  expect(Object.keys(READERS).filter((format) => !formats.has(format))).toEqual([]);
});
