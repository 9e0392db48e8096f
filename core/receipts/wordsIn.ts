import type { z } from 'zod';
import type { Preview } from '../../contract/exchange/received.ts';
import { Requests } from '../../domain/exchange/receipts.ts';
import { findInstallation } from '../exchange/cards.ts';
import type { ReceivedBundle } from '../exchange/receivedBundle.ts';
import { purgesIn } from '../purge/purgeRows.ts';
import type { Session } from '../session.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import { recallsIn } from './recalls.ts';

type Words = z.infer<typeof Preview>['words'];

const statementsOf = preparedOnce((sqlite) => ({
  receipts: sqlite.prepare<[string], { bundle: string; state: Words['receipts'][number]['state']; at: string }>(
    "SELECT bundle, state, at FROM receipt WHERE direction = 'in' AND carrier = ? ORDER BY at DESC, bundle",
  ),
  asks: sqlite.prepare<[string], string>("SELECT asks FROM request WHERE direction = 'in' AND carrier = ?").pluck(),
  here: sqlite.prepare<[string, string, string], number>(
    "SELECT 1 FROM bundle WHERE id = ? AND direction = 'in' AND sender = ? AND digest = ?",
  ),
}));

/** What a received bundle says besides its records, as it was kept when it was opened. */
export function wordsIn({ vault }: Session, { id, sender }: ReceivedBundle): Words {
  const { receipts, asks, here } = statementsOf(vault.sqlite);
  const asked = asks.get(id);
  const { everything, numbers, parents } = Requests.parse(JSON.parse(asked ?? '{}'));
  return {
    receipts: receipts.all(id),
    ...(asked === undefined
      ? {}
      : { asks: { everything: everything === true, numbers: numbers ?? [], parents: parents?.length ?? 0 } }),
    recalls: recallsIn(vault, id).map(({ bundle, reason, digest, builtUpon }) => ({
      bundle,
      reason,
      here: here.get(bundle, sender, digest) !== undefined,
      builtUpon: builtUpon.length,
    })),
    purges: purgesIn(vault, id).map(({ act: { record, reason, installation } }) => ({
      record,
      reason,
      organisationName: findInstallation(vault, installation)?.organisationName ?? '',
    })),
  };
}
