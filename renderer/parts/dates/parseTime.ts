const TWENTY_FOUR = /^(\d{1,2})(?:\s*[:.h]\s*(\d{2})?|\s*(?:heures?|hours?))$/;
const TWELVE = /^(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.? ?m\.?$/;
const DIGITS = /^(\d{1,2})(\d{2})?$/;

/**
 * Reads a wall-clock time as people type it: `9:30`, `09.30`, `9h30`, `9h`, `0930`, `9`, `9:30 pm`. Gives `09:30`;
 * undefined when it is none.
 */
export function parseTime(typed: string): string | undefined {
  const text = typed.trim().toLowerCase();
  const twelve = TWELVE.exec(text);
  if (twelve) {
    const hour = Number(twelve[1]);
    if (hour < 1 || hour > 12) return undefined;
    return clock((hour % 12) + (twelve[3] === 'p' ? 12 : 0), Number(twelve[2] ?? 0));
  }
  if (text === 'midi' || text === 'noon') return '12:00';
  const plain = TWENTY_FOUR.exec(text) ?? DIGITS.exec(text);
  return plain === null ? undefined : clock(Number(plain[1]), Number(plain[2] ?? 0));
}

function clock(hour: number, minute: number): string | undefined {
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
