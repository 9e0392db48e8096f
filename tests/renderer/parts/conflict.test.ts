import { describe, expect, it } from 'vitest';
import type { Json } from '../../../domain/records/json.ts';
import {
  answersFor,
  askedNow,
  bothOf,
  type Conflict,
  groupsOf,
  oneBlock,
  ruleOf,
  unanswered,
} from '../../../renderer/parts/conflict/answers.ts';
import { paragraph, words } from '../../helpers/documentNodes.ts';

/** A question with two sides; the second is this installation's own. */
function question(path: string, type: Conflict['type'], theirs: Json | undefined, ours: Json | undefined): Conflict {
  const side = (version: string, value: Json | undefined) => ({
    version,
    who: version,
    own: version === 'ours',
    ...(value === undefined ? {} : { value }),
  });
  return {
    path,
    field: path.split('/')[0] ?? '',
    type,
    sides: [side('theirs', theirs), side('ours', ours)],
    words: '',
  };
}

describe('the answer to a conflict', () => {
  it('offers this installation’s own side first', () => {
    expect(groupsOf(question('title', 'scalar', 'a', 'b')).map(([side]) => side?.version)).toEqual(['ours', 'theirs']);
    expect(groupsOf(question('title', 'scalar', 'a', 'a'))).toHaveLength(1);
  });

  it('may be both, for sets, long texts, and blocks of one type', () => {
    const from = question('from', 'scalar', ['x', 'y'], ['y', 'z']);
    expect(bothOf(from, ruleOf('paper', from), false)).toEqual(['y', 'z', 'x']);
    const purpose = question('purpose', 'scalar', 'Theirs.', 'Ours.');
    expect(bothOf(purpose, ruleOf('paper', purpose), true)).toBe('Ours.\n\nTheirs.');
    expect(bothOf(purpose, ruleOf('paper', purpose), false)).toBeUndefined();
    const [theirs, ours] = [paragraph('b', words('Theirs.')), paragraph('b', words('Ours.'))];
    expect(bothOf(question('body/b', 'block', theirs, ours), undefined, false)).toEqual(
      paragraph('b', words('Ours.'), { type: 'hardBreak' }, words('Theirs.')),
    );
    const heading = { type: 'heading', attrs: { id: 'b', level: 2 }, content: [words('Ours.')] };
    expect(bothOf(question('body/b', 'block', theirs, heading), undefined, false)).toBeUndefined();
    expect(bothOf(question('body/b', 'removed', theirs, undefined), undefined, false)).toBeUndefined();
  });

  it('may be written anew: several paragraphs in the place of one become its lines', () => {
    const before = paragraph('b', words('Before.'));
    const written = { type: 'doc', content: [paragraph('x', words('One.')), paragraph('y', words('Two.'))] };
    expect(oneBlock(written, before)).toEqual(paragraph('b', words('One.'), { type: 'hardBreak' }, words('Two.')));
    expect(oneBlock({ type: 'doc', content: [paragraph('x', words('One.'))] }, before)).toEqual(
      paragraph('b', words('One.')),
    );
    expect(oneBlock(undefined, before)).toBeUndefined();
  });

  it('to a whole entry answers what lies inside it', () => {
    const entry = question('speakers/a', 'removed', undefined, { id: 'a', order: 'a0' });
    const zone = question('speakers/a/zone', 'entry', 'UTC', 'Europe/Madrid');
    const title = question('title', 'scalar', 'a', 'b');
    const all = [entry, zone, title];
    expect(askedNow(all, {})).toEqual(all);
    const answers = { 'speakers/a': { take: 'side', version: 'theirs' } } as const;
    expect(askedNow(all, answers)).toEqual([entry, title]);
    expect(unanswered(all, answers)).toEqual([title]);
    expect(answersFor('agendaItem', all, { ...answers, title: { take: 'own', value: 'c' } })).toEqual({
      'speakers/a': null,
      title: 'c',
    });
  });
});
