import { AmberdeskError } from '../../domain/errors.ts';
import type { Mark } from '../../domain/handling/handling.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { objects, text } from '../../domain/records/text.ts';
import type { Audience } from '../../domain/release/audience.ts';
import { explainSealing } from '../exchange/sealSelection.ts';
import { createRecord } from '../records/createRecord.ts';
import { editRecord } from '../records/editRecord.ts';
import { shareDrafts } from '../records/shareDrafts.ts';
import { releaseFor } from '../release/releaseFor.ts';
import type { Session } from '../session.ts';
import { type BenchResult, median, rounded } from './benchResult.ts';
import { type Corpus, createCorpus, numbersFrom } from './corpus.ts';
import { fillWithCorpus, openBenchVault } from './corpusVault.ts';

const RUNS = 5;
const LIMIT_MS = 1_000;
const PAPERS = 60;
const PARAGRAPHS = 44;
const COMMENTS = 8;
const EDITIONS = 4;
/** What else is in the vault. */
const OTHERS = 5_000;

const BOARD: Mark = { label: 'TLP:AMBER', distribution: { to: 'board' } };
const GREEN: Mark = { label: 'TLP:GREEN', distribution: { to: 'community' } };

/**
 * Sixty papers of a meeting, of about 2,500 words each, with two stricter portions, eight comments with an answer each and
 * four shared editions, in a vault of 5,000 other records: explained and laid before the gate for the board, with their
 * signed histories, and for the community; in milliseconds, all four together, the median of five. The peer does the
 * least of it in plain Node: it parses the same lines and leaves out what carries another mark. Throws `internal` when
 * an audience gets less than it should.
 */
export async function release60Papers(): Promise<BenchResult> {
  const { session, close } = await openBenchVault();
  try {
    fillWithCorpus(session, createCorpus(), session, OTHERS);
    const { meeting, invited } = aMeetingOfPapers(session);
    const selection = { of: 'meeting', meeting } as const;
    const audiences: Audience[] = [{ kind: 'board' }, { kind: 'community', bodies: [invited] }];
    const [ours, theirs, explained]: [number[], number[], number[]] = [[], [], []];
    const lines = sharedLines(session);
    for (let run = 0; run < RUNS; run++) {
      const started = performance.now();
      for (const audience of audiences) explainSealing(session, { selection, audience });
      explained.push(performance.now() - started);
      for (const audience of audiences) {
        const { release } = releaseFor(session, selection, audience, 'revisions');
        const [count, due] =
          audience.kind === 'board'
            ? [release.revisions.length, PAPERS * EDITIONS]
            : [release.fresh.filter(({ kind }) => kind === 'paper').length, PAPERS / 2];
        if (count < due) throw new AmberdeskError('internal', { audience: audience.kind, count });
      }
      ours.push(performance.now() - started);
      theirs.push(peerMilliseconds(lines));
    }
    const [value, peerValue] = [median(ours), median(theirs)];
    return {
      name: 'release-60-papers',
      unit: 'ms',
      value: rounded(value),
      peer: 'Node: parse and filter the same lines',
      peerValue: rounded(peerValue),
      ratio: rounded(value / peerValue),
      limit: LIMIT_MS,
      limitOf: 'value',
      apart: { 'explaining, of it': rounded(median(explained)) },
    };
  } finally {
    close();
  }
}

/** A network, a meeting with its sessions and items, and the papers with everything on them; all shared. */
function aMeetingOfPapers(session: Session): { meeting: RecordId; invited: RecordId } {
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
    const content = blocksOf(corpus, index);
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
  for (let edition = 2; edition <= EDITIONS; edition++) {
    for (const [index, paper] of papers.entries()) {
      editRecord(session, paper, { body: { type: 'doc', content: blocksOf(corpus, index, edition) } });
    }
    shareDrafts(session, 'all');
  }
  return { meeting, invited };
}

type Block = JsonObject & {
  readonly type: string;
  readonly attrs: { readonly id: string; readonly [name: string]: string | number };
};

/** Headings, paragraphs with footnotes and looser marks here and there, a table, and two placeholders. */
function blocksOf(corpus: Corpus, paper: number, edition = 1): Block[] {
  const next = numbersFrom(paper + 1);
  const words = (count: number) => corpus.excerpt(next, OTHERS, count);
  return Array.from({ length: PARAGRAPHS }, (_, at): Block[] => {
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

/** The lines of everything that was shared but the corpus. */
function sharedLines({ vault }: Session): string[] {
  return vault.sqlite
    .prepare<[], string>("SELECT line FROM revision WHERE record NOT LIKE '00000000-0000-4000-8000-%'")
    .pluck()
    .all();
}

/** For each audience, twice: everything parsed, and what carries another mark left out. */
function peerMilliseconds(lines: readonly string[]): number {
  const started = performance.now();
  let left = 0;
  for (const label of ['TLP:AMBER', 'TLP:AMBER', 'TLP:GREEN', 'TLP:GREEN']) {
    const kept = lines.map((line) => JSON.parse(line)).filter(({ handling }) => handling.label === label);
    left += kept.length;
  }
  const passed = performance.now() - started;
  if (left < PAPERS) throw new AmberdeskError('internal', { left });
  return passed;
}
