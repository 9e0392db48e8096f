import { and, eq } from 'drizzle-orm';
import { AmberdeskError } from '../../domain/errors.ts';
import { PLACE_LIMITS, Requests } from '../../domain/exchange/receipts.ts';
import { request } from '../../drizzle/schema.ts';
import { missingNumbers } from '../exchange/places.ts';
import { findRevision } from '../records/rows.ts';
import type { Session } from '../session.ts';
import { readRetiredInstallations } from '../vault/installation.ts';
import { appendJournal } from '../vault/journal.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';

export interface AskedRow {
  readonly carrier: string;
  readonly counterpart: string;
  readonly at: string;
  readonly asks: Requests;
  readonly state: 'open' | 'answered' | 'dismissed';
  readonly answer: string | null;
}

/** What there is reason to ask of one installation. */
export interface ToAsk {
  readonly installation: string;
  readonly restored: boolean;
  readonly numbers: readonly number[];
  readonly parents: readonly string[];
  /** When it was last asked. */
  readonly asked?: string;
}

const statementsOf = preparedOnce((sqlite) => ({
  senders: sqlite
    .prepare<[], string>("SELECT DISTINCT sender FROM bundle WHERE direction = 'in' ORDER BY sender")
    .pluck(),
  unknown: sqlite
    .prepare<[string], string>(
      "SELECT applied FROM bundle WHERE direction = 'in' AND sender = ? AND applied IS NOT NULL AND state <> 'recalled'",
    )
    .pluck(),
  applied: sqlite
    .prepare<[string], string>("SELECT applied FROM bundle WHERE id = ? AND direction = 'in' AND applied IS NOT NULL")
    .pluck(),
  purged: sqlite.prepare<[string], number>('SELECT 1 FROM purged_revision WHERE id = ?').pluck(),
  askedBefore: sqlite.prepare<[string, string], { at: string; asks: string }>(
    `SELECT request.at, request.asks FROM request JOIN bundle ON bundle.id = request.carrier
     WHERE request.direction = 'out' AND counterpart = ? AND bundle.sender = ? ORDER BY number`,
  ),
  answered: sqlite.prepare<[string, string]>(
    "UPDATE request SET state = 'answered', answer = ? WHERE direction = 'in' AND counterpart = ? AND state = 'open'",
  ),
}));

/** What others asked for, the open ones first, the latest first. */
export function readAsked({ orm }: Vault): AskedRow[] {
  const rows = orm.select().from(request).where(eq(request.direction, 'in')).all();
  const order = (row: { state: string; at: string }) => `${row.state === 'open' ? 1 : 0}${row.at}`;
  return rows
    .map((row) => ({ ...row, asks: Requests.parse(row.asks) }))
    .sort((one, other) => (order(one) < order(other) ? 1 : -1));
}

/** Notes that a bundle answers what this installation asked for. Part of the caller's transaction. */
export function answer({ sqlite }: Vault, installation: string, bundle: string): void {
  statementsOf(sqlite).answered.run(bundle, installation);
}

/** A request is not going to be answered. Throws `bundle.missing` when there is no open one in this bundle. */
export function dismissRequest(
  { vault, surroundings, announce }: Session,
  carrier: string,
  installation: string,
): void {
  const one = and(eq(request.carrier, carrier), eq(request.counterpart, installation), eq(request.state, 'open'));
  vault.sqlite
    .transaction(() => {
      const { changes } = vault.orm.update(request).set({ state: 'dismissed' }).where(one).run();
      if (changes === 0) throw new AmberdeskError('bundle.missing', { bundle: carrier });
      appendJournal(vault, surroundings.now(), 'request.dismissed', { bundle: carrier, installation });
    })
    .immediate();
  announce({ event: 'bundlesChanged' });
}

/**
 * What there is reason to ask for, sender by sender: bundles that did not arrive; ancestors that are not here and were
 * not asked for yet (those that the sender may not hand on are not asked for again and again); everything, of those who
 * had sent something before this vault was restored from a backup.
 */
export function readToAsk(vault: Vault): ToAsk[] {
  const { senders, askedBefore } = statementsOf(vault.sqlite);
  const wasRestored = readRetiredInstallations(vault).length > 0;
  return senders.all().flatMap((installation) => {
    const before = askedBefore.all(installation, vault.installation.id);
    const asks = before.map((row) => Requests.parse(JSON.parse(row.asks)));
    const restored = wasRestored && !asks.some(({ everything }) => everything === true);
    const numbers = missingNumbers(vault, installation, PLACE_LIMITS.numbers);
    const known = new Set<string>(asks.flatMap(({ parents }) => parents ?? []));
    const parents = unknownAncestors(vault, installation).filter((id) => !known.has(id));
    if (!restored && numbers.length === 0 && parents.length === 0) return [];
    const asked = before.at(-1)?.at;
    return [{ installation, restored, numbers, parents, ...(asked === undefined ? {} : { asked }) }];
  });
}

/** Ancestors named by what this sender's bundles hold that were not here when those came, and are not now. */
function unknownAncestors(vault: Vault, sender: string): string[] {
  const { unknown, purged } = statementsOf(vault.sqlite);
  const named = new Set(unknown.all(sender).flatMap((applied) => unknownIn(JSON.parse(applied))));
  const gone = (id: string) => findRevision(vault, id) === undefined && purged.get(id) === undefined;
  return [...named].filter(gone).slice(0, PLACE_LIMITS.parents);
}

/** How many ancestors of what a received bundle holds are still not here. */
export function unknownAncestorsIn(vault: Vault, bundle: string): number {
  const { applied, purged } = statementsOf(vault.sqlite);
  const named = unknownIn(JSON.parse(applied.get(bundle) ?? 'null'));
  return named.filter((id) => findRevision(vault, id) === undefined && purged.get(id) === undefined).length;
}

/** What is kept with a received bundle of its unknown ancestors. */
function unknownIn(applied: unknown): string[] {
  if (typeof applied !== 'object' || applied === null || !('unknownParents' in applied)) return [];
  const { unknownParents } = applied;
  return Array.isArray(unknownParents) ? unknownParents.filter((id) => typeof id === 'string') : [];
}
