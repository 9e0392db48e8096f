import { isEmptyField, keyOfTag } from '../../domain/forms/form.ts';
import type { ImportNote } from '../papers/importNotes.ts';
import { cleanParts } from '../papers/word/cleanWord.ts';

/** A form as a word processor left it. */
export interface WordForm {
  /** All of its text, line by line, with the marked lines in it. */
  readonly text: string;
  /** What stands in its fields, by their keys; those in which nothing was written are not there. */
  readonly fields: ReadonlyMap<string, string>;
  /** What was left out. */
  readonly notes: readonly ImportNote[];
}

/** What is no text of the document: what was struck out by a change, instructions of fields, a second copy of a box. */
const SKIPPED = new Set([
  'w:del',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'mc:Fallback',
  'w:sdtPr',
  'w:pPr',
  'w:rPr',
]);
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

interface OpenField {
  readonly depth: number;
  key: string | undefined;
  isEmpty: boolean;
  text: string;
}

/**
 * Reads the text and the fields of a Word file, whatever program wrote it last; what was changed and kept track of is read
 * as accepted. Throws as `cleanWord` does, and changes nothing.
 */
export function readWordForm(bytes: Uint8Array): WordForm {
  const { parts, notes } = cleanParts(bytes);
  const [, xml = ''] = [...parts].find(([name]) => name === 'word/document.xml') ?? [];
  const fields = new Map<string, string>();
  const open: OpenField[] = [];
  let text = '';
  let depth = 0;
  let skippedAt = Number.POSITIVE_INFINITY;
  let isText = false;
  const write = (words: string) => {
    const inside = open.at(-1);
    for (const field of open) field.text += words;
    if (inside?.isEmpty !== true) text += words;
  };
  for (const [piece] of xml.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!piece.startsWith('<')) {
      if (isText && depth < skippedAt) write(decoded(piece));
      continue;
    }
    const name = /^<\/?([\w:]+)/.exec(piece)?.[1] ?? '';
    const field = open.at(-1);
    if (field !== undefined) tell(field, name, piece);
    if (piece.startsWith('</')) {
      depth -= 1;
      if (depth <= skippedAt) skippedAt = Number.POSITIVE_INFINITY;
      if (name === 'w:t') isText = false;
      if (name === 'w:p' && depth < skippedAt) write('\n\n');
      if (name === 'w:sdt' && open.at(-1)?.depth === depth) close();
    } else if (piece.endsWith('/>')) {
      if (depth < skippedAt) write(BREAKS[name] ?? '');
    } else {
      if (name === 'w:sdt') open.push({ depth, key: undefined, isEmpty: false, text: '' });
      if (SKIPPED.has(name) && depth < skippedAt) skippedAt = depth;
      if (name === 'w:t') isText = true;
      depth += 1;
    }
  }
  return { text, fields, notes };

  function close(): void {
    const field = open.pop();
    if (field?.key === undefined || field.isEmpty) return;
    const said = field.text.trim();
    if (said !== '' && !isEmptyField(said) && !fields.has(field.key)) fields.set(field.key, said);
  }
}

const BREAKS: Readonly<Record<string, string>> = { 'w:br': '\n', 'w:cr': '\n', 'w:tab': '\t', 'w:p': '\n' };
/** What the properties of a field say of it. */
function tell(field: OpenField, name: string, piece: string): void {
  if (name === 'w:showingPlcHdr') field.isEmpty = !/w:val="(?:0|false|off)"/.test(piece);
  if (name === 'w:tag' && field.key === undefined) {
    field.key = keyOfTag(decoded(/w:val="([^"]{0,200})"/.exec(piece)?.[1] ?? ''));
  }
}

function decoded(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));/gi,
    (all, hex?: string, decimal?: string, name = '') => {
      if (hex === undefined && decimal === undefined) return ENTITIES[name] ?? all;
      const code = Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}
