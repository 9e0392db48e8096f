import type { AnnexFiles } from '../../domain/documents/annexFiles.ts';
import type { PrintedFor, PrintLanguage, PrintOptions } from '../../domain/documents/printRequest.ts';
import { networkOf, strictest } from '../../domain/documents/releasedParts.ts';
import { wordsFor } from '../../domain/documents/words.ts';
import type { PlanNews } from '../../domain/exchange/manifest.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { count, text } from '../../domain/records/text.ts';
import type { OutsideAudience } from '../../domain/release/material.ts';
import { type Release, releasedOfKind, releasedRecord } from '../../domain/release/release.ts';
import { replyForm } from '../../domain/replies/replyForm.ts';
import { replyWordForm } from '../../domain/replies/replyWordForm.ts';
import { replyWords } from '../../domain/replies/words.ts';
import { printDocument } from '../documents/printDocument.ts';
import type { Work } from '../jobs/work.ts';

/** What a bundle has for whoever reads it without the application. */
export interface Readable {
  /** The first is that of papers in another language, too. */
  readonly languages: readonly PrintLanguage[];
  readonly paper: PrintOptions['paper'];
}

export interface ReadableFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What the copies and forms of a bundle need beside its release. */
interface Beside {
  /** Its id in the release. */
  readonly meeting: RecordId | undefined;
  readonly reference: string;
  /** What is another in the plan than its reader was told. */
  readonly news: readonly PlanNews[];
  /** When items begin, for a guest's agenda. */
  readonly startsAt?: PrintOptions['startsAt'];
  /** The pictures of the figures of its papers. */
  readonly files: AnnexFiles;
}

/** The readable files of a bundle: for `print/` and for `reply/`. */
export interface ReadableFiles {
  readonly copies: readonly ReadableFile[];
  readonly replies: readonly ReadableFile[];
}

/**
 * The agenda, the papers and what its reader is asked for of a release as PDF, and the form on which its reader answers, where the meeting is in it.
 * With it what changed since the last, in words. Throws what `printDocument` throws.
 */
export async function readableCopies(
  work: Work,
  release: Release<OutsideAudience>,
  { languages, paper }: Readable,
  { meeting, reference, news, startsAt, files }: Beside,
): Promise<ReadableFiles> {
  const isThere = meeting !== undefined && releasedRecord(release, meeting)?.kind === 'meeting';
  const copies: ReadableFile[] = [];
  const print = (name: string, language: PrintLanguage, document: PrintedFor<OutsideAudience>) => {
    const { pdf } = printDocument(work, release, {
      document,
      options: { language, paper, blackAndWhite: false, startsAt },
      files,
    });
    copies.push({ name, bytes: pdf });
    work.check();
  };
  const [first = 'en'] = languages;
  if (isThere) {
    for (const language of languages) {
      print(languages.length > 1 ? `agenda-${language}.pdf` : 'agenda.pdf', language, { what: 'agenda', meeting });
    }
  }
  for (const [name, { id, body }] of named(releasedOfKind(release, 'paper'))) {
    print(name, languages.find((one) => one === body.language) ?? first, { what: 'paper', paper: id });
  }
  // Of what is asked only those learn who are asked: for all others it is not in the release.
  const asked = releasedOfKind(release, 'paper').filter(
    ({ body }) => text(body.request) !== '' || text(body.due) !== '',
  );
  for (const [at, { id, body }] of asked.entries()) {
    const language = languages.find((one) => one === body.language) ?? first;
    print(`request-${at + 1}.pdf`, language, { what: 'commission', paper: id });
  }
  const replies: ReadableFile[] = [];
  for (const language of isThere ? languages : []) {
    replies.push(...(await formsIn(release, meeting, { language, paper, reference })));
    work.check();
  }
  return { copies, replies: news.length === 0 ? replies : [...replies, whatIsNew(release, languages, news)] };
}

/** What changed in the plan, as a text in these languages. */
function whatIsNew(release: Release, languages: readonly PrintLanguage[], news: readonly PlanNews[]): ReadableFile {
  const label = strictest(
    ['meeting', 'agendaItem'].flatMap((kind) => releasedOfKind(release, kind).map((one) => one.label)),
  );
  const said = languages.map((language) =>
    [label, replyWords(language).changes, '', ...news.map((one) => `- ${one[language]}`), ''].join('\r\n'),
  );
  return { name: 'what-is-new.txt', bytes: Buffer.from(said.join('\r\n'), 'utf8') };
}

/** Papers by the names of their files: their open numbers, else a number of their own, which no two have. */
function named<T extends { readonly body: { readonly [field: string]: unknown } }>(
  papers: readonly T[],
): Map<string, T> {
  const names = new Map<string, T>();
  let last = 0;
  for (const one of papers) {
    const number = typeof one.body.openNumber === 'string' ? one.body.openNumber : '';
    let name = `${number
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)}.pdf`;
    while (name === '.pdf' || name.startsWith('agenda') || name.startsWith('request-') || names.has(name)) {
      last += 1;
      name = `paper-${last}.pdf`;
    }
    names.set(name, one);
  }
  return names;
}

interface FormOptions {
  readonly language: PrintLanguage;
  readonly paper: PrintOptions['paper'];
  readonly reference: string;
}

/** The form as plain text, and for a word processor. */
async function formsIn(
  release: Release,
  meeting: RecordId | undefined,
  { language, paper, reference }: FormOptions,
): Promise<ReadableFile[]> {
  const items = releasedOfKind(release, 'agendaItem')
    .filter(({ body }) => body.meeting === meeting && body.type !== 'break')
    .map(({ label, body }) => ({ label, number: text(body.openNumber), title: text(body.title) }))
    .sort((one, other) => numberIn(one.number) - numberIn(other.number));
  const held = meeting === undefined ? undefined : releasedRecord(release, meeting);
  const network = networkOf(release, wordsFor(language));
  const parts = {
    ...{ language, reference, items, network: network.name, meeting: held?.title ?? '' },
    label: strictest([...(held === undefined ? [] : [held.label]), ...items.map(({ label }) => label)]),
  };
  const { file, wordFile } = replyWords(language);
  // Only once a form is made: what writes Word files is large.
  const { wordForm } = await import('../documents/word/wordForm.ts');
  const inWord = replyWordForm({ ...parts, exercise: network.exercise });
  return [
    { name: file, bytes: Buffer.from(replyForm(parts), 'utf8') },
    { name: wordFile, bytes: await wordForm(inWord, { paper }, release.at.slice(0, 10)) },
  ];
}

const numberIn = (number: string): number => count(Number(/\d+/.exec(number)?.[0] ?? Number.MAX_SAFE_INTEGER));
