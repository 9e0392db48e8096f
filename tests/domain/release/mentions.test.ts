import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circleOf } from '../../../domain/handling/circle.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import type { ReleasableRecord } from '../../../domain/release/material.ts';
import { indexNames, mentionsIn } from '../../../domain/release/mentions.ts';
import { namesFor } from '../../../domain/release/names.ts';
import { aRecord, BOARD, CLEAR, freshIdOf, idOf } from '../../helpers/releasable.ts';

const COMMUNITY: Audience = { kind: 'community', bodies: [idOf('body')] };
const body = aRecord('organisation', idOf('body'), { name: 'Harbour Legal Observatory', membership: 'invited' }, CLEAR);
const AT = '2027-03-03T18:12Z';

const aText = (...lines: string[]): JsonObject => ({
  title: 'Open paper',
  body: {
    type: 'doc',
    content: lines.map((text, at) => ({
      type: 'paragraph',
      attrs: { id: `b${at}` },
      content: [{ type: 'text', text }],
    })),
  },
});

function found(records: readonly ReleasableRecord[], ...lines: string[]): string[] {
  const all = [body, ...records];
  const circumstances = { at: AT, circle: circleOf(all, undefined), mint: freshIdOf };
  const index = indexNames(namesFor({ records: all }, COMMUNITY, circumstances, ''));
  const texts = [{ record: idOf('paper'), body: aText(...lines), earlier: false }];
  return mentionsIn(texts, index).map(({ words }) => words);
}

const ministry = aRecord(
  'organisation',
  idOf('ministry'),
  { name: 'Ministère de l’Intérieur', shortName: 'MI' },
  BOARD,
);
const envoy = aRecord('person', idOf('envoy'), { name: 'Zoë Halk' }, BOARD);

describe('withheld names in what goes', () => {
  it('are found as whole words, whatever case and accents, after elisions and before possessives', () => {
    expect(found([ministry], 'Le MINISTERE DE L’INTERIEUR a répondu.')).toEqual(['MINISTERE DE L’INTERIEUR']);
    expect(found([ministry], "Selon le ministère de l'intérieur, rien.")).toEqual(["ministère de l'intérieur"]);
    const avaria = aRecord('organisation', idOf('avaria'), { name: 'Avarie' }, BOARD);
    expect(found([avaria], 'L’envoi d’Avarie, et celui de l\u2019avarie du navire; avaries.')).toEqual(['Avarie']);
    expect(found([envoy], 'Zoe Halk’s note', 'Zoe  Halk and Zoë\u00a0Halk')).toEqual(['Zoe Halk', 'Zoe  Halk']);
    expect(found([ministry], 'The MI was told.', 'mi casa, mId')).toEqual(['MI']);
  });

  it('are no single words of a name but the family name, written as one', () => {
    expect(found([envoy], 'Zoë was there.')).toEqual([]);
    expect(found([envoy], 'Minister Halk was there.', 'They halk about.')).toEqual(['Halk']);
    const opening = aRecord('agendaItem', idOf('item'), { title: 'Opening' }, BOARD);
    expect(found([opening], 'Opening words. Opening a door, then an opening.')).toEqual([]);
    expect(found([opening], 'Under the item Opening nothing was said.')).toEqual(['Opening']);
  });

  it('are none where they are what something released is called, or part of its longer name', () => {
    const namesake = aRecord('organisation', idOf('namesake'), { name: 'Ministere de l Interieur' }, CLEAR);
    expect(found([ministry, namesake], 'Le ministère de l’Intérieur.')).toEqual([]);
    const police = aRecord('organisation', idOf('police'), { name: 'Police' }, BOARD);
    const academy = aRecord('organisation', idOf('academy'), { name: 'Police Academy of Lowmere' }, CLEAR);
    expect(found([police, academy], 'The Police Academy of Lowmere trains; the Police does not.')).toEqual(['Police']);
    const halkBridge = aRecord('organisation', idOf('bridge'), { name: 'Halk Bridge Trust' }, CLEAR);
    expect(found([envoy, halkBridge], 'Over the Halk bridge came Zoë Halk.')).toEqual(['Zoë Halk']);
    // A released title is no shield for a name that stands in it.
    const about = aRecord('paper', idOf('about'), { title: 'Talks with Zoë Halk' }, CLEAR);
    expect(found([envoy, about], 'See “Talks with Zoë Halk”.')).toEqual(['Zoë Halk']);
  });

  it('are told once a sentence, with the sentence around them, which another sentence leaves as it was', () => {
    const all = [body, envoy];
    const circumstances = { at: AT, circle: circleOf(all, undefined), mint: freshIdOf };
    const index = indexNames(namesFor({ records: all }, COMMUNITY, circumstances, ''));
    const said = (...lines: string[]) =>
      mentionsIn([{ record: idOf('paper'), body: aText(...lines), earlier: false }], index);
    const [first, ...more] = said('It rained. Then Zoë Halk spoke, and Zoë Halk left. Nobody else.');
    expect(more).toEqual([]);
    expect(first).toMatchObject({ before: 'Then ', words: 'Zoë Halk', path: 'body/b0', name: envoy.id });
    expect(first?.after).toContain(' left.');
    const [again] = said('It was dry.  Then Zoë Halk  spoke, and Zoë Halk left. Somebody else.');
    expect(again?.digest).toBe(first?.digest);
    const [changed] = said('It rained. Then Zoë Halk spoke, and Zoë Halk stayed.');
    expect(changed?.digest).not.toBe(first?.digest);
  });

  it('are found wherever they are put between other words, and no text without them has any', () => {
    const words = fc.array(fc.constantFrom('river', 'Halkirk', 'l’eau', 'the', 'Marrow,', 'zoë', '(2027)', 'and'), {
      maxLength: 12,
    });
    const written = fc.constantFrom('Zoë Halk', 'zoe halk', 'ZOË HALK', 'Zoe-Halk', 'Zoë\nHalk');
    fc.assert(
      fc.property(words, words, written, (before, after, name) => {
        const clean = [...before, '|', ...after].join(' ');
        expect(found([envoy], clean)).toEqual([]);
        expect(found([envoy], [...before, name, ...after].join(' '))).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });
});
