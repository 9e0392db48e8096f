import type { Label } from '../handling/handling.ts';
import { figureFiles } from '../papers/figures.ts';
import type { JsonObject } from '../records/json.ts';
import { objects, text } from '../records/text.ts';
import type { ReleasedAttachment } from '../release/material.ts';
import type { Release } from '../release/release.ts';
import { type AnnexFile, type AnnexFiles, annexPath } from './annexFiles.ts';
import { annexWords } from './annexWords.ts';
import type { PrintLanguage } from './printRequest.ts';
import { inOrder } from './releasedParts.ts';
import type { Inline, SheetAnnex, SheetBlock } from './sheets.ts';

/** What the annexes of one record are told by. */
export interface AnnexOptions {
  readonly language: PrintLanguage;
  /** The label of the record that they hang on. */
  readonly mark: Label;
  readonly files: AnnexFiles;
  /** Whether they are bound in, where they can be; else they are only listed. */
  readonly bind: boolean;
  /** The number of the first that is bound in; 1 unless told. */
  readonly first?: number;
}

/**
 * The attachments of a record of the release, in their order. What the gate did not let go is not among them. Annexes are
 * numbered through, without a gap for those that are only listed.
 */
export function annexesOf(release: Release, body: JsonObject, options: AnnexOptions): SheetAnnex[] {
  const words = annexWords(options.language);
  const mayGo = new Map(release.attachments.map((file) => [file.sha256, file]));
  // A picture that is drawn in the text does not stand after it once more.
  const drawn = figureFiles(body.body);
  let number = options.first ?? 1;
  return inOrder(objects(body.attachments)).flatMap((entry): SheetAnnex[] => {
    const sha256 = text(entry.sha256);
    const released = mayGo.get(sha256);
    if (released === undefined || text(entry.name) === '') return [];
    const file = options.files.get(sha256);
    const bound = options.bind && file !== undefined && file.pages > 0 && !drawn.has(sha256);
    const unbound = options.bind && file?.unbound !== undefined ? [words.unbound[file.unbound]] : [];
    const dropped = bound && file.dropped.length > 0 ? [words.dropped(file.dropped)] : [];
    return [
      {
        kind: file?.kind ?? 'other',
        name: text(entry.name),
        number: bound ? words.annex(number++) : '',
        mark: options.mark,
        pages: bound ? file.pages : 0,
        file: bound ? annexPath(sha256, file) : '',
        page: [...words.page],
        facts: factsOf(released, file, options.language),
        notes: [...unbound, ...dropped],
      },
    ];
  });
}

/** The path of the picture of a figure; empty where it did not go along, is no picture, or is no file of this record. */
export function picturePath(release: Release, body: JsonObject, files: AnnexFiles, sha256: string): string {
  const file = files.get(sha256);
  if (file?.kind !== 'image' || file.content.length === 0) return '';
  const isOwn = objects(body.attachments).some((entry) => entry.sha256 === sha256);
  const goes = release.attachments.some((one) => one.sha256 === sha256);
  return isOwn && goes ? annexPath(sha256, file) : '';
}

function factsOf(released: ReleasedAttachment, file: AnnexFile | undefined, language: PrintLanguage): string {
  const words = annexWords(language);
  const pages = file?.kind === 'pdf' && file.pages > 0 ? [words.pages(file.pages)] : [];
  return [...pages, words.size(released.size), shortDigest(released.sha256)].join(', ');
}

/** The first eight digits of a digest in two groups: enough to tell whether two people have the same file. */
export function shortDigest(sha256: string): string {
  return `${sha256.slice(0, 4)}\u00a0${sha256.slice(4, 8)}`;
}

const MARGIN = { mark: '', changed: false, direction: 'ltr' } as const;

/** The list of attachments under its heading: names, what each is, and what there is to say of it. Nothing for none. */
export function annexList(annexes: readonly SheetAnnex[], heading: string): SheetBlock[] {
  if (annexes.length === 0) return [];
  const words = (text: string, marks: ('bold' | 'italic')[] = []): Inline => ({ type: 'text', text, marks, href: '' });
  const paragraph = (body: Inline[]): SheetBlock => ({ type: 'paragraph', number: '', body, ...MARGIN });
  const items = annexes.map(({ number, name, facts, notes }) => [
    paragraph([...(number === '' ? [] : [words(`${number}. `, ['bold'])]), words(`${name} (${facts})`)]),
    ...notes.map((note) => paragraph([words(note, ['italic'])])),
  ]);
  return [
    { type: 'heading', level: 1, body: [words(heading)], ...MARGIN },
    { type: 'list', ordered: true, start: 1, items, ...MARGIN },
  ];
}
