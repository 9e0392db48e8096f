import type { z } from 'zod';
import type { listCalls } from '../../contract/documents/lists.ts';
import { explanationWords } from '../../domain/documents/explanationWords.ts';
import { aboveList, type ListTable } from '../../domain/documents/listTable.ts';
import { ownListWords } from '../../domain/documents/ownListWords.ts';
import { strictest } from '../../domain/documents/releasedParts.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { purposeInWords } from '../../domain/exchange/purposeWords.ts';
import type { Label } from '../../domain/handling/handling.ts';
import { nameOfAct } from '../../domain/journal/acts.ts';
import type { Json } from '../../domain/records/json.ts';
import { assertRelease } from '../../domain/release/release.ts';
import type { Work } from '../jobs/work.ts';
import { releasedNames, subjectsOf } from '../journal/names.ts';
import { linesInWords } from '../journal/readJournalPage.ts';
import { readMatrix } from '../receipts/matrix.ts';
import { releaseFor } from '../release/releaseFor.ts';
import type { Session } from '../session.ts';
import { shownOf, writeList } from './writeList.ts';

type OwnListOrder = z.output<typeof listCalls.asOwnList.input>;
type Wanted<Of extends OwnListOrder['list']['of']> = Extract<OwnListOrder['list'], { of: Of }>;
export type SaveOwnListOrder = Omit<z.output<typeof listCalls.saveOwnList.input>, 'job'>;

/** What this desk did is its organisation's, whatever it was done with. */
const OWN: Label = 'TLP:AMBER+STRICT';

/** The rows of such a list before they have their marks. */
interface OwnRows {
  readonly heads: readonly string[];
  /** Each with the labels of what it names. */
  readonly rows: readonly { readonly cells: readonly string[]; readonly labels: readonly Label[] }[];
  /** The names and details of this desk's own doing, which are no records. */
  readonly beside: readonly Json[];
}

/** What came through the gate for this desk, by id. */
interface Known {
  readonly documents: Parameters<typeof releasedNames>[1];
  labels(id: string): Label[];
  title(id: string): string;
}

/**
 * The journal or the matrix as a list for this desk, and for nobody else: both tell of what it did with whom. Throws
 * `release.withheld` where nothing is in it.
 */
export function ownList(session: Session, order: OwnListOrder): z.input<typeof listCalls.asOwnList.output> {
  return { ...shownOf(made(session, order).table), withheld: 0, mentions: [] };
}

/**
 * Writes it as a CSV file that must not be there yet. Throws `release.withheld`, `release.audit`, `file.exists`,
 * `file.unwritable`; then nothing is left behind.
 */
export function saveOwnList(work: Work, session: Session, order: SaveOwnListOrder): { rows: number } {
  const { release, table, beside } = made(session, order);
  assertRelease(release);
  return writeList(work, session, release, { table, read: new Map(), beside, file: order.file });
}

function made(session: Session, { list, language }: OwnListOrder) {
  const { release } = releaseFor(session, { of: 'everything' }, { kind: 'self' }, 'documents', [], language);
  const byId = new Map<string, (typeof release.documents)[number]>(release.documents.map((one) => [one.id, one]));
  const known: Known = {
    documents: release.documents,
    labels(id) {
      const found = byId.get(id);
      return found === undefined ? [] : [found.label];
    },
    title: (id) => byId.get(id)?.title ?? '',
  };
  const { heads, rows, beside } =
    list.of === 'journal' ? journalRows(session, list, known, language) : matrixRows(session, list, known, language);
  if (rows.length === 0) throw new AmberdeskError('release.withheld');
  const marked = rows.map(({ cells, labels }) => ({ cells, label: strictest([OWN, ...labels]) }));
  const label = strictest(marked.map((row) => row.label));
  const table: ListTable = {
    label,
    above: aboveList(release, label, language),
    heads: [...heads, explanationWords(language).mark],
    rows: marked.map((row) => [...row.cells, row.label]),
  };
  return { release, table, beside: [...table.heads, ...beside] };
}

/** Line by line, the newest first. */
function journalRows(
  { vault }: Session,
  { filter }: Wanted<'journal'>,
  known: Known,
  language: OwnListOrder['language'],
): OwnRows {
  const words = ownListWords(language);
  const names = releasedNames(vault, known.documents);
  const lines = [...linesInWords(vault, { ...filter, language }, names)];
  const subjects = lines.map(({ entry }) => subjectsOf(vault, entry, names));
  const installations = subjects.flat().filter(({ is }) => is === 'installation');
  return {
    heads: [words.line, words.when, words.act, words.sentence],
    rows: lines.map(({ entry: { seq, at, act }, sentence }, row) => ({
      cells: [String(seq), at.slice(0, 16).replace('T', ' '), nameOfAct(act, language), sentence],
      labels: (subjects[row] ?? []).flatMap(({ id }) => known.labels(id)),
    })),
    beside: [
      ...lines.map(({ entry: { act, detail } }) => ({ act: nameOfAct(act, language), detail })),
      ...new Set(installations.map(({ name }) => name)),
    ],
  };
}

/** One row for each bundle and addressee, as the matrix has them; one for those for whom nothing was sealed. */
function matrixRows(
  session: Session,
  { meeting, silent }: Wanted<'matrix'>,
  known: Known,
  language: OwnListOrder['language'],
): OwnRows {
  const words = ownListWords(language);
  const matrix = readMatrix(session, meeting);
  const bundles = new Map(matrix.bundles.map((one) => [one.bundle, one]));
  const addressees = matrix.addressees.filter(
    ({ installation }) =>
      !silent ||
      matrix.cells.some(
        (cell) => cell.installation === installation && (cell.is === 'sealed' || cell.is === 'missing'),
      ),
  );
  const number = (value: number): string => (value === 0 ? '' : String(value));
  const moment = (at: string | undefined): string => (at ?? '').slice(0, 16).replace('T', ' ');
  return {
    heads: [
      ...[words.addressee, words.desk, words.heard, words.sealed, words.bundle, words.meeting, words.records],
      ...[words.files, words.number, words.state, words.since, words.days, words.aside, words.kept, words.recall],
    ],
    rows: addressees.flatMap(({ installation, organisationName, name, heard }) => {
      const who = [organisationName, name, moment(heard)];
      const cells = matrix.cells.filter((cell) => cell.installation === installation);
      if (cells.length === 0) {
        return [{ cells: [...who, '', '', '', '', '', '', words.never, '', '', '', '', ''], labels: [] }];
      }
      return cells.map((cell) => {
        const bundle = bundles.get(cell.bundle);
        const of = bundle?.meeting ?? '';
        return {
          cells: [
            ...who,
            ...[moment(bundle?.created), purposeInWords(bundle?.purpose ?? '', language), known.title(of)],
            ...[String(bundle?.records ?? ''), String(bundle?.attachments ?? ''), String(cell.number)],
            ...[words.states[cell.is], moment(cell.at), number(cell.days), number(cell.aside), number(cell.kept)],
            cell.recall === undefined ? '' : words.recalls[cell.recall],
          ],
          labels: known.labels(of),
        };
      });
    }),
    beside: addressees.flatMap(({ organisationName, name }) => [organisationName, name]),
  };
}
