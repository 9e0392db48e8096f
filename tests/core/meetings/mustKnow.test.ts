import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Client } from '../../../contract/client.ts';
import type { Operation } from '../../../domain/meetings/operations.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { aCore } from '../../helpers/aCore.ts';
import { aFolder, PASSPHRASE } from '../../helpers/aVault.ts';
import { openExerciseVault } from '../../helpers/exerciseVault.ts';
import { openByHand } from '../../helpers/openByHand.ts';
import { meetOnce } from '../../helpers/twoDesks.ts';

const WORDS = 'six words for the guests alone';

/** The Secretariat of the exercise and Northmark, which have met; every id by its name or title. */
async function twoSeats() {
  const [one, other] = [aCore(), aCore()];
  await openExerciseVault(one.client, join(one.root, 'Exercise.amberdesk'));
  const holder = (await other.client.vault.exerciseSeats({})).find(({ seat }) => seat === 'northmark')?.holder;
  if (holder === undefined) throw new TypeError('The exercise has no Northmark.');
  await other.client.vault.create({
    folder: join(other.root, 'N.amberdesk'),
    passphrase: PASSPHRASE,
    holder,
    workFactor: 10,
  });
  await meetOnce(one.client, other.client);
  const kinds = ['meeting', 'agendaItem', 'session', 'organisation', 'person'] as const;
  const records = (await Promise.all(kinds.map((kind) => one.client.records.list({ kind })))).flat();
  const idOf = (name: string) => {
    const found = records.find(({ body }) => [body.title, body.shortName, body.name].includes(name));
    if (found === undefined) throw new TypeError(`There is no ${name}.`);
    return found.id;
  };
  return { secretariat: one.client, northmark: other.client, idOf, installation: holder.organisation };
}

/** Who must know, and of what, by their names. */
async function told(client: Client, meeting: RecordId, language: 'en' | 'fr' = 'en') {
  const { sent, parties } = await client.meetings.mustKnow({ meeting, language });
  return { sent, byName: new Map(parties.map((one) => [one.name, one])) };
}

