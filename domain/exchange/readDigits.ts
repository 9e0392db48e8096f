/** A card's digits are read and compared in groups of five. */
export const GROUP = 5;

/** How one group of a card stands against what was read. */
export type GroupState = 'open' | 'same' | 'differs';

/** What the square on a card says: `AMBERDESK 12345 67890 …`. Capital letters and digits make the smallest squares. */
export function squareText(digits: string): string {
  return `AMBERDESK ${groupsIn(digits).join(' ')}`;
}

/** The groups of a card's digits, in their order. */
export function groupsIn(digits: string): readonly string[] {
  return digits.split(/\s+/).filter((group) => group !== '');
}

/**
 * Holds what somebody read, typed or scanned against a card's digits, group by group. Everything but digits is skipped,
 * so that pauses may be typed in any way and the square of a card may be scanned into it. A group that is not whole is
 * open, unless it cannot become the same any more. Digits beyond the last group make that one differ.
 */
export function compareDigits(read: string, digits: string): readonly GroupState[] {
  const typed = read.replaceAll(/\D/g, '');
  const groups = groupsIn(digits);
  const isTooLong = typed.length > groups.length * GROUP;
  return groups.map((group, index) => {
    const part = typed.slice(index * GROUP, (index + 1) * GROUP);
    if (isTooLong && index === groups.length - 1) return 'differs';
    if (part === group) return 'same';
    return group.startsWith(part) ? 'open' : 'differs';
  });
}
