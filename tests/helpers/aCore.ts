import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Client, makeClient } from '../../contract/client.ts';
import type { Event } from '../../contract/events.ts';
import { realSurroundings, type Surroundings } from '../../core/context.ts';
import type { Core, CoreOptions } from '../../core/createCore.ts';
import { holderOf, type SeatRole } from '../../domain/people/holderOf.ts';
import { aFolder, PASSPHRASE } from './aVault.ts';
import { createCore } from './builtCore.ts';

/** A clock whose hands are moved by the test, and which then calls whoever is to be called. */
export interface HandClock extends Surroundings {
  /** Lets time pass, in steps of a second. */
  pass(milliseconds: number): void;
  /** What sleep does: the clock on the wall goes on, the steady one and all timers stand still. */
  sleep(milliseconds: number): void;
  /** The same where the steady clock goes on. */
  freeze(milliseconds: number): void;
}

export function aHandClock(start = Date.parse('2027-03-03T18:12:07Z')): HandClock {
  let wall = start;
  let steady = 1000;
  const timers = new Set<{ due: number; every: number; work: () => void }>();
  return {
    ...realSurroundings,
    now: () => wall,
    steadyNow: () => steady,
    every(milliseconds, work) {
      const timer = { due: steady + milliseconds, every: milliseconds, work };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    pass(milliseconds) {
      for (const end = steady + milliseconds; steady < end; ) {
        steady += 1000;
        wall += 1000;
        for (const timer of timers) {
          if (timer.due > steady) continue;
          timer.due += timer.every;
          timer.work();
        }
      }
    },
    sleep(milliseconds) {
      wall += milliseconds;
    },
    freeze(milliseconds) {
      wall += milliseconds;
      steady += milliseconds;
      for (const timer of timers) timer.due += milliseconds;
    },
  };
}

/** An application with vaults in a folder of its own, what it told, and a client. */
export interface TestCore {
  readonly core: Core;
  readonly client: Client;
  /** Where its vaults are. */
  readonly root: string;
  readonly told: Event[];
  /** Makes and opens a vault of this name, cheaply. */
  open(name: string, role?: SeatRole): Promise<Awaited<ReturnType<Client['vault']['create']>> & { folder: string }>;
  /** Resolves when this was told, now or later. */
  until(event: Event['event']): Promise<void>;
}

export function aCore(options: CoreOptions = {}): TestCore {
  const root = options.vaultsFolder ?? aFolder();
  const core = createCore({ ...options, vaultsFolder: root });
  onTestFinished(() => core.close());
  const told: Event[] = [];
  core.subscribe((event) => told.push(event));
  const client = makeClient(core);
  return {
    core,
    client,
    root,
    told,
    async open(name, role = 'secretariat') {
      const folder = join(root, `${name}.amberdesk`);
      const holder = holderOf('Ilse Varnholt', { name, code: undefined }, role);
      return { folder, ...(await client.vault.create({ folder, passphrase: PASSPHRASE, holder, workFactor: 10 })) };
    },
    until: (name) =>
      new Promise((resolve) => {
        if (told.some(({ event }) => event === name)) return resolve();
        const end = core.subscribe(({ event }) => {
          if (event !== name) return;
          end();
          resolve();
        });
      }),
  };
}
