import { expect, it } from 'vitest';
import { api } from '../../../contract/api.ts';
import type { Event } from '../../../contract/events.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import type { Host } from '../../../renderer/host/host.ts';
import { createOpenSessionHost } from '../../../renderer/host/openSessionHost.ts';

/** A host that notes what it is asked for, and says what it is told to say. */
function aHost() {
  const asked: string[] = [];
  const listeners = new Set<(event: Event) => void>();
  const host: Host = {
    kind: 'loopback',
    call: async (name) => {
      asked.push(name);
      return { ok: true, value: {} };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    chooseFiles: async () => [{ file: '/a', name: 'a' }],
    dropped: async () => [{ file: '/a', name: 'a' }],
    saveAs: async () => undefined,
    openWindow: (address) => asked.push(address),
    opened: () => () => {},
  };
  const say = (event: Event) => {
    for (const listener of listeners) listener(event);
  };
  return { host, asked, say };
}

it('a window in the open session reaches what was released to the room, and of everything else nothing', async () => {
  const { host, asked } = aHost();
  const open = createOpenSessionHost(host);
  const names = Object.entries(api).flatMap(([feature, calls]) =>
    Object.keys(calls).map((name) => `${feature}.${name}`),
  );
  for (const name of names) {
    const before = asked.length;
    const answer = await open.call(name, { name: 'window.place', value: '/desk' });
    if (asked.length === before) expect(answer).toMatchObject({ ok: false, error: { code: 'open.unreachable' } });
  }
  expect(asked.filter((name) => !name.startsWith('openSession.')).sort()).toEqual([
    'jobs.cancel',
    'vault.lock',
    'vault.places',
    'vault.status',
    'vault.stayAwake',
    'vault.unlock',
  ]);
  // Neither to choose another meeting, nor to learn the meeting's own id.
  expect(asked).not.toContain('openSession.enter');
  expect(asked).not.toContain('openSession.state');
  // Of the preferences it has the look, and writes how large it reads.
  asked.length = 0;
  await open.call('preferences.read', {});
  await open.call('preferences.write', { name: 'openSession.size', value: 3 });
  await open.call('preferences.write', { name: 'openSession.meeting', value: 'x' });
  await open.call('toString', {});
  open.openWindow('/desk');
  expect(asked).toEqual(['openSession.look', 'preferences.write']);
  expect([await open.chooseFiles({ endings: [], multiple: true }), await open.dropped([])]).toEqual([[], []]);
});

it('a window in the open session is told of no record, no bundle, no file and no work', () => {
  const { host, say } = aHost();
  const heard: Event[] = [];
  createOpenSessionHost(host).subscribe((event) => heard.push(event));
  const job = crypto.randomUUID();
  say({ event: 'recordsChanged', records: [RecordId.parse(crypto.randomUUID())] });
  say({ event: 'jobStarted', job, work: 'seal' });
  say({ event: 'jobProgress', job, done: 1, total: 2, what: 'x' });
  say({ event: 'jobEnded', job, outcome: 'done' });
  say({ event: 'filesOpened', files: [{ file: '/a', name: 'closed.amber' }] });
  for (const event of ['bundlesChanged', 'folderChanged', 'directoryChanged'] as const) say({ event });
  say({ event: 'vaultLocked', reason: 'idle' });
  expect(heard).toEqual([
    { event: 'recordsChanged', records: [] },
    { event: 'vaultLocked', reason: 'idle' },
  ]);
});
