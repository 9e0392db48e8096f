import { AmberdeskError } from '../../domain/errors.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { Surroundings } from '../context.ts';
import type { RootOrder } from '../directory/printRoot.ts';
import type { SaveListOrder } from '../documents/listFor.ts';
import type { SaveOwnListOrder } from '../documents/ownList.ts';
import type { PrintOrder } from '../documents/printOrder.ts';
import type { CalendarOrder } from '../documents/saveCalendar.ts';
import type { WordOrder } from '../documents/word/wordToFile.ts';
import type { IssueOrder } from '../dossiers/issueBook.ts';
import type { CopiesOrder } from '../dossiers/printCopies.ts';
import type { ExplainOrder, SealOrder } from '../exchange/sealSelection.ts';
import type { ExerciseOrder } from '../exercise/buildExercise.ts';
import type { JournalOrder } from '../journal/exportJournal.ts';
import type { LoadOrder } from '../load/loadRecords.ts';
import type { PictureOrder } from '../papers/addPicture.ts';
import type { PaperOrder } from '../papers/loadPaper.ts';
import type { MeasureOrder } from '../papers/measurePaper.ts';
import type { SaveOrder } from '../papers/saveAttachment.ts';
import type { PurgeOrder } from '../purge/purgeRecord.ts';
import type { LackingOrder } from '../receipts/countLacking.ts';
import type { Acknowledging, Asking, Recalling, SendingPurges } from '../receipts/sealWords.ts';
import type { AttachOrder } from '../records/attachFromDisk.ts';
import type { ManyOrder } from '../records/many.ts';
import type { Answered } from '../records/reopenConflicts.ts';
import type { AnsweredRecord } from '../records/resolveConflicts.ts';
import type { Session } from '../session.ts';
import type { RecoveryOrder } from '../vault/printRecoverySheet.ts';
import type { Work } from './work.ts';

type Opening = { readonly file: string | readonly string[]; readonly passphrase?: string | undefined };
type Accepting = { readonly bundle: string; readonly records?: readonly RecordId[] | undefined };
type Deciding = { readonly bundle: string };
type Weighing = Deciding & { readonly language: 'en' | 'fr' };
type Reopening = { readonly records: readonly (readonly [RecordId, Answered | undefined])[] };
type Resolving = { readonly records: readonly AnsweredRecord[] };
type Spoken = { readonly language?: 'en' | 'fr' | undefined };
type Nothing = Readonly<Record<string, never>>;

/**
 * Everything that runs in a worker thread, by name. Each has its own connection to the vault, and loads only what it
 * needs itself.
 */
