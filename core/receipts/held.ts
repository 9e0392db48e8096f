import { heldOf, Receipt, Requests } from '../../domain/exchange/receipts.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';
import { findContent } from './sealedContent.ts';

/** What an addressee has for certain. */
export interface Held {
  /** Ids of revisions, bundle by bundle, each list sorted; one may stand in several. */
  readonly revisions: readonly (readonly string[])[];
  readonly attachments: ReadonlySet<string>;
  /** Whether it has a revision that it wrote itself: not once it asked for everything, or for this one. */
  hasOwn(revision: string): boolean;
}

const NOTHING: Held = { revisions: [], attachments: new Set(), hasOwn: () => false };

const statementsOf = preparedOnce((sqlite) => ({
  receipts: sqlite.prepare<[string, string], { receipt: string; number: number; sums: string }>(
    `SELECT receipt.receipt, receipt.number, json_extract(bundle.manifest, '$.sums') AS sums FROM receipt
     JOIN bundle ON bundle.id = receipt.bundle AND bundle.direction = 'out'
     WHERE receipt.direction = 'in' AND receipt.counterpart = ? AND receipt.stands = 1 AND bundle.sender = ?
     AND receipt.state IN ('accepted', 'partly')`,
  ),
  asked: sqlite.prepare<[string], { asks: string; state: string; number: number }>(
    "SELECT asks, state, number FROM request WHERE direction = 'in' AND counterpart = ?",
  ),
}));

/**
 * What an addressee has for certain: what was inside the bundles of which it said last that it accepted them, without
 * what it asked for since. An addressee of whom nothing is known has nothing, so that a wrong assumption costs bytes and
 * never text. What was sealed before this vault was restored from a backup does not count: the receipts from after the
 * backup are gone.
 */
export function heldBy(vault: Vault, installation: string): Held {
  const { receipts, asked } = statementsOf(vault.sqlite);
  const requests = asked.all(installation).map(({ asks, ...row }) => ({ ...row, ...Requests.parse(JSON.parse(asks)) }));
  if (requests.some(({ everything, state }) => everything === true && state === 'open')) return NOTHING;
  const revisions: string[][] = [];
  const attachments = new Set<string>();
  for (const row of receipts.all(installation, vault.installation.id)) {
    const receipt = Receipt.parse(JSON.parse(row.receipt));
    const inside = findContent(vault, row.sums);
    if (inside === undefined) continue;
    // Who asks for an ancestor does not have it, whatever was said before.
    const since = requests.filter(({ number }) => number >= row.number);
    const missed = new Set<string>(since.flatMap(({ parents }) => parents ?? []));
    const held = [...heldOf(receipt, inside.revisions)];
    revisions.push(missed.size === 0 ? held : held.filter((id) => !missed.has(id)));
    // Of what was taken in part nobody says which attachments came along.
    if (receipt.state === 'accepted') for (const sha256 of inside.attachments) attachments.add(sha256);
  }
  const missed = new Set<string>(requests.flatMap(({ parents }) => parents ?? []));
  const lostAll = requests.some(({ everything }) => everything === true);
  return { revisions, attachments, hasOwn: (revision) => !lostAll && !missed.has(revision) };
}
