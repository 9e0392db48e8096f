/** A line of a calendar file: a property with its value. Values of these are text, and are escaped. */
export type CalendarLine = readonly [property: string, value: string];

/** Octets of a line without its end (RFC 5545, 3.1). */
const MOST = 75;

/** A text value (RFC 5545, 3.3.11): backslash, semicolon, comma and line ends are escaped; other control signs are left out. */
export function escapedText(value: string): string {
  return value
    .replaceAll(/\r\n?|\n|\u2028|\u2029/gu, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll('\n', '\\n');
}

/** A content line, folded so that no line is longer than 75 octets and no character is cut (RFC 5545, 3.1). */
export function foldedLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const length = octetsOf(character.codePointAt(0) ?? 0);
    if (octets + length > MOST) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += length;
  }
  return `${folded}\r\n`;
}

/** The lines of a calendar file as they were before folding. */
export function unfolded(file: string): string[] {
  return file.replaceAll(/\r?\n[ \t]/gu, '').split(/\r?\n/u);
}

/** A text value as it was before `escapedText`. */
export function unescapedText(value: string): string {
  return value.replaceAll(/\\([\\;,nN])/gu, (_all, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}

/** How many octets a character has in UTF-8. */
function octetsOf(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