export const works = {
  async accept(work: Work, session: Session, { bundle, records }: Accepting) {
    const { acceptBundle } = await import('../exchange/acceptBundle.ts');
    const accepted = await acceptBundle(session, bundle, {
      work,
      words: 'later',
      ...(records === undefined ? {} : { records }),
    });
    const { settlePurges } = await import('../purge/settlePurges.ts');
    settlePurges(session, work);
    return accepted;
  },
  async acknowledge(work: Work, session: Session, order: Acknowledging) {
    const { acknowledge } = await import('../receipts/sealWords.ts');
    return acknowledge(work, session, order);
  },
  async addPicture(_work: Work, session: Session, order: PictureOrder) {
    const { addPicture } = await import('../papers/addPicture.ts');
    return addPicture(session, order);
  },
  async ask(work: Work, session: Session, order: Asking) {
    const { ask } = await import('../receipts/sealWords.ts');
    return ask(work, session, order);
  },
  async attach(_work: Work, session: Session, order: AttachOrder) {
    const { attachFromDisk } = await import('../records/attachFromDisk.ts');
    return attachFromDisk(session, order);
  },
  async backup(_work: Work, { vault, surroundings }: Session, { now }: { readonly now: number }) {
    const { backupVault } = await import('../vault/backups.ts');
    return backupVault(vault, { surroundings: { ...surroundings, now: () => now } });
  },
  async backupTo(work: Work, { vault, surroundings }: Session, { folder }: { readonly folder: string }) {
    const { backupTo } = await import('../vault/backups.ts');
    return backupTo(vault, folder, { surroundings, work });
  },
  async changeMany(work: Work, session: Session, order: ManyOrder) {
    const { changeMany } = await import('../records/many.ts');
    return changeMany(session, order, work);
  },
  async decline(_work: Work, session: Session, { bundle }: Deciding) {
    const { declineBundle } = await import('../exchange/declineBundle.ts');
    declineBundle(session, bundle);
  },
  async dump(work: Work, session: Session, order: { readonly file: string }) {
    const { dumpRecords } = await import('../load/dumpRecords.ts');
    return dumpRecords(work, session, order);
  },
  async examine(work: Work, { vault }: Session, _input: Nothing) {
    const { examineVault } = await import('../vault/doctor.ts');
    return examineVault(vault, work);
  },
  async exportJournal(work: Work, session: Session, order: JournalOrder) {
    const { exportJournal } = await import('../journal/exportJournal.ts');
    return exportJournal(work, session, order);
  },
  async explain(_work: Work, session: Session, { language, ...order }: ExplainOrder & Spoken) {
    const { explainSealing } = await import('../exchange/sealSelection.ts');
    const { explanationLines } = await import('../release/explanationLines.ts');
    const { explanation, held, mentions } = explainSealing(session, order);
    return explanationLines(session.vault, explanation.records, language ?? 'en', { held, mentions });
  },
  async lacking(work: Work, session: Session, order: LackingOrder) {
    const { countLacking } = await import('../receipts/countLacking.ts');
    return countLacking(work, session, order);
  },
  async indexWords(work: Work, session: Session, _input: Nothing) {
    const { indexWords } = await import('../records/indexWords.ts');
    const indexed = indexWords(session.vault, work);
    // What is found is not what it was.
    session.announce({ event: 'recordsChanged', records: [] });
    return indexed;
  },
  async load(work: Work, session: Session, order: LoadOrder) {
    const { loadRecords } = await import('../load/loadRecords.ts');
    return loadRecords(work, session, order);
  },
  async loadExercise(work: Work, session: Session, _input: Nothing) {
    const { loadExercise } = await import('../exercise/loadExercise.ts');
    return loadExercise(work, session);
  },
  async loadPaper(work: Work, session: Session, order: PaperOrder) {
    const { loadPaper } = await import('../papers/loadPaper.ts');
    return loadPaper(work, session, order);
  },
  async measure(work: Work, session: Session, order: MeasureOrder) {
    const { measurePaper } = await import('../papers/measurePaper.ts');
    return measurePaper(work, session, order);
  },
  async open(work: Work, session: Session, { file, passphrase }: Opening) {
    const { openBundle } = await import('../exchange/openBundle.ts');
    return openBundle(work, session, file, passphrase === undefined ? {} : { passphrase });
  },
  async preview(work: Work, session: Session, order: PrintOrder & { readonly toPrinter?: boolean | undefined }) {
    const { printToMemory } = await import('../documents/printToFile.ts');
    return printToMemory(work, session, order);
  },
  async print(work: Work, session: Session, order: PrintOrder & { readonly file: string }) {
    const { printToFile } = await import('../documents/printToFile.ts');
    return printToFile(work, session, order);
  },
  async word(work: Work, session: Session, order: WordOrder) {
    const { wordToFile } = await import('../documents/word/wordToFile.ts');
    return wordToFile(work, session, order);
  },
  async measureBook(work: Work, session: Session, order: { readonly dossier: RecordId }) {
    const { measureBook } = await import('../dossiers/issueBook.ts');
    return measureBook(work, session, order);
  },
  async issueBook(work: Work, session: Session, order: IssueOrder) {
    const { issueBook } = await import('../dossiers/issueBook.ts');
    return issueBook(work, session, order);
  },
  async printCopies(work: Work, session: Session, order: CopiesOrder) {
    const { printCopies } = await import('../dossiers/printCopies.ts');
    return printCopies(work, session, order);
  },
  async printRecoverySheet(work: Work, session: Session, order: RecoveryOrder) {
    const { printRecoverySheet } = await import('../vault/printRecoverySheet.ts');
    return printRecoverySheet(work, session, order);
  },
  async printRoot(work: Work, session: Session, order: RootOrder) {
    const { printRoot } = await import('../directory/printRoot.ts');
    return printRoot(work, session, order);
  },
  async letGo(work: Work, session: Session, order: { readonly record: RecordId }) {
    const { letGo } = await import('../purge/letGo.ts');
    return letGo(work, session, order);
  },
  async purge(work: Work, session: Session, order: PurgeOrder) {
    const { purgeRecord } = await import('../purge/purgeRecord.ts');
    return purgeRecord(work, session, order);
  },
  async recall(work: Work, session: Session, order: Recalling) {
    const { recallBundle } = await import('../receipts/sealWords.ts');
    return recallBundle(work, session, order);
  },
  async rebuildIndex(work: Work, { vault }: Session, _input: Nothing) {
    const { rebuildIndex } = await import('../records/rebuild.ts');
    return { records: rebuildIndex(vault, work) };
  },
  async reopenMany(work: Work, session: Session, { records }: Reopening) {
    const { reopenMany } = await import('../records/reopenConflicts.ts');
    return reopenMany(session, records, work);
  },
  async resolveMany(work: Work, session: Session, { records }: Resolving) {
    const { resolveMany } = await import('../records/resolveConflicts.ts');
    return resolveMany(session, records, work);
  },
  async saveAttachment(work: Work, session: Session, order: SaveOrder) {
    const { saveAttachment } = await import('../papers/saveAttachment.ts');
    return saveAttachment(work, session, order);
  },
  async saveCalendar(work: Work, session: Session, order: CalendarOrder) {
    const { saveCalendar } = await import('../documents/saveCalendar.ts');
    return saveCalendar(work, session, order);
  },
  async saveList(work: Work, session: Session, order: SaveListOrder) {
    const { saveList } = await import('../documents/listFor.ts');
    return saveList(work, session, order);
  },
  async saveOwnList(work: Work, session: Session, order: SaveOwnListOrder) {
    const { saveOwnList } = await import('../documents/ownList.ts');
    return saveOwnList(work, session, order);
  },
  async sendPurges(work: Work, session: Session, order: SendingPurges) {
    const { sendPurges } = await import('../receipts/sealWords.ts');
    return sendPurges(work, session, order);
  },
  async settlePurges(work: Work, session: Session, _input: Nothing) {
    const { settlePurges } = await import('../purge/settlePurges.ts');
    settlePurges(session, work);
  },
  async seal(work: Work, session: Session, order: SealOrder) {
    const { sealSelection } = await import('../exchange/sealSelection.ts');
    return sealSelection(work, session, order);
  },
  async undo(_work: Work, session: Session, { bundle }: Deciding) {
    const { undoImport } = await import('../exchange/undoImport.ts');
    undoImport(session, bundle);
  },
  async verify(work: Work, session: Session, { file, passphrase }: Opening) {
    const { verifyBundle } = await import('../exchange/verifyBundle.ts');
    return verifyBundle(work, session, file, passphrase === undefined ? {} : { passphrase });
  },
  async verifyJournal(_work: Work, { vault }: Session, _input: Nothing) {
    const { examineJournal } = await import('../vault/journal.ts');
    return examineJournal(vault);
  },
  async weigh(_work: Work, session: Session, { bundle, language }: Weighing) {
    const { previewBundle } = await import('../exchange/preview.ts');
    return previewBundle(session, bundle, language);
  },
} as const;

