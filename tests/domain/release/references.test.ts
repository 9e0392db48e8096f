import { describe, expect, it } from 'vitest';
import { plainText } from '../../../domain/papers/plainText.ts';
import { isJsonObject, type JsonObject } from '../../../domain/records/json.ts';
import { objects } from '../../../domain/records/text.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { withReferences } from '../../../domain/release/references.ts';
import { release } from '../../../domain/release/release.ts';
import {
  aBlock,
  aDocument,
  aPlaceholder,
  aRecord,
  BOARD,
  CORVANE,
  circumstancesOf,
  freshIdOf,
  GREEN,
  idOf,
  NORTHMARK,
  OFFICER,
  redTo,
  strictTo,
  theCircle,
} from '../../helpers/releasable.ts';

const OPEN: Audience = { kind: 'community', bodies: [CORVANE] };
const board: Audience = { kind: 'board' };
const to = (paper: string, block: string): JsonObject => ({
  type: 'crossReference',
  attrs: { record: idOf(paper), block },
});
const line = (id: string, ...content: JsonObject[]): JsonObject => ({ type: 'paragraph', attrs: { id }, content });
const said = (words: string): JsonObject => ({ type: 'text', text: words });
const heading = (id: string, words: string): JsonObject => ({
  type: 'heading',
  attrs: { id, level: 1 },
  content: [said(words)],
});
const aPaper = (name: string, mark: typeof BOARD, body: JsonObject, ...content: JsonObject[]) =>
  aRecord('paper', idOf(name), { title: name, language: 'en', body: aDocument(...content), ...body }, mark);

const routes = aPaper(
  'Routes',
  GREEN,
  { number: 'CB/9/4', openNumber: 'CB/9/O1' },
  aBlock('strict', 'For the board alone.', { mark: 'TLP:AMBER' }),
  heading('h', 'The river'),
  aBlock('p', 'Open to all.'),
  aPlaceholder('w', idOf('placeholder')),
  heading('again', 'Later'),
  aBlock('q', 'After the portion.'),
);
const portion = aRecord(
  'portion',
  idOf('portion'),
  {
    paper: routes.id,
    placeholder: idOf('placeholder'),
    body: aDocument(heading('inside', 'Who met whom'), aBlock('told', 'Nobody may say.')),
  },
  redTo(OFFICER),
);
const closed = aPaper('Closed', BOARD, { number: 'CB/9/7' }, heading('c', 'A closed heading'), aBlock('d', 'Closed.'));
const alone = aPaper('Alone', strictTo(NORTHMARK), { number: 'CB/9/8' }, heading('e', 'A lonely heading'));
const gone = aRecord('paper', idOf('Gone'), { number: 'CB/9/9', title: 'Gone', body: aDocument() }, GREEN, {
  deleted: true,
});

/** What a paper with these in it says to an audience; `wanted`: what was asked for besides. */
function told(audience: Audience, nodes: readonly JsonObject[], wanted = [routes, portion, closed, alone, gone]) {
  const source = aPaper(
    'Source',
    GREEN,
    { number: 'CB/9/1', openNumber: 'CB/9/O2' },
    aBlock('first', 'It begins.'),
    line('see', said('See '), ...nodes, said('.')),
  );
  const all = [...theCircle(), source, routes, portion, closed, alone, gone];
  const made = release(
    { records: all, wanted: new Set([source, ...wanted].map(({ id }) => id)) },
    audience,
    circumstancesOf(all),
  );
  const own = audience.kind === 'community' ? freshIdOf(source.id) : source.id;
  const document = made.release.documents.find(({ id }) => id === own);
  const content = isJsonObject(document?.body.body) ? objects(document.body.body.content) : [];
  const parts = made.explanation.records.find(({ record }) => record === source.id)?.parts;
  return {
    document,
    content,
    parts,
    words: plainText(aDocument(...content))
      .split('\n')
      .at(-1),
    made,
  };
}

