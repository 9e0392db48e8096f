import { IMPORT_SENTENCES, type ImportNoteKind } from '../../domain/papers/importSentences.ts';

export type { ImportNoteKind };

/** Something that could not be kept as it was. `left` is source text that is no longer in the document, else empty. */
export interface ImportNote {
  /** Line of the file, from 1; none where a file has no lines. */
  line?: number;
  kind: ImportNoteKind;
  sentence: string;
  left: string;
}

/** A note of this kind at this line. */
export function importNote(kind: ImportNoteKind, line?: number, left = ''): ImportNote {
  return { ...(line !== undefined && { line }), kind, sentence: IMPORT_SENTENCES[kind].en, left };
}

/** One sentence for each kind of note, with the lines: "Underlining is not kept (lines 4, 9 and 31)." */
export function summariseNotes(notes: readonly ImportNote[]): string[] {
  const byKind = Map.groupBy(notes, (note) => note.kind);
  return [...byKind.entries()].map(([kind, same]) => {
    const lines = [...new Set(same.flatMap(({ line }) => (line === undefined ? [] : [line])))];
    if (lines.length === 0) return IMPORT_SENTENCES[kind].en;
    return `${IMPORT_SENTENCES[kind].en.slice(0, -1)} (${inWords(lines)}).`;
  });
}

function inWords(lines: readonly number[]): string {
  const shown = lines.slice(0, 5).map(String);
  const more = lines.length - shown.length;
  if (more > 0) return `lines ${shown.join(', ')} and ${more} more`;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? `line ${last}` : `lines ${shown.join(', ')} and ${last}`;
}
