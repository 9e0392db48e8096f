import { numberFields } from '../handling/authority.ts';
import type { Json, JsonObject } from '../records/json.ts';
import { text } from '../records/text.ts';

/** A record that may have a number. */
export interface Numbered {
  readonly id: string;
  readonly kind: string;
  readonly body: JsonObject;
}

/** Records that have the same number where each has one of its own. */
export interface NumberTwice {
  readonly kind: string;
  readonly field: string;
  readonly number: string | number;
  /** By id. */
  readonly records: readonly string[];
  /** The lowest number behind all others of the same series: free to be given. */
  readonly next: string | number;
}

/**
 * Every number that is used twice: of meetings and papers in the whole network, of agenda items within their meeting.
 * Sorted by kind and number. Only the Secretariat's seat gives numbers (¶19), so only it can give another one.
 *
 * @param records without deleted ones
 * @param meetingOf which meeting a session is of
 */
export function numbersTwice(records: Iterable<Numbered>, meetingOf: (session: string) => string): NumberTwice[] {
  const series = new Map<string, Map<string, { number: string | number; records: string[] }>>();
  for (const { id, kind, body } of records) {
    for (const field of numberFields(kind)) {
      const number = numberOf(body[field]);
      if (number === undefined) continue;
      const within = kind === 'agendaItem' ? text(body.meeting) || meetingOf(text(body.session)) : '';
      const key = `${kind} ${field} ${within}`;
      const numbers = series.get(key) ?? new Map<string, { number: string | number; records: string[] }>();
      series.set(key, numbers);
      const known = numbers.get(`${number}`) ?? { number, records: [] };
      numbers.set(`${number}`, known);
      known.records.push(id);
    }
  }
  const found = [...series].flatMap(([key, numbers]) => {
    const [kind = '', field = ''] = key.split(' ');
    const all = [...numbers.values()];
    return all
      .filter((entry) => entry.records.length > 1)
      .map(({ number, records: same }): NumberTwice => {
        const used = all.map((entry) => entry.number);
        return { kind, field, number, records: same.toSorted(), next: nextNumber(number, used) };
      });
  });
  return found.sort((one, other) => order.compare(`${one.kind} ${one.number}`, `${other.kind} ${other.number}`));
}

const order = new Intl.Collator('en', { numeric: true });

function numberOf(value: Json | undefined): string | number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** `CB/8/4` is followed by the number behind the highest that begins with `CB/8/`; a symbol without a number by itself with `2`. */
function nextNumber(number: string | number, used: readonly (string | number)[]): string | number {
  if (typeof number === 'number') return Math.max(...used.map(Number).filter(Number.isSafeInteger)) + 1;
  const [, series = ''] = /^(.*?)\d*$/.exec(number) ?? [];
  const taken = used.flatMap((other) => {
    const rest = `${other}`.startsWith(series) ? `${other}`.slice(series.length) : '';
    return /^\d{1,9}$/.test(rest) ? [Number(rest)] : [];
  });
  return `${series}${Math.max(1, ...taken) + 1}`;
}
