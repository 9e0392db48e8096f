import { expect, it } from 'vitest';
import { acceptBundle } from '../../../core/exchange/acceptBundle.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { listRecords } from '../../../core/records/listRecords.ts';
import { readRecord } from '../../../core/records/recordView.ts';
import { resolveConflicts } from '../../../core/records/resolveConflicts.ts';
import { examineVault } from '../../../core/vault/doctor.ts';
import { naturalId, type RecordId } from '../../../domain/records/ids.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { open } from './aDossier.ts';
import { aDesk, aNetwork, aPaper, attach, type Desk, meet, seal } from './aNetwork.ts';

/** The Secretariat and four capitals; all have met the Secretariat alone. */
async function fiveDesks(): Promise<[Desk, Desk[]]> {
  const { secretariat, tavania, northmark } = await aNetwork();
  const capitals = [tavania, northmark];
  for (const [code, name, person] of [
    ['QA', 'Republic of Avaria', 'Sela Win'],
    ['QL', 'Duchy of Lowmere', 'Bo Ravn'],
  ] as const) {
    createRecord(secretariat.session, 'organisation', { name, type: 'state', code, membership: 'member' });
    const capital = await aDesk(naturalId('organisation', code), name, person, 'member');
    meet(secretariat, capital);
    capitals.push(capital);
  }
  return [secretariat, capitals];
}

async function pass(from: Desk, to: readonly Desk[]): Promise<void> {
  const { file } = await seal(from, to);
  for (const desk of to) {
    const { bundle, counts } = await open(desk, file);
    if (counts.new + counts.changed + counts.conflict + counts.deleted > 0) await acceptBundle(desk.session, bundle);
  }
}

/** Everything that two desks have in common when they have the same. */
function contentOf({ session }: Desk): unknown {
  const { sqlite } = session.vault;
  return {
    revisions: sqlite.prepare('SELECT id FROM revision ORDER BY id').pluck().all(),
    records: listRecords(session.vault).map(({ draft: _draft, ...view }) => view),
    conflicts: sqlite.prepare('SELECT record, path FROM conflict ORDER BY record, path').all(),
    attachments: sqlite.prepare('SELECT sha256 FROM blob ORDER BY sha256').pluck().all(),
  };
}

const block = (id: string, text: string): JsonObject => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
});
const textOf = (words: Readonly<Record<string, string>>): JsonObject => ({
  type: 'doc',
  content: Object.entries(words).map(([id, text]) => block(id, text)),
});

it('five installations that write at the same time and exchange bundles for two rounds end with the same', async () => {
  const [secretariat, capitals] = await fiveDesks();
  const everybody = [secretariat, ...capitals];
  const paper = aPaper(secretariat, 'Water', { body: textOf({ p1: 'One.', p2: 'Two.', p3: 'Three.', p4: 'Four.' }) });
  await attach(secretariat, paper);
  await pass(secretariat, capitals);
  const [, grain] = await writeApart(capitals, paper);

  // First round: every capital to the Secretariat. What they disagree on is asked, and does not leave before it is
  // answered.
  const [, northmark, avaria] = capitals;
  if (northmark === undefined || avaria === undefined) throw new Error('no capitals');
  for (const capital of capitals) await pass(capital, [secretariat]);
  const { conflicts } = readRecord(secretariat.session.vault, paper);
  expect(conflicts.map(({ path, sides }) => [path, sides.length])).toEqual([['due', 4]]);
  resolveConflicts(secretariat.session, paper, { due: '2027-09-01' });
  const answered = await seal(secretariat, capitals);

  // Second round: the answer is on its way while others write on; nobody waits for anybody.
  editRecord(northmark.session, grain, { purpose: 'For decision' });
  editRecord(avaria.session, paper, { purpose: 'From Avaria' });
  for (const capital of capitals) await acceptBundle(capital.session, (await open(capital, answered.file)).bundle);
  const purpose = readRecord(avaria.session.vault, paper).conflicts.map(({ path }) => path);
  expect(purpose).toEqual(['purpose']);
  resolveConflicts(avaria.session, paper, { purpose: 'From two capitals' });
  for (const capital of capitals) await pass(capital, [secretariat]);
  await pass(secretariat, capitals);

  for (const desk of capitals) {
    expect(contentOf(desk), desk.session.vault.installation.name).toEqual(contentOf(secretariat));
  }
  for (const desk of everybody) {
    expect(readRecord(desk.session.vault, paper)).toMatchObject({
      conflicted: false,
      body: {
        due: '2027-09-01',
        purpose: 'From two capitals',
        body: textOf({ p1: 'By Tavania.', p2: 'By Northmark.', p3: 'By Avaria.', p4: 'By Lowmere.' }),
      },
    });
    expect(await examineVault(desk.session.vault)).toEqual([]);
  }
});

/** Every capital changes the same paper without knowing of the others, and makes one of its own. */
async function writeApart(
  capitals: readonly Desk[],
  paper: RecordId,
): Promise<[RecordId, RecordId, RecordId, RecordId]> {
  const made: RecordId[] = [];
  for (const [at, { session }] of capitals.entries()) {
    const [, , name = ''] = session.vault.installation.organisationName.split(' ');
    const words = { p1: 'One.', p2: 'Two.', p3: 'Three.', p4: 'Four.', [`p${at + 1}`]: `By ${name}.` };
    editRecord(session, paper, {
      body: textOf(words),
      due: `2027-0${at + 3}-01`,
      ...(at === 0 ? { purpose: `From ${session.vault.installation.organisationName}` } : {}),
    });
    const desk = { session, clock: capitals[at]?.clock ?? fail() };
    made.push(aPaper(desk, `${name} on grain`));
    await attach(desk, made[at] ?? paper);
  }
  const [one, two, three, four] = made;
  if (one === undefined || two === undefined || three === undefined || four === undefined) return fail();
  return [one, two, three, four];
}

function fail(): never {
  throw new Error('four capitals were expected');
}
