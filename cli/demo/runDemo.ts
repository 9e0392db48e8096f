import { join } from 'node:path';
import type { Client } from '../../contract/client.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { text } from '../../domain/records/text.ts';
import { audienceOf } from '../audienceOf.ts';
import { blockText, rewriteBlock } from './editBlock.ts';
import { type CarriedPaper, carryPapers, loadPapers } from './papers.ts';
import { type Actor, filesIn, meet, prepareFolder, takeSeat } from './stage.ts';

const PAPER = 'CB/8/4';
const OPEN_PAPER = 'CB/8/O1';

type Say = (line: string) => void;

/** What the demonstration did, for `--json` and for tests. */
export interface DemoResult {
  readonly records: number;
  readonly conflicts: string[];
  readonly papers: CarriedPaper[];
  readonly files: { file: string; bytes: number }[];
  readonly seconds: number;
}

/**
 * The main job on the exercise, without a display: plan a meeting, seal the dossier for two capitals, open it there,
 * answer, seal back, merge, resolve the one conflict, print. Everything goes through the contract, as a window's
 * clicks do.
 */
export async function runDemo(out: string, papersFolder: string | undefined, say: Say): Promise<DemoResult> {
  const started = performance.now();
  const folder = prepareFolder(out);
  say('EXERCISE. Every name below is invented.');

  say('1  Three seats, three vaults: the Secretariat, Northmark and Avaria, each with keys of its own.');
  const actors = {
    secretariat: await takeSeat(folder, 'secretariat'),
    northmark: await takeSeat(folder, 'northmark'),
    avaria: await takeSeat(folder, 'avaria'),
  };
  try {
    const result = await playOut(folder, papersFolder, actors, say);
    const files = filesIn(folder);
    const seconds = (performance.now() - started) / 1000;
    say(`Files made in ${seconds.toFixed(1)} s:`);
    for (const { file, bytes } of files) say(`   ${file}  ${Math.ceil(bytes / 1024)} KiB`);
    say(`   and the three vaults, encrypted, in ${out}`);
    return { ...result, files, seconds };
  } finally {
    for (const actor of Object.values(actors)) await actor.close();
  }
}

async function playOut(
  folder: string,
  papersFolder: string | undefined,
  { secretariat, northmark, avaria }: Record<'secretariat' | 'northmark' | 'avaria', Actor>,
  say: Say,
): Promise<Omit<DemoResult, 'files' | 'seconds'>> {
  say('2  The Secretariat plans the eighth regular meeting: two days, the second morning open.');
  const { records, meeting } = await secretariat.client.vault.loadExercise({});
  const papers = await secretariat.client.records.list({ kind: 'paper' });
  const items = await secretariat.client.records.list({ kind: 'agendaItem' });
  const numbered = items.filter(({ body }) => body.type === 'item' && body.meeting === meeting).length;
  say(`   ${records} records: ${numbered} agenda items, ${papers.length} papers and annexes.`);
  const loaded = papersFolder === undefined ? [] : await loadPapers(secretariat, papersFolder, meeting, say);

  say('3  The representatives meet once and compare the digits of their cards.');
  await meet(secretariat, northmark);
  await meet(secretariat, avaria);

  say('4  The Secretariat seals the dossier, once for each capital, through the release gate.');
  for (const [capital, name] of [
    [northmark, 'northmark'],
    [avaria, 'avaria'],
  ] as const) {
    const sealed = await sealTo(secretariat, capital, 'dossier', meeting, join(folder, `dossier-${name}.amber`));
    const { goes, withheld, lines } = sealed.explanation;
    say(`   For ${capital.name}: ${goes} records go, ${withheld} are withheld.`);
    const reason = lines.find((line) => !line.goes && line.kind === 'portion');
    if (reason) say(`   Withheld, for instance: a portion. ${reason.sentences.join(' ')}`);
  }

  say(
    '5  Each capital opens its bundle: signature, addressee, digests and authority are checked before anything is taken.',
  );
  for (const [capital, name] of [
    [northmark, 'northmark'],
    [avaria, 'avaria'],
  ] as const) {
    const preview = await openAndAccept(capital, join(folder, `dossier-${name}.amber`));
    say(`   ${capital.name}: ${preview.counts.new} new records, ${preview.counts.conflict} in conflict.`);
  }

  say(`6  Edits on both sides while nobody is connected: all three write in ${PAPER}.`);
  const paper = await paperNumbered(secretariat.client, PAPER);
  const [contested, other] = paragraphsOf(await secretariat.client.records.read({ id: paper }));
  await rewrite(
    secretariat,
    paper,
    contested,
    (words) => `${words} The Secretariat will report again before the next meeting.`,
  );
  await rewrite(
    northmark,
    paper,
    contested,
    (words) => `${words} Northmark’s mission in the capital shares this reading.`,
  );
  await rewrite(avaria, paper, other, (words) => `${words} Avaria can confirm this from its own visits.`);
  await avaria.client.records.create({
    kind: 'comment',
    body: {
      record: paper,
      text: 'Avaria asks that the list of contacts be agreed before the deep-dive.',
      resolved: false,
    },
  });
  for (const { id } of loaded) await rewriteFirstParagraph(northmark, id);

  say('7  Both capitals seal their contributions back.');
  await sealTo(northmark, secretariat, 'contribution', meeting, join(folder, 'contribution-northmark.amber'));
  await sealTo(avaria, secretariat, 'contribution', meeting, join(folder, 'contribution-avaria.amber'));

  say('8  The Secretariat opens both and merges. Nothing is overwritten.');
  const conflicts: string[] = [];
  for (const name of ['avaria', 'northmark']) {
    const preview = await openAndAccept(secretariat, join(folder, `contribution-${name}.amber`));
    say(
      `   From ${preview.sender.organisationName}: ${preview.counts.new} new, ${preview.counts.changed} changed, ${preview.counts.conflict} in conflict.`,
    );
  }
  for (const record of await secretariat.client.records.list({ conflicted: true })) {
    for (const conflict of await secretariat.client.records.conflicts({ id: record.id })) {
      conflicts.push(conflict.words);
      say(`   In conflict: ${record.title}. ${conflict.words}`);
    }
  }

  say('9  A person resolves it: both sentences stay, one after the other.');
  await keepBoth(secretariat.client, paper);
  const left = await secretariat.client.records.list({ conflicted: true });
  say(`   ${left.length} conflicts left; both versions stay in the history.`);

  say('10 The agenda, a paper and the books, for the board, for one member and for the open session.');
  await printAll(secretariat, meeting, paper, folder, say);
  await printBooks(secretariat, northmark, meeting, folder, say);
  const carried = await carryPapers(secretariat, loaded, folder, say);
  return { records, conflicts, papers: carried };
}

