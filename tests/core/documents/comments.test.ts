import { expect, it } from 'vitest';
import { PrintOptions } from '../../../contract/documents/calls.ts';
import { printOrder } from '../../../core/documents/printOrder.ts';
import { unwatched } from '../../../core/jobs/work.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { readRegister } from '../../../core/records/register/register.ts';
import type { Mark } from '../../../domain/handling/handling.ts';
import { makeAnchor } from '../../../domain/papers/placeAnchor.ts';
import { RichText } from '../../../domain/papers/richText.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { asJson } from '../../../domain/records/revision.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { aDocument, aMember, aPaper, aSession, deliver, refusal } from '../../helpers/aSession.ts';
import { readPdf, squeeze } from '../../helpers/readPdf.ts';

const BOARD = { kind: 'board' } as const;

it('the comments on a paper print for members in the order of its text, with who wrote them and when, as far as the gate names them', async () => {
  const [here, there] = [await aSession('Secretariat', 'secretariat'), await aSession('Corvane')];
  for (const name of ['Secretariat', 'Corvane']) aMember(here, name);
  for (const { vault } of [here, there]) {
    const { seat, organisation } = vault.installation;
    const person = { name: vault.installation.organisationName === 'Corvane' ? 'Ilse Varn' : 'Ada Morn', organisation };
    createRecord(here, 'person', person, { id: seat, mark: { label: 'TLP:AMBER', distribution: { to: 'board' } } });
  }
  const words = ['The bridge was closed.', 'The market opened.'];
  const paper = aPaper(here, { body: aDocument(...words), number: 'CB/8/4' });
  const anchors = RichText.parse(aDocument(...words)).content.map((block) => asJson(makeAnchor(block, 4, 10)));
  const say = (session: typeof here, text: string, more: JsonObject = {}, mark?: Mark) =>
    createRecord(session, 'comment', { record: paper.id, text, ...more }, mark === undefined ? {} : { mark }).id;
  say(here, 'Which market?', { anchor: anchors[1] ?? null });
  deliver(here, there, 'b1');
  there.surroundings.move(3_600_000);
  const bridge = say(there, 'Which bridge?', { anchor: anchors[0] ?? null });
  const done = say(there, 'A full stop is missing.');
  deliver(there, here, 'b2');
  // Whoever resolves it did not write it.
  here.surroundings.move(24 * 3_600_000);
  editRecord(here, done, { resolved: true });
  say(here, 'The one in Dour.', { replyTo: bridge });
  const red: Mark = {
    label: 'TLP:RED',
    distribution: { to: 'named', organisations: [], persons: [here.vault.installation.seat] },
  };
  say(here, 'Quillabrandt says otherwise.', {}, red);

  const printed = async (audience: Audience, language: 'en' | 'fr' = 'en') => {
    const options = PrintOptions.parse({ language });
    const document = { what: 'comments', paper: paper.id } as const;
    return squeeze((await readPdf(printOrder(unwatched, here, { document, audience, options }).pdf)).text);
  };
  const read = await printed(BOARD);
  const inOrder = [
    ...['2 to resolve, one resolved.', 'To resolve', 'Ilse Varn', 'Which bridge?', 'On “bridge”'],
    ...['Answer · Ada Morn', 'The one in Dour.', 'Which market?', 'On “market”'],
    ...['Resolved', 'Ilse Varn', 'A full stop is missing.', 'On the whole paper'],
  ];
  let from = 0;
  for (const part of inOrder) {
    const at = read.indexOf(squeeze(part), from);
    expect(at, part).toBeGreaterThanOrEqual(from);
    from = at;
  }
  expect(read).not.toContain('Quillabrandt');
  expect(await printed({ kind: 'self' })).toContain(squeeze('Quillabrandt says otherwise.'));
  expect(await printed(BOARD, 'fr')).toContain(squeeze('2 à régler, un réglé.'));
  const outside: Audience = { kind: 'public' };
  const order = { document: { what: 'comments', paper: paper.id } as const, options: PrintOptions.parse({}) };
  refusal(() => printOrder(unwatched, here, { ...order, audience: outside }), 'release.withheld');

  // The register counts those to resolve; where they may not say who writes, nobody is named.
  const page = { kinds: ['paper'], sort: [], columns: ['$comments'], offset: 0, limit: 10 };
  const open = { column: '$comments', is: 'notEmpty' } as const;
  const rows = () => readRegister(here.vault, { ...page, filters: [open] }).rows.map(({ cells }) => cells.$comments);
  aPaper(here, { title: 'Without any' });
  expect(rows()).toEqual([3]);
  editRecord(here, done, { resolved: false });
  expect(rows()).toEqual([4]);
  editRecord(here, paper.id, {}, { chathamHouse: true });
  const quiet = await printed(BOARD);
  expect(quiet).toContain(squeeze('Not named'));
  expect(quiet).not.toContain('Varn');
});
