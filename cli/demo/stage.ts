import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { type Client, makeClient } from '../../contract/client.ts';
import { createCore } from '../../core/createCore.ts';
import { AmberdeskError } from '../../domain/errors.ts';

const PASSPHRASE = 'lantern harbour quiet meridian';
const WORK_FACTOR = 15;
const MARKER = '.amberdesk-demo';

/** A seat of the exercise with an application of its own, as on a machine of its own. */
export interface Actor {
  readonly client: Client;
  readonly organisation: string;
  readonly name: string;
  readonly installation: string;
  readonly card: string;
  close(): Promise<void>;
}

/** An empty folder for the demonstration's files. Refuses one that holds anything else. */
export function prepareFolder(folder: string): string {
  const path = resolve(folder);
  if (existsSync(path) && readdirSync(path).length > 0 && !existsSync(join(path, MARKER))) {
    throw new AmberdeskError('file.exists', path);
  }
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, MARKER), '');
  return path;
}

/** Opens an application for one seat: a vault with fresh keys, and its card in the folder. */
export async function takeSeat(folder: string, seat: string): Promise<Actor> {
  const core = createCore();
  const client = makeClient(core);
  const seats = await client.vault.exerciseSeats({});
  const holder = seats.find((entry) => entry.seat === seat)?.holder;
  if (holder === undefined) throw new AmberdeskError('record.missing', seat);
  const { installation } = await client.vault.create({
    folder: join(folder, `${seat}.amberdesk`),
    passphrase: PASSPHRASE,
    holder,
    workFactor: WORK_FACTOR,
  });
  const card = join(folder, `${seat}.ambercard`);
  await client.exchange.saveCard({ file: card });
  return {
    client,
    organisation: holder.organisation,
    name: holder.organisationName,
    installation: installation.id,
    card,
    close: () => core.close(),
  };
}

/** Two seats compare the digits of their cards when they meet. */
export async function meet(one: Actor, other: Actor): Promise<void> {
  for (const [actor, visitor] of [
    [one, other],
    [other, one],
  ] as const) {
    const { installation } = await actor.client.exchange.addCard({ file: visitor.card });
    await actor.client.exchange.verifyCard({ installation, verifiedBy: actor.name });
  }
}

/** The files that were made, with their sizes, vaults as one line. */
export function filesIn(folder: string): { file: string; bytes: number }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.amberdesk') && entry.name !== MARKER)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ file: relative(process.cwd(), path), bytes: statSync(path).size }));
}
