/** What a paper may lose or change on its way in. */
export type ImportNoteKind = keyof typeof SENTENCES;

/** Something that could not be kept as it was. `left` is source text that is no longer in the document, else empty. */
export interface ImportNote {
  /** Line of the file, from 1. */
  line: number;
  kind: ImportNoteKind;
  sentence: string;
  left: string;
}

const SENTENCES = {
  image: 'A picture was left out; its description stands in the text.',
  comment: 'A hidden comment was left out.',
  tag: 'Formatting in HTML was taken out; its text is kept.',
  html: 'A block of HTML was taken in without its tags; its text is kept.',
  script: 'A program or style sheet in HTML was taken in as code, to be read only.',
  underline: 'Underlining is not kept.',
  linkTitle: 'The hint of a link was left out.',
  link: 'A link that leads neither to the web nor to a mailbox was taken out; its text is kept.',
  linkTarget: 'The address of a link that the text does not use was left out.',
  linkTargetTwice: 'A second address of the same name was left out; the first one is used.',
  footnoteMissing: 'A footnote is called that the file does not have; its mark stands as text.',
  footnoteUnused: 'A footnote that the text does not call stands at the end of the text.',
  footnoteTwice: 'A second footnote of the same name stands at the end of the text; the first one is used.',
  footnoteAgain: 'A footnote is called a second time; the second mark stands as raised text.',
  footnoteInside: 'A footnote is called inside a footnote; the mark stands as raised text.',
  footnoteBlocks: 'A list, table or heading inside a footnote was taken in as lines.',
  codeNote: 'What stood behind the language of a code block was left out.',
  checkBox: 'A check box stands as text.',
  titleStyle: 'The title is kept without its formatting.',
  caption: 'The caption of a table is kept without its formatting.',
  mark: 'A handling mark of an older or unknown form was read as far as possible.',
  control: 'Control characters were taken out.',
  cell: 'A row of a table has more cells than the table has columns; the cells are kept.',
} as const;

/** A note of this kind at this line. */
export function importNote(kind: ImportNoteKind, line: number, left = ''): ImportNote {
  return { line, kind, sentence: SENTENCES[kind], left };
}

/** One sentence for each kind of note, with the lines: "Underlining is not kept (lines 4, 9 and 31)." */
export function summariseNotes(notes: readonly ImportNote[]): string[] {
  const byKind = Map.groupBy(notes, (note) => note.kind);
  return [...byKind.entries()].map(([kind, same]) => {
    const lines = [...new Set(same.map((note) => note.line))];
    return `${SENTENCES[kind].slice(0, -1)} (${inWords(lines)}).`;
  });
}

function inWords(lines: readonly number[]): string {
  const shown = lines.slice(0, 5).map(String);
  const more = lines.length - shown.length;
  if (more > 0) return `lines ${shown.join(', ')} and ${more} more`;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? `line ${last}` : `lines ${shown.join(', ')} and ${last}`;
}