it('who must know of a change is listed against what each was told, and the next bundle says it in words to each', async () => {
  const { secretariat, northmark, idOf } = await twoSeats();
  const meeting = idOf('Eighth meeting of the Board');
  const arrange = (operation: Operation) => secretariat.meetings.arrange({ meeting, operation });
  const cards = await secretariat.exchange.cards({});
  const seal = async (audience: Audience, organisation?: RecordId) => {
    const addressees = cards.filter((card) => card.organisation === organisation).map((card) => card.installation);
    const file = join(aFolder(), 'plan.amber');
    const under = organisation === undefined ? { passphrase: WORDS } : {};
    const readable =
      audience.kind === 'community'
        ? { readable: { languages: ['en', 'fr'] as ('en' | 'fr')[], paper: 'a4' as const } }
        : {};
    await secretariat.exchange.seal({
      ...{ selection: { of: 'meeting', meeting }, audience, addressees, purpose: 'dossier', meeting, file },
      ...under,
      ...readable,
    });
    return file;
  };
  const newsIn = async (file: string): Promise<{ en: string; fr: string }[]> => {
    const manifest = (await openByHand(file, WORDS)).get('manifest.json');
    return JSON.parse(manifest?.toString('utf8') ?? '{}').news ?? [];
  };

  // Nobody was told yet, so nobody has to be told of a change.
  expect((await told(secretariat, meeting)).sent).toBe(false);
  await arrange({ does: 'lengthen', item: idOf('Opening, minutes of the seventh meeting'), minutes: 25 });
  expect(await told(secretariat, meeting)).toEqual({ sent: false, byName: new Map() });

  const mediator = idOf('Consuelo Arribante');
  const inputs = idOf('Inputs: communities at risk, media monitors');
  const guest: Audience = { kind: 'guest', party: mediator, item: inputs, papers: [] };
  const toNorthmark = () => seal({ kind: 'organisation', organisation: idOf('Northmark') }, idOf('Northmark'));
  const toHarbour = () => seal({ kind: 'community', bodies: [idOf('Harbour Legal Observatory')] });
  const [first, outside, video] = [await toNorthmark(), await toHarbour(), await seal(guest)];
  expect(await newsIn(outside)).toEqual([]);
  expect(await newsIn(video)).toEqual([]);
  await northmark.exchange.accept({ bundle: (await northmark.exchange.open({ file: first })).bundle });
  expect(await told(secretariat, meeting)).toEqual({ sent: true, byName: new Map() });

  // An item of the closed morning grows: what follows moves, and its speakers with it. Invited bodies hear nothing of that.
  await arrange({ does: 'lengthen', item: idOf('Opening, minutes of the seventh meeting'), minutes: 35 });
  const closed = (await told(secretariat, meeting)).byName;
  expect([...closed.keys()].sort()).toEqual([
    'Bakhtar Selimund',
    'Dagny Ostrelle',
    'Lowmere',
    'Noor Isbrander',
    'Northmark',
  ]);
  const dagny = closed.get('Dagny Ostrelle');
  expect(dagny).toMatchObject({ concerns: ['speaker'], isOutside: false, sendTo: idOf('Northmark') });
  expect(dagny?.changes).toEqual([
    'Item 2, “Deep-dive: Karsenia”: now Thursday 11\u00a0March, 09:35–11:15, before 09:25–11:05.',
  ]);
  expect(dagny?.times).toMatchObject([{ here: '09:35', zone: 'Etc/GMT-3', time: '12:35', dayShift: 0 }]);
  expect(closed.get('Noor Isbrander')?.told).toBeUndefined();

  // The open morning: its bodies hear of it, those of the closed one alone do not. A move to another place is for everybody.
  await arrange({ does: 'lengthen', item: idOf('The Board briefs invited organisations'), minutes: 50 });
  const open = (await told(secretariat, meeting, 'fr')).byName;
  const harbour = [...open.values()].find(({ name }) => name.startsWith('Harbour'));
  expect(harbour).toMatchObject({ concerns: ['lead', 'invited'], isOutside: true });
  expect(harbour?.changes.join(' ')).toContain(
    '«\u00a0Inputs: documentation centres\u00a0»\u00a0: désormais vendredi 12',
  );
  expect(harbour?.changes.join(' ')).not.toContain('Karsenia');
  expect(open.get('Consuelo Arribante')?.changes).toHaveLength(1);
  await secretariat.records.edit({ id: meeting, changes: { venue: 'Assembly House, Hall C' } });
  const all = (await told(secretariat, meeting)).byName;
  for (const { changes } of all.values()) {
    expect(changes[0]).toBe('The meeting is held elsewhere: Assembly House, Hall C, Avanor, Avaria.');
  }
  expect([...all.values()].some(({ name }) => name.startsWith('Harbour'))).toBe(true);

  // The next bundle tells each of them what changed: a member all of it, a body what is open, a guest their own item.
  const second = await northmark.exchange.open({ file: await toNorthmark() });
  expect(second.news.join(' ')).toContain('Item 2, “Deep-dive: Karsenia”: now Thursday 11\u00a0March, 09:35–11:15');
  expect(second.news.join(' ')).toContain('Item 7, “The Board briefs invited organisations”');
  const file = await toHarbour();
  const news = await newsIn(file);
  expect(news.map(({ en }) => en).join(' ')).toContain('Item O2, “Inputs: documentation centres”: now Friday');
  expect(JSON.stringify(news)).not.toMatch(/Karsenia|Opening|Item \d/);
  const text = (await openByHand(file, WORDS)).get('reply/what-is-new.txt')?.toString('utf8') ?? '';
  expect(text).toContain('TLP:GREEN');
  expect(text).toContain('Hall C');
  const heard = await newsIn(await seal(guest));
  expect(heard.map(({ en }) => en)).toEqual([
    'The meeting is held elsewhere: Assembly House, Hall C, Avanor, Avaria.',
    expect.stringMatching(
      /^Item O1, “Inputs: communities at risk, media monitors”: now Friday 12\u00a0March, 11:10–12:40, before/,
    ),
  ]);
  const left = (await told(secretariat, meeting)).byName;
  for (const name of ['Dagny Ostrelle', 'Consuelo Arribante', 'Northmark']) expect(left.has(name), name).toBe(false);
  expect([...left.keys()].some((name) => name.startsWith('Harbour'))).toBe(false);

  // A speaker who is taken off hears it too, and one that is purged leaves no line behind.
  await secretariat.records.edit({ id: inputs, changes: { speakers: null } });
  expect((await told(secretariat, meeting)).byName.get('Consuelo Arribante')?.changes).toEqual([
    expect.stringContaining('others speak by link than before'),
  ]);
}, 120_000);
