import type { Mark } from '../../domain/handling/handling.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { objects, text } from '../../domain/records/text.ts';
import { createRecord } from '../records/createRecord.ts';
import { editRecord } from '../records/editRecord.ts';
import { shareDrafts } from '../records/shareDrafts.ts';
import type { Session } from '../session.ts';
import { type Corpus, createCorpus, numbersFrom } from './corpus.ts';

/** How many papers the meeting has. */
export const PAPERS = 60;
/** Shared editions of each paper. */
export const EDITIONS = 4;
/** What else is in the vault, and what the words are taken from. */
export const OTHERS = 5_000;
const PARAGRAPHS = 44;
const COMMENTS = 8;

const BOARD: Mark = { label: 'TLP:AMBER', distribution: { to: 'board' } };
const GREEN: Mark = { label: 'TLP:GREEN', distribution: { to: 'community' } };

/** A network, a meeting with its sessions and items, and the papers with everything on them; all shared. */
export function aMeetingOfPapers(
  session: Session,
  { editions = EDITIONS, paragraphsOf = (_paper: number): number => PARAGRAPHS } = {},
): { meeting: RecordId; invited: RecordId; papers: readonly RecordId[] } {
  const { organisation } = session.vault.installation;
  const make = (kind: string, body: JsonObject, mark: Mark = BOARD): RecordId =>
    createRecord(session, kind, body, { mark }).id;
  createRecord(
    session,
    'organisation',
    { name: 'Secretariat', membership: 'secretariat' },
    { id: organisation, mark: GREEN },
  );
  make('network', { name: 'Bench', symbol: 'B', secretariat: organisation }, GREEN);
  const member = make('organisation', { name: 'Northmark', membership: 'member' }, GREEN);
  const invited = make('organisation', { name: 'Harbour Legal Observatory', membership: 'invited' }, GREEN);
  const meeting = make('meeting', { title: 'Eighth meeting', symbol: 'B/8', starts: '2027-03-10' }, GREEN);
  const sessions = [1, 2, 3, 4].map((day) =>
    make('session', { meeting, day, starts: '09:30', ends: '17:00', access: day % 2 === 0 ? 'open' : 'closed' }, GREEN),
  );
  const corpus = createCorpus();
  const strict: Mark = { label: 'TLP:AMBER', distribution: { to: 'named', organisations: [member], persons: [] } };
  const papers = Array.from({ length: PAPERS }, (_, index) => {
    const open = index % 2 === 0;
    const content = blocksOf(corpus, index, paragraphsOf(index));
    const body = {
      meeting,
      number: `B/8/${index + 1}`,
      ...(open ? { openNumber: `B/8/O${index / 2 + 1}` } : {}),
      title: `Paper ${index + 1}`,
      from: [member],
      body: { type: 'doc', content },
    };
    const paper = make('paper', body, open ? GREEN : BOARD);
    for (const block of content) {
      if (block.type !== 'portion') continue;
      const words = {
        type: 'doc',
        content: [aParagraph(`in-${index}`, corpus.excerpt(numbersFrom(index), OTHERS, 40))],
      };
      make('portion', { paper, placeholder: text(block.attrs.placeholder), body: words }, strict);
    }
    for (const block of content.filter(({ type }) => type === 'paragraph').slice(0, COMMENTS)) {
      const quote = text(objects(block.content)[0]?.text).split(' ').slice(2, 8).join(' ');
      const anchor = { block: block.attrs.id, quote, before: '', after: '' };
      const comment = make('comment', { record: paper, anchor, text: 'Is this still so?', resolved: false });
      make('comment', { record: paper, replyTo: comment, text: 'It was confirmed since.', resolved: true });
    }
    const place = { order: `a${index}`, type: 'item', minutes: 20, purpose: 'discussion' };
    const session = sessions[index % sessions.length] ?? meeting;
    make(
      'agendaItem',
      { meeting, session, ...place, number: index + 1, title: `Item ${index + 1}`, papers: [paper] },
      GREEN,
    );
    return paper;
  });
  shareDrafts(session, 'all');
  for (let edition = 2; edition <= editions; edition++) {
    for (const [index, paper] of papers.entries()) {
      editRecord(session, paper, {
        body: { type: 'doc', content: blocksOf(corpus, index, paragraphsOf(index), edition) },
      });
    }
    shareDrafts(session, 'all');
  }
  return { meeting, invited, papers };
}

type Block = JsonObject & {
  readonly type: string;
  readonly attrs: { readonly id: string; readonly [name: string]: string | number };
};

/** Headings, paragraphs with footnotes and looser marks here and there, a table, and two placeholders. */
function blocksOf(corpus: Corpus, paper: number, paragraphs: number, edition = 1): Block[] {
  const next = numbersFrom(paper + 1);
  const words = (count: number) => corpus.excerpt(next, OTHERS, count);
  return Array.from({ length: paragraphs }, (_, at): Block[] => {
    const id = `p${at}`;
    const said = `${words(46)}. ${edition > 1 && at === edition ? `Edition ${edition}.` : ''}`;
    const paragraph = aParagraph(id, said, at % 5 === 0 ? words(9) : undefined, at % 9 === 0 ? 'TLP:GREEN' : undefined);
    const heading: Block = {
      type: 'heading',
      attrs: { id: `h${at}`, level: 2 },
      content: [{ type: 'text', text: words(5) }],
    };
    const placeholder = `00000000-0000-4000-9000-${(paper * 100 + at).toString().padStart(12, '0')}`;
    const portion: Block = { type: 'portion', attrs: { id: `s${at}`, placeholder, label: 'TLP:AMBER', lines: 4 } };
    const blocks = [...(at % 7 === 0 ? [heading] : []), paragraph, ...(at % 20 === 12 ? [portion] : [])];
    return at === 30 ? [...blocks, aTable(words)] : blocks;
  }).flat();
}

function aParagraph(id: string, words: string, note?: string, mark?: string): Block {
  const footnote = { type: 'footnote', attrs: { id: `f-${id}` }, content: [{ type: 'text', text: note ?? '' }] };
  const content = [{ type: 'text', text: words }, ...(note === undefined ? [] : [footnote])];
  return { type: 'paragraph', attrs: { id, ...(mark === undefined ? {} : { mark }) }, content };
}

function aTable(words: (count: number) => string): Block {
  const cell = (type: string): JsonObject => ({
    type,
    content: [{ type: 'paragraph', content: [{ type: 'text', text: words(2) }] }],
  });
  const row = (type: string): JsonObject => ({ type: 'tableRow', content: [1, 2, 3, 4].map(() => cell(type)) });
  const content = [row('tableHeader'), ...[1, 2, 3, 4, 5, 6].map(() => row('tableCell'))];
  return { type: 'table', attrs: { id: 'table', caption: words(5) }, content };
}
