/** A bundle at one addressee, as far as a reminder goes. */
export interface AtAddressee {
  readonly bundle: string;
  readonly installation: string;
  readonly purpose: string;
  readonly number: number;
  /** When it was sealed: minutes, UTC. */
  readonly created: string;
  /** The addressee said what it did with it. */
  readonly heard: boolean;
}

/** A bundle of which nothing was heard for too long. */
export interface Silence extends AtAddressee {
  readonly days: number;
  /** A later one to the same addressee was acknowledged: it probably got lost. */
  readonly missing: boolean;
}

const DAY = 24 * 60 * 60 * 1000;
/** Days within which a receipt is expected; a notice warns of what may happen within hours. */
export const PATIENCE = { usual: 7, notice: 1 } as const;
/** What is not answered by itself. */
const WITHOUT_ANSWER: readonly string[] = ['receipt'];

/**
 * For every addressee the latest bundle of which nothing was heard within a week, of a notice within a day, or that
 * seems to be lost. The longest silence first. `now` in milliseconds since 1970.
 */
export function silences(bundles: readonly AtAddressee[], now: number): Silence[] {
  const latest = new Map<string, number>();
  for (const { installation, number, heard } of bundles) {
    if (heard) latest.set(installation, Math.max(number, latest.get(installation) ?? 0));
  }
  const found = new Map<string, Silence>();
  for (const one of bundles) {
    if (one.heard || WITHOUT_ANSWER.includes(one.purpose)) continue;
    const days = Math.max(0, Math.floor((now - Date.parse(one.created)) / DAY));
    const missing = one.number < (latest.get(one.installation) ?? 0);
    const patience = one.purpose === 'notice' ? PATIENCE.notice : PATIENCE.usual;
    if (!missing && days < patience) continue;
    const known = found.get(one.installation);
    if (known === undefined || known.number < one.number) found.set(one.installation, { ...one, days, missing });
  }
  return [...found.values()].sort(
    (one, other) => other.days - one.days || (one.installation < other.installation ? -1 : 1),
  );
}