/**
 * Work that gives an answer and changes nothing. Cancelled, it is answered at once, though its thread may be in a step that
 * nothing interrupts, such as setting a long table: it ends at its next check, and nobody hears of what it made.
 */
export const ANSWERS_ONLY: ReadonlySet<string> = new Set<WorkName>(['explain', 'measure', 'preview']);

/**
 * Works that lay documents out, and so run in the thread that is kept: what did not change since it laid it out is not laid
 * out again.
 */
export const LAID_OUT: ReadonlySet<string> = new Set<WorkName>([
  'issueBook',
  'measure',
  'measureBook',
  'preview',
  'print',
  'printCopies',
  'word',
]);

/**
 * Works that read what others made, however large it is, in a heap that is bounded. They hold little at a time; with this
 * they also clear away early what they held before, so that the whole of a bundle never takes more than a desk has.
 */
export const BOUNDED: ReadonlySet<string> = new Set<WorkName>([
  'accept',
  'decline',
  'indexWords',
  'open',
  'undo',
  'verify',
  'weigh',
]);

/** What a thread does when its answer was given, and nobody waits for. */
export const AFTERWARDS: Partial<Readonly<Record<string, (session: Session) => Promise<void>>>> = {
  async accept({ vault }) {
    const { checkpoint } = await import('../vault/checkpoint.ts');
    checkpoint(vault);
  },
};

/** Work that needs no open vault, because it makes one. */
export const worksWithoutVault = {
  async buildExercise(work: Work, surroundings: Surroundings, order: ExerciseOrder) {
    const { buildExercise } = await import('../exercise/buildExercise.ts');
    return buildExercise(work, surroundings, order);
  },
} as const;

type Works = typeof works;
export type WorkName = keyof Works;
export type WorkInput<N extends WorkName> = Parameters<Works[N]>[2];
export type WorkOutput<N extends WorkName> = Awaited<ReturnType<Works[N]>>;

type Unattached = typeof worksWithoutVault;
export type UnattachedWorkName = keyof Unattached;
export type UnattachedWorkInput<N extends UnattachedWorkName> = Parameters<Unattached[N]>[2];
export type UnattachedWorkOutput<N extends UnattachedWorkName> = Awaited<ReturnType<Unattached[N]>>;

/** The work of this name, as the worker thread calls it: what it is given was typed where the job was started. */
export function workNamed(name: string): (work: Work, session: Session, input: unknown) => unknown {
  const found: unknown = Object.hasOwn(works, name) ? works[name as WorkName] : undefined;
  if (typeof found !== 'function') throw new AmberdeskError('internal', name);
  return (work, session, input) => found(work, session, input);
}

/** The same for work without a vault. */
export function unattachedWorkNamed(
  name: string,
): (work: Work, surroundings: Surroundings, input: unknown) => Promise<unknown> {
  const found: unknown = Object.hasOwn(worksWithoutVault, name)
    ? worksWithoutVault[name as UnattachedWorkName]
    : undefined;
  if (typeof found !== 'function') throw new AmberdeskError('internal', name);
  return (work, surroundings, input) => found(work, surroundings, input);
}
