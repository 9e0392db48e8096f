import { PLACE_LIMITS, Receipt, type ReceiptState, saysOther } from '../../domain/exchange/receipts.ts';
import { allMoments, type Moments } from '../exchange/bundleMoments.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';

/** A bundle that was received, as far as a receipt for it goes. */
interface Received {
  readonly id: string;
  readonly digest: string;
  readonly sender: string;
  readonly purpose: string;
  readonly state: string;
}

const statementsOf = preparedOnce((sqlite) => ({
  senders: sqlite
    .prepare<[], string>("SELECT DISTINCT sender FROM bundle WHERE direction = 'in' ORDER BY sender")
    .pluck(),
  received: sqlite.prepare<[string], Received>(
    `SELECT id, digest, bundle.sender AS sender, purpose, state FROM bundle
     JOIN bundle_place ON bundle_place.bundle = bundle.id
     WHERE direction = 'in' AND bundle.sender = ? ORDER BY bundle_place.number DESC`,
  ),
  counts: sqlite.prepare<[string], { state: string; count: number }>(
    'SELECT state, COUNT(*) AS count FROM staged_revision WHERE bundle = ? GROUP BY state',
  ),
  left: sqlite
    .prepare<[string, number], string>(
      "SELECT revision FROM staged_revision WHERE bundle = ? AND state <> 'accepted' ORDER BY revision LIMIT ?",
    )
    .pluck(),
  kept: sqlite.prepare<[string], { builtUpon: string }>('SELECT built_upon AS builtUpon FROM recall WHERE bundle = ?'),
  said: sqlite.prepare<[string, string], { receipt: string; carrier: string }>(
    "SELECT receipt, carrier FROM receipt WHERE direction = 'out' AND bundle = ? AND counterpart = ?",
  ),
  heard: sqlite
    .prepare<[string, string], number>(
      "SELECT 1 FROM receipt WHERE direction = 'in' AND bundle = ? AND counterpart = ?",
    )
    .pluck(),
}));

/** Bundles that only say something. That they arrived is told with other receipts, and by itself never. */
const WITHOUT_ANSWER = 'receipt';

/** What is to be said to one sender. */
export interface Owed {
  readonly receipts: readonly Receipt[];
  /** How many of them tell something new, so that they are worth a bundle of their own. */
  readonly due: number;
}

/**
 * The receipts that the next bundle to this installation carries: what became of its bundles that it was not told, and
 * what it was told in a bundle of which nothing was heard since, in case that one was lost. The newest first, as many
 * as a place can carry; the rest goes with the bundle after.
 */
export function receiptsFor(vault: Vault, installation: string, moments = allMoments(vault)): Owed {
  const { received, said, heard } = statementsOf(vault.sqlite);
  const receipts: Receipt[] = [];
  let room: number = PLACE_LIMITS.lacks;
  let due = 0;
  for (const bundle of received.all(installation)) {
    if (receipts.length === PLACE_LIMITS.receipts) break;
    const now = receiptOf(vault, bundle, room, moments);
    const before = said.get(bundle.id, installation);
    const isNew = before === undefined || saysOther(now, Receipt.parse(JSON.parse(before.receipt)));
    if (!isNew && heard.get(before.carrier, installation) !== undefined) continue;
    if (isNew && bundle.purpose !== WITHOUT_ANSWER) due += 1;
    receipts.push(now);
    room -= now.lacks?.length ?? 0;
  }
  return { receipts, due };
}

/** Those to whom something is to be said, with when the oldest of it was done. */
export function receiptsDue(vault: Vault): { installation: string; bundles: number; since: string }[] {
  const moments = allMoments(vault);
  return statementsOf(vault.sqlite)
    .senders.all()
    .flatMap((installation) => {
      const { receipts, due } = receiptsFor(vault, installation, moments);
      const since = receipts.map(({ at }) => at).sort()[0] ?? '';
      return due === 0 ? [] : [{ installation, bundles: due, since }];
    });
}

/** What became of a received bundle, as it is now. `room`: how many revisions can be named. */
function receiptOf(
  vault: Vault,
  { id, digest, state }: Received,
  room: number,
  moments: ReadonlyMap<string, Moments>,
): Receipt {
  const { counts, left, kept } = statementsOf(vault.sqlite);
  const rows = new Map(counts.all(id).map((row) => [row.state, row.count]));
  const taken = rows.get('accepted') ?? 0;
  const rest = [...rows.values()].reduce((sum, count) => sum + count, 0) - taken;
  const aside = rows.get('quarantined') ?? 0;
  const is = stateOf(state, taken, rest);
  const lacks = is === 'partly' && rest <= room ? left.all(id, rest) : undefined;
  return Receipt.parse({
    bundle: id,
    digest,
    at: moments.get(id)?.decided ?? '',
    state: is,
    ...(aside === 0 ? {} : { aside }),
    ...(lacks === undefined ? {} : { lacks }),
    ...(is === 'recalled' ? { kept: keptOf(kept.get(id)?.builtUpon) } : {}),
  });
}

function keptOf(builtUpon: string | undefined): number {
  const records: unknown = JSON.parse(builtUpon ?? '[]');
  return Array.isArray(records) ? records.length : 0;
}

function stateOf(state: string, taken: number, rest: number): ReceiptState {
  switch (state) {
    case 'accepted':
      return rest === 0 ? 'accepted' : 'partly';
    // Nothing in it was new: all of it is here.
    case 'staged':
      return rest === 0 && taken > 0 ? 'accepted' : 'opened';
    case 'declined':
    case 'undone':
    case 'recalled':
      return state;
    default:
      return 'opened';
  }
}