describe('a cross-reference', () => {
  it('says where its place is in what the audience may have, and leads there', () => {
    expect(told(board, [to('Routes', 'q')]).words).toBe('See CB/9/4, paragraph\u00a04.');
    expect(told(board, [to('Routes', 'h')]).words).toBe('See CB/9/4, section “The river”.');
    expect(told(board, [to('Source', 'first')]).words).toBe('See paragraph\u00a01.');
    const { content } = told(board, [to('Routes', 'q')]);
    expect(objects(content[1]?.content)[1]?.marks).toEqual([
      { type: 'recordLink', attrs: { record: routes.id, block: 'q' } },
    ]);
  });

  it('is numbered for the community as what goes there is, by ids that lead nowhere', () => {
    const { words, content, document } = told(OPEN, [to('Routes', 'q')]);
    expect(words).toBe('See CB/9/O1, paragraph\u00a02.');
    expect(objects(content[1]?.content)[1]?.marks).toEqual([
      { type: 'recordLink', attrs: { record: freshIdOf(routes.id), block: 'b4' } },
    ]);
    expect(JSON.stringify(document)).not.toContain(routes.id);
  });

  it('tells members that a place is not found, with the paper where they may have that', () => {
    expect(told(board, [to('Alone', 'e')]).words).toBe('See [place not found].');
    expect(told(board, [to('Gone', 'x')]).words).toBe('See [place not found].');
    expect(told(board, [to('Nowhere', 'x')]).words).toBe('See [place not found].');
    expect(told(board, [to('Routes', 'x')]).words).toBe('See CB/9/4 [place not found].');
    expect(told(board, [to('Source', 'x')]).words).toBe('See [place not found].');
  });

  it('leaves outside no trace of what the audience may not have', () => {
    for (const target of [to('Closed', 'c'), to('Alone', 'e'), to('Gone', 'x'), to('Routes', 'x'), to('Source', 'x')]) {
      const { words, parts, document } = told(OPEN, [target]);
      expect(words).toBe('See .');
      expect(parts).toContainEqual({ path: 'body/crossReference', reason: 'link' });
      expect(JSON.stringify(document)).not.toMatch(/crossReference|not found|CB\/9\/[4789]|closed heading/);
    }
  });

  it('tells of a place in a portion only those who may read it', () => {
    expect(told({ kind: 'self' }, [to('Routes', 'inside')]).words).toBe('See CB/9/4, section “Who met whom”.');
    expect(told({ kind: 'organisation', organisation: NORTHMARK }, [to('Routes', 'inside')]).words).toBe(
      'See CB/9/4 [place not found].',
    );
    expect(told(OPEN, [to('Routes', 'inside')]).words).toBe('See .');
    expect(told(OPEN, [to('Routes', 'strict')]).words).toBe('See .');
  });

  it('is words alone where its paper may go and was not asked for', () => {
    for (const audience of [board, OPEN]) {
      const { content, words } = told(audience, [to('Routes', 'h')], []);
      expect(words).toMatch(/^See CB\/9\/\w+, section “The river”\.$/);
      expect(JSON.stringify(content)).not.toContain('recordLink');
    }
  });

  it('keeps its form, and is no trace when its blank line is gone', () => {
    const bold = { ...to('Routes', 'h'), marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'amberdesk:x' } }] };
    const { content } = told(OPEN, [bold]);
    expect(objects(content[1]?.content)[1]?.marks).toEqual([
      { type: 'bold' },
      { type: 'recordLink', attrs: { record: freshIdOf(routes.id), block: 'b1' } },
    ]);
  });

  it('is computed again by whoever receives what is issued anew', () => {
    const { document } = told(OPEN, [to('Routes', 'h')]);
    const { body } = withReferences(document?.body ?? {});
    const content = isJsonObject(body) ? objects(body.content) : [];
    expect(objects(content[1]?.content)).toEqual([
      { type: 'text', text: 'See ' },
      { type: 'crossReference', attrs: { record: freshIdOf(routes.id), block: 'b1' } },
      { type: 'text', text: '.' },
    ]);
  });

  it('does not count a line outside of which nothing is left but what is gone', () => {
    const source = aPaper('Lines', GREEN, {}, line('empty', to('Closed', 'c')), aBlock('after', 'It stays.'));
    const referring = aPaper('Referring', GREEN, {}, line('x', to('Lines', 'after')));
    const all = [...theCircle(), source, referring, closed];
    const { documents } = release({ records: all }, OPEN, circumstancesOf(all)).release;
    expect(JSON.stringify(documents.find(({ title }) => title === 'Referring'))).toContain('“Lines”, paragraph\u00a01');
    const members = release({ records: all }, board, circumstancesOf(all)).release.documents;
    expect(JSON.stringify(members.find(({ title }) => title === 'Referring'))).toContain('“Lines”, paragraph\u00a02');
  });
});
