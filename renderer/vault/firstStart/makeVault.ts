import type { Client } from '../../../contract/client.ts';
import { hasCode } from '../../../domain/errors.ts';
import { holderOf, type SeatRole } from '../../../domain/people/holderOf.ts';
import type { Recovery } from '../../parts/recovery/recovery.ts';
import { folderIn, folderName } from '../folders.ts';
import { isState, type Role, type Seat } from './seat.ts';

const SEAT_ROLES: Readonly<Record<Role, SeatRole>> = {
  primaryRepresentative: 'member',
  alternate: 'member',
  official: 'member',
  secretariat: 'secretariat',
  guest: 'guest',
};
const MOST_NAMES = 50;

/**
 * Makes the vault of a seat where vaults are kept, under the organisation's name, with a number where that is taken.
 * Gives what goes on the recovery sheet.
 */
export async function makeVault(client: Client, seat: Seat, passphrase: string): Promise<Recovery> {
  const { root } = await client.vault.places({});
  const organisation = { name: seat.organisation, ...(isState(seat) ? { code: seat.code } : {}) };
  const holder = holderOf(seat.name, organisation, SEAT_ROLES[seat.role]);
  for (let number = 1; ; number++) {
    const folder = folderIn(root, folderName(number === 1 ? seat.organisation : `${seat.organisation} ${number}`));
    try {
      const { recovery } = await client.vault.create({ folder, passphrase, holder });
      return recovery;
    } catch (error) {
      if (!hasCode(error, 'vault.exists') || number === MOST_NAMES) throw error;
    }
  }
}
