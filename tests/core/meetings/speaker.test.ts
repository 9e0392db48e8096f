import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sealSelection } from '../../../core/exchange/sealSelection.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { planRegularMeeting } from '../../../core/meetings/planMeeting.ts';
import { seat } from '../../../core/meetings/seating.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import type { Mark } from '../../../domain/handling/handling.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { aPaper, aSession, randomId } from '../../helpers/aSession.ts';
import { aFolder, PASSPHRASE } from '../../helpers/aVault.ts';
import { openByHand } from '../../helpers/openByHand.ts';
import { readPdf } from '../../helpers/readPdf.ts';

const CLEAR: Mark = { label: 'TLP:CLEAR', distribution: { to: 'everyone' } };
const GREEN: Mark = { label: 'TLP:GREEN', distribution: { to: 'community' } };

it('a bundle for a speaker holds their item and the papers listed for it, and nothing else of the meeting', async () => {
  const here = await aSession('Secretariat', 'secretariat');
  const make = (kind: string, body: JsonObject, mark = GREEN): RecordId => createRecord(here, kind, body, { mark }).id;
  make('network', { name: 'Exercise Meridian', symbol: 'CB' }, CLEAR);
  const body = make('organisation', { name: 'Circle of Mediators', membership: 'invited' });
  const other = make('organisation', { name: 'Corvane Institute', membership: 'invited' });
  const speaker = make('person', { name: 'Consuelo Arribante', organisation: body });
  const { meeting, sessions } = planRegularMeeting(here, {
    title: '8th regular meeting',
    symbol: 'CB/8',
    number: 8,
    starts: '2027-03-11',
    venue: 'Assembly House',
    city: 'Avanor',
    zone: 'Europe/Lisbon',
  });
  const [, , open = randomId()] = sessions;
  const [listed, unlisted] = ['On the river courts', 'On the register of Hallin'].map(
    (title) => aPaper(here, { title, meeting }, { mark: GREEN }).id,
  );
  const item = (title: string, order: string, papers: (RecordId | undefined)[]) =>
    make('agendaItem', {
      meeting,
      session: open,
      type: 'item',
      title,
      minutes: 30,
      order,
      papers: papers.filter((paper) => paper !== undefined),
      speakers: [{ id: 's', order: 'a0', party: speaker, zone: 'America/Montevideo' }],
    });
  const own = item('Communities at risk', 'a2', [listed, unlisted]);
  item('Documentation centres', 'a1', [unlisted]);
  seat(here, meeting, [
    { organisation: other, capacity: 'invited', reason: 'Keeps the register.' },
    { person: speaker, capacity: 'speaker', items: [own] },
  ]);

  const file = join(aFolder(), 'Speaker.amber');
  await sealSelection(unwatched, here, {
    selection: { of: 'meeting', meeting },
    audience: { kind: 'guest', party: speaker, item: own, papers: listed === undefined ? [] : [listed] },
    addressees: [],
    passphrase: PASSPHRASE,
    purpose: 'consultation',
    meeting,
    readable: { languages: ['en'], paper: 'a4' },
    file,
  });
  const entries = await openByHand(file, PASSPHRASE);
  const all = [...entries].map(([name, bytes]) => `${name}\n${bytes.toString('utf8')}`).join('\n');
  const lines = (entries.get('records.jsonl.gz') ?? Buffer.from('')).toString('utf8').split('\n').filter(Boolean);
  const kinds = lines.map((line): { kind: string; body: JsonObject } => JSON.parse(line));
  const titles = (kind: string) => kinds.filter((one) => one.kind === kind).map((one) => one.body.title);
  expect(titles('agendaItem')).toEqual(['Communities at risk']);
  expect(titles('paper')).toEqual(['On the river courts']);
  expect(kinds.filter((one) => one.kind === 'participant')).toEqual([]);
  expect(all).not.toMatch(/Hallin|Documentation centres|Corvane|register/);
  // In what they read without the application, their item stands at its own time, after one that they do not get.
  const agenda = entries.get('print/agenda.pdf');
  const printed = agenda === undefined ? '' : (await readPdf(agenda)).text;
  expect(printed).toContain('10:00 Communities at risk');
  expect(printed).not.toMatch(/Documentation|Corvane/);
});