async function sealTo(from: Actor, to: Actor, purpose: 'dossier' | 'contribution', meeting: string, file: string) {
  return from.client.exchange.seal({
    selection: { of: 'everything' },
    audience: { kind: 'organisation', organisation: to.organisation },
    addressees: [to.installation],
    purpose,
    meeting,
    file,
  });
}

async function openAndAccept(actor: Actor, file: string) {
  const preview = await actor.client.exchange.open({ file });
  await actor.client.exchange.accept({ bundle: preview.bundle });
  return preview;
}

async function paperNumbered(client: Client, number: string): Promise<string> {
  const papers = await client.records.list({ kind: 'paper' });
  const found = papers.find((entry) => [text(entry.body.number), text(entry.body.openNumber)].includes(number));
  if (found === undefined) throw new AmberdeskError('record.missing', number);
  return found.id;
}

type RecordView = Awaited<ReturnType<Client['records']['read']>>;

/** The ids of the second and third paragraphs of a paper. */
function paragraphsOf(view: RecordView): [string, string] {
  const ids = blockText.paragraphIds(view.body.body);
  const [, second, third] = ids;
  if (second === undefined || third === undefined) throw new AmberdeskError('record.invalid', 'paragraphs');
  return [second, third];
}

async function rewrite(actor: Actor, paper: string, block: string, change: (words: string) => string): Promise<void> {
  const view = await actor.client.records.read({ id: paper });
  await actor.client.records.edit({ id: paper, changes: { body: rewriteBlock(view.body.body, block, change) } });
}

async function rewriteFirstParagraph(actor: Actor, paper: string): Promise<void> {
  const view = await actor.client.records.read({ id: paper });
  const [first] = blockText.paragraphIds(view.body.body);
  if (first !== undefined) await rewrite(actor, paper, first, (words) => `${words} (Read in ${actor.name}.)`);
}

/** Answers every open question of a record by joining what the sides wrote. */
async function keepBoth(client: Client, record: string): Promise<void> {
  const conflicts = await client.records.conflicts({ id: record });
  const answers = Object.fromEntries(conflicts.map((conflict) => [conflict.path, blockText.joined(conflict)]));
  await client.records.resolve({ id: record, answers });
}

/** The closed book for the board and as the copy of one member, and the open one for the invited bodies. */
async function printBooks(actor: Actor, member: Actor, meeting: string, folder: string, say: Say): Promise<void> {
  const books = await actor.client.dossiers.list({ meeting });
  const community = await audienceOf(actor.client, 'community');
  const orders = [
    { name: 'book-board.pdf', book: 'closed', audience: { kind: 'board' } },
    {
      name: 'book-northmark-copy-1.pdf',
      book: 'closed',
      audience: { kind: 'organisation', organisation: member.organisation },
      copy: { number: 1, recipient: member.name },
    },
    { name: 'book-open-session.pdf', book: 'open', audience: community },
  ] as const;
  for (const order of orders) {
    const found = books.find(({ book }) => book === order.book);
    if (found === undefined) throw new AmberdeskError('record.missing', { book: order.book });
    const { pages } = await actor.client.documents.print({
      document: { what: 'dossier', dossier: found.dossier },
      audience: order.audience,
      file: join(folder, order.name),
      ...('copy' in order ? { options: { copy: order.copy } } : {}),
    });
    say(`   ${order.name}: ${pages} pages.`);
  }
}

async function printAll(actor: Actor, meeting: string, paper: string, folder: string, say: Say): Promise<void> {
  const community = await audienceOf(actor.client, 'community');
  const openPaper = await paperNumbered(actor.client, OPEN_PAPER);
  const orders = [
    { name: 'agenda-board.pdf', document: { what: 'agenda', meeting }, audience: { kind: 'board' } },
    { name: 'agenda-open-session.pdf', document: { what: 'agenda', meeting }, audience: community },
    { name: 'paper-board.pdf', document: { what: 'paper', paper }, audience: { kind: 'board' } },
    { name: 'paper-open-session.pdf', document: { what: 'paper', paper: openPaper }, audience: community },
    {
      name: 'agenda-board-fr-letter.pdf',
      document: { what: 'agenda', meeting },
      audience: { kind: 'board' },
      french: true,
    },
  ] as const;
  for (const order of orders) {
    const options = 'french' in order ? ({ language: 'fr', paper: 'us-letter' } as const) : undefined;
    const { pages, warnings } = await actor.client.documents.print({
      document: order.document,
      audience: order.audience,
      file: join(folder, order.name),
      ...(options ? { options } : {}),
    });
    say(`   ${order.name}: ${pages} pages.`);
    for (const warning of warnings) say(`   ${warning}`);
  }
}
