import { networkOf } from '../../../core/exchange/checkManifest.ts';
import { signPurge } from '../../../core/purge/act.ts';
import type { Purge } from '../../../domain/exchange/purge.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import type { Desk } from './aNetwork.ts';

/** A purge by whoever holds this desk, of whatever it names, in whatever name; of a record that nobody has unless told. */
export function forgedPurge(by: Desk, changes: Partial<Purge>): Purge {
  const { vault } = by.session;
  const { id: installation, seat, organisation } = vault.installation;
  return signPurge(vault, {
    amberdesk: 'purge',
    format: 1,
    network: RecordId.parse(networkOf(vault)),
    record: RecordId.parse(crypto.randomUUID()),
    revisions: [],
    marks: [{ label: 'TLP:AMBER', distribution: { to: 'board' } }],
    installation,
    seat,
    organisation,
    at: '2026-03-03T18:12Z',
    reason: 'Forged.',
    ...changes,
  });
}
