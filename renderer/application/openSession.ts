import type { Client } from '../../contract/client.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { saveEverything } from './saving.ts';

/** The address of a window in the open session. It names no meeting: which one it is is kept in the vault. */
const ADDRESS = '/open-session';

/** Whether this window came up in the open session. It does not change while the page is there. */
export const isOpenSession: boolean = window.location.hash === `#${ADDRESS}`;

/**
 * From now on this window shows the open session of a meeting. The page begins anew, so that nothing that it was told
 * before is in it any more; a reload comes up there again. Rejects when there is no such session.
 */
export async function enterOpenSession(client: Client, meeting: string): Promise<void> {
  await saveEverything();
  await client.openSession.enter({ meeting: RecordId.parse(meeting) });
  comeUpAt(ADDRESS);
}

/** The window comes up in the open session that is being shown. */
export function followOpenSession(): void {
  comeUpAt(ADDRESS);
}

/** Back to the desk, where the person was. */
export async function leaveOpenSession(client: Client): Promise<void> {
  await client.openSession.leave({});
  comeUpAt('/');
}

function comeUpAt(address: string): void {
  window.history.replaceState(null, '', `#${address}`);
  window.location.reload();
}
