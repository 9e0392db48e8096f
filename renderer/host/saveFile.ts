import type { Host } from './host.ts';

/**
 * Has a call write a new file where the person wants it. Gives whether it did: not when they changed their mind. Rejects
 * with what the call rejected with; then nothing is kept.
 */
export async function saveFile(host: Host, name: string, write: (file: string) => Promise<unknown>): Promise<boolean> {
  const saving = await host.saveAs(name);
  if (saving === undefined) return false;
  try {
    await write(saving.file);
    await saving.finish();
    return true;
  } catch (error) {
    await saving.abandon();
    throw error;
  }
}
