import { eq } from 'drizzle-orm';
import type { Place } from '../../domain/exchange/manifest.ts';
import type { Receipt, Requests } from '../../domain/exchange/receipts.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { receipt as receiptTable, request } from '../../drizzle/schema.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';

const statementsOf = preparedOnce((sqlite) => ({
  sealedFor: sqlite
    .prepare<[string, string, string], number>(
      `SELECT 1 FROM bundle JOIN bundle_place ON bundle_place.bundle = bundle.id
       WHERE bundle.id = ? AND direction = 'out' AND digest = ? AND counterpart = ?`,
    )
    .pluck(),
  keep: sqlite.prepare<[string, string, string, string, string, string, string, number]>(
    `INSERT INTO receipt (direction, bundle, counterpart, state, at, receipt, carrier, number, stands)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)
     ON CONFLICT (direction, bundle, counterpart) DO UPDATE SET state = excluded.state, at = excluded.at,
       receipt = excluded.receipt, carrier = excluded.carrier, number = excluded.number, stands = 1
     WHERE excluded.number > receipt.number OR excluded.direction = 'out'`,
  ),
  forget: sqlite.prepare<[string, number]>(
    "UPDATE receipt SET stands = 0 WHERE direction = 'in' AND counterpart = ? AND number <= ?",
  ),
}));

/**
 * Keeps what the sender of a bundle says in our place of it: receipts for bundles sealed here for it, and requests. Of
 * several receipts for a bundle the one in its later bundle counts, whatever arrives first. What names bundles that were
 * not sealed for it says nothing. Part of the caller's transaction. Gives how many receipts were kept.
 */
export function keepWords(vault: Vault, sender: string, place: Place, at: string): number {
  const { sealedFor, forget } = statementsOf(vault.sqlite);
  const ours = (place.receipts ?? []).filter(({ bundle, digest }) => sealedFor.get(bundle, digest, sender) === 1);
  for (const one of ours) keepReceipt(vault, 'in', sender, one, place);
  if (place.requests !== undefined) {
    keepRequest(vault, 'in', sender, place.requests, place, at);
    if (place.requests.everything === true) forget.run(sender, place.number);
  }
  return ours.length;
}

/** Keeps what was said from here in the place of a bundle. Part of the caller's transaction. */
export function keepSaid(vault: Vault, addressee: string, place: Place, at: string): void {
  for (const one of place.receipts ?? []) keepReceipt(vault, 'out', addressee, one, place);
  if (place.requests !== undefined) keepRequest(vault, 'out', addressee, place.requests, place, at);
}

/** What was said in this bundle was not said after all. Part of the caller's transaction. */
export function unsay({ orm }: Vault, carrier: string): void {
  orm.delete(receiptTable).where(eq(receiptTable.carrier, carrier)).run();
  orm.delete(request).where(eq(request.carrier, carrier)).run();
  orm.update(request).set({ state: 'open', answer: null }).where(eq(request.answer, carrier)).run();
}

function keepReceipt(
  vault: Vault,
  direction: 'in' | 'out',
  counterpart: string,
  receipt: Receipt,
  { bundle: carrier, number }: Place,
): void {
  const { bundle, state, at } = receipt;
  statementsOf(vault.sqlite).keep.run(
    direction,
    bundle,
    counterpart,
    state,
    at,
    JSON.stringify(receipt),
    carrier,
    number,
  );
}

function keepRequest(
  { orm }: Vault,
  direction: 'in' | 'out',
  counterpart: string,
  requests: Requests,
  { bundle: carrier, number }: Place,
  at: string,
): void {
  const asks: JsonObject = JSON.parse(JSON.stringify(requests));
  orm.insert(request).values({ carrier, direction, counterpart, number, at, asks, state: 'open' }).run();
}
