import type { z } from 'zod';
import type { vaultCalls } from '../../contract/vault/calls.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { asJson, Body } from '../../domain/records/revision.ts';
import { beginDirectory, prepareFounding } from '../directory/acts.ts';
import { createRecord } from '../records/createRecord.ts';
import { listRecords } from '../records/listRecords.ts';
import { hasRecord } from '../records/recordView.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';
import { appendJournal } from './journal.ts';

export type NetworkStart = z.output<typeof vaultCalls.startNetwork.input>;

/**
 * Starts a network in a vault of its Secretariat that has none yet: the records of the network, of the Secretariat and of the
 * holder, under the ids that the installation already has for them, and the network's directory, all or nothing. The
 * root of the directory waits in the vault until it is on paper. Throws `vault.notSecretariat`,
 * `vault.notEmpty`, `record.invalid` when what is said of the Secretariat is not that of the holder.
 */
export async function startNetwork(
  session: Session,
  { network, organisation, person, keys }: NetworkStart,
): Promise<{ network: RecordId; organisation: RecordId; person: RecordId }> {
  const { vault, surroundings } = session;
  const { installation } = vault;
  if (installation.role !== 'secretariat') throw new AmberdeskError('vault.notSecretariat');
  const founding = await prepareFounding(session, keys);
  const started = inTransaction(session, (changed) => {
    const belongs = [installation.organisation, installation.seat].some((one) => hasRecord(vault, one));
    if (belongs || listRecords(vault, { kind: 'network', limit: 1 }).length > 0) {
      throw new AmberdeskError('vault.notEmpty');
    }
    const id = surroundings.randomId();
    const records = [
      {
        kind: 'network',
        body: { ...network, secretariat: installation.organisation },
        options: { id, label: 'TLP:CLEAR' },
      },
      {
        kind: 'organisation',
        body: { ...organisation, membership: 'secretariat' },
        options: { id: installation.organisation, label: 'TLP:GREEN' },
      },
      {
        kind: 'person',
        body: { ...person, zone: organisation.zone, organisation: installation.organisation },
        options: { id: installation.seat },
      },
    ] as const;
    for (const { kind, body, options } of records) {
      changed.add(createRecord(session, kind, Body.parse(asJson(body)), options).id);
    }
    appendJournal(vault, surroundings.now(), 'networkStarted', { network: id });
    beginDirectory(session, id, founding);
    return { network: id, organisation: installation.organisation, person: installation.seat };
  });
  session.announce({ event: 'directoryChanged' });
  return started;
}
