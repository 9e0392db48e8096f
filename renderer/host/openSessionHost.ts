import type { Answer } from '../../contract/call.ts';
import type { Event } from '../../contract/events.ts';
import { sentenceOf } from '../../domain/errors.ts';
import type { Host } from './host.ts';

/**
 * The calls that a window in the open session can make, with the call that is made: what came through the gate for those
 * in the room, unlocking and locking, and how the window looks. Nothing else is asked for, whatever is mounted.
 */
const REACHED: ReadonlyMap<string, string> = new Map([
  ...['status', 'places', 'unlock', 'lock', 'stayAwake'].map((name) => same(`vault.${name}`)),
  ...['read', 'paper', 'print', 'toPrinter', 'copyText', 'look', 'leave'].map((name) => same(`openSession.${name}`)),
  // Names of saved filters and of places tell of what is closed: of all preferences, the look alone.
  ['preferences.read', 'openSession.look'],
  same('preferences.write'),
  same('jobs.cancel'),
]);

/** Preferences that are written there. */
const WRITTEN = /^openSession\.(size|large)$/;

function same(name: string): readonly [string, string] {
  return [name, name];
}

/**
 * The host as a window in the open session has it: it has no other source. Events name no record, and no work but the
 * window's own; no window is opened, and no file is taken in.
 */
export function createOpenSessionHost(host: Host): Host {
  return {
    kind: host.kind,
    async call(name, input) {
      const reached = REACHED.get(name);
      if (reached === undefined || (name === 'preferences.write' && !isWritten(input))) return REFUSED;
      return host.call(reached, input);
    },
    subscribe: (listener) =>
      host.subscribe((event) => {
        const told = toldThere(event);
        if (told !== undefined) listener(told);
      }),
    chooseFiles: async () => [],
    dropped: async () => [],
    saveAs: (name) => host.saveAs(name),
    openWindow: () => {},
    opened: () => () => {},
  };
}

const REFUSED: Answer = {
  ok: false,
  error: { code: 'open.unreachable', message: sentenceOf('open.unreachable', 'en'), details: null },
};

function isWritten(input: unknown): boolean {
  return (
    typeof input === 'object' &&
    input !== null &&
    'name' in input &&
    typeof input.name === 'string' &&
    WRITTEN.test(input.name)
  );
}

/** What an event tells there; nothing of most. */
function toldThere(event: Event): Event | undefined {
  switch (event.event) {
    case 'vaultLocked':
    case 'vaultUnlocked':
    case 'preferencesChanged':
      return event;
    case 'recordsChanged':
      return { event: 'recordsChanged', records: [] };
    default:
      return undefined;
  }
}
