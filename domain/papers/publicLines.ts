import type { Language } from '../records/fieldNames.ts';

/** A public line, as far as papers are held against it. */
export interface Line {
  readonly id: string;
  readonly subject: string;
  readonly text: Readonly<Record<Language, string>>;
  readonly status: string;
  /** The last day on which it holds; the empty string for no end. */
  readonly until: string;
}

/** What is to be said of a paper and a line: the line is not in it, or one is that no longer holds. */
export interface LineFinding {
  readonly finding: 'missing' | 'outdated';
  readonly line: Line;
}

/** Whether a line is the one to be said on a day. */
export function holds(line: Pick<Line, 'status' | 'until'>, today: string): boolean {
  return line.status === 'agreed' && (line.until === '' || line.until >= today);
}

/**
 * What a paper for an open session says against the agreed lines, in its language: for every subject that it names, the
 * line that holds must stand in it in its own words; and no line may that was superseded, has run out, or was never
 * agreed. A line without words in the language asks for nothing.
 */
export function lineFindings(plain: string, lines: readonly Line[], language: Language, today: string): LineFinding[] {
  const said = folded(plain);
  const isIn = (line: Line): boolean => {
    const words = folded(line.text[language]);
    return words !== '' && said.includes(words);
  };
  const current = lines.filter((line) => holds(line, today));
  return lines.flatMap((line): LineFinding[] => {
    if (holds(line, today)) {
      const isAsked = folded(line.text[language]) !== '' && names(plain, line.subject);
      return isAsked && !isIn(line) ? [{ finding: 'missing', line }] : [];
    }
    // The words of an older line may be those of the one that holds.
    const same = current.some((other) => folded(other.text[language]).includes(folded(line.text[language])));
    return isIn(line) && !same ? [{ finding: 'outdated', line }] : [];
  });
}

/** Whether a text names a subject, as whole words; `Karsenia / Karsénie` is named by either of its names. */
export function names(plain: string, subject: string): boolean {
  const said = ` ${folded(plain)} `;
  return subject
    .split('/')
    .map(folded)
    .some((name) => name !== '' && said.includes(` ${name} `));
}

/** Words alone: without case, signs and the form of spaces. */
function folded(words: string): string {
  return words
    .normalize('NFC')
    .toLocaleLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}
