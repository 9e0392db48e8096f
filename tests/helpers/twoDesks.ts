import { join } from 'node:path';
import { type Client, makeClient } from '../../contract/client.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { aFolder, PASSPHRASE } from './aVault.ts';
import { aDesk, anExerciseDesk, type Desk, type DeskOptions } from './aWindow.ts';
import { createCore } from './builtCore.ts';

type SealOrder = Parameters<Client['exchange']['seal']>[0];

/** Gives the card of one seat to another, who compares the digits. */
export async function meetOnce(one: Client, other: Client): Promise<void> {
  for (const [here, there] of [
    [one, other],
    [other, one],
  ] as const) {
    const file = join(aFolder(), 'seat.ambercard');
    await there.exchange.saveCard({ file });
    const { installation } = await here.exchange.addCard({ file });
    await here.exchange.verifyCard({ installation, verifiedBy: 'Annelise Quorne' });
  }
}

/** A desk of a capital of the exercise, with an empty vault. */
export async function aCapitalsDesk(seat: string, options: DeskOptions = {}): Promise<Desk> {
  const desk = await aDesk(options);
  const holder = (await desk.client.vault.exerciseSeats({})).find((one) => one.seat === seat)?.holder;
  if (holder === undefined) throw new TypeError(`The exercise has no seat ${seat}.`);
  const folder = join(desk.vaults, 'Capital.amberdesk');
  await desk.client.vault.create({ folder, passphrase: PASSPHRASE, holder, workFactor: 10 });
  return desk;
}

/** A capital of the exercise at which nobody looks: its calls alone. */
export async function aCapitalWithoutWindow(seat: string): Promise<Client> {
  const vaults = aFolder();
  const client = makeClient(createCore({ vaultsFolder: vaults }));
  const holder = (await client.vault.exerciseSeats({})).find((one) => one.seat === seat)?.holder;
  if (holder === undefined) throw new TypeError(`The exercise has no seat ${seat}.`);
  await client.vault.create({
    folder: join(vaults, 'Capital.amberdesk'),
    passphrase: PASSPHRASE,
    holder,
    workFactor: 10,
  });
  return client;
}

/** Opens a bundle and accepts all of it. */
export async function take(client: Client, file: string): Promise<void> {
  const { bundle } = await client.exchange.open({ file });
  await client.exchange.accept({ bundle });
}

/** The Secretariat with the exercise, and a capital that has met it. */
export async function twoDesks(options: DeskOptions = {}): Promise<{ secretariat: Desk; capital: Desk }> {
  const secretariat = await anExerciseDesk(options);
  const capital = await aCapitalsDesk('northmark', options);
  await meetOnce(secretariat.client, capital.client);
  return { secretariat, capital };
}

/** Seals for all that this seat has met, beside its windows. Gives the file. */
export async function sealFor(
  { client }: Pick<Desk, 'client'>,
  selection: SealOrder['selection'],
  purpose: SealOrder['purpose'],
  meeting?: RecordId,
): Promise<string> {
  const file = join(aFolder(), 'bundle.amber');
  const addressees = (await client.exchange.cards({}))
    .filter(({ trust, inForce }) => inForce && (trust === 'verified' || trust === 'vouched'))
    .map(({ installation }) => installation);
  const audience = { kind: 'board' } as const;
  await client.exchange.seal({
    selection,
    audience,
    addressees,
    purpose,
    file,
    ...(meeting === undefined ? {} : { meeting }),
  });
  return file;
}
