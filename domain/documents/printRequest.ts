import type { RecordId } from '../records/ids.ts';
import type { Audience } from '../release/audience.ts';
import type { HomeAudience, OwnAudience } from '../release/material.ts';
import type { AnnexFiles } from './annexFiles.ts';
import type { PrintedDossier, PrintedSupplement } from './bookStanding.ts';
import type { CouldOpenThere } from './couldOpenThere.ts';
import type { ExplanationReport } from './explanationReport.ts';

/** The languages that documents print in. TLP labels keep their form in both. */
export type PrintLanguage = 'en' | 'fr';

export interface PrintOptions {
  readonly language: PrintLanguage;
  readonly paper: 'a4' | 'us-letter';
  /** White letters in all mark boxes: coloured letters on black vanish on a copier. */
  readonly blackAndWhite: boolean;
  /** PDF/A-2a for the archive copy, instead of PDF/UA-1. */
  readonly archive?: boolean | undefined;
  /** Whose copy it is: printed across the page and in the foot. */
  readonly copy?: { readonly number: number; readonly recipient: string } | undefined;
  /** IANA zone of the reader's capital: the agenda gives its clock beside the place's. */
  readonly capitalZone?: string | undefined;
  /**
   * When items begin, by the ids of the release, in minutes of their day: for the agenda of a guest, who has one item alone and
   * not those before it. Without it none is printed there.
   */
  readonly startsAt?: Readonly<Record<string, number>> | undefined;
  /** Ids of the blocks of a paper that changed since the issue before: barred in the outer margin. */
  readonly changed?: readonly string[] | undefined;
  /** Ids of the blocks of a paper that are wanted alone, numbered as in the whole: for the clipboard. */
  readonly only?: readonly string[] | undefined;
  /** The PDFs and pictures beside a paper are bound in after it, page by page. */
  readonly annexes?: boolean | undefined;
}

/** The minutes of a meeting: all of them, those of one item, or of the items that concern an organisation. */
export interface PrintedMinutes {
  readonly meeting: RecordId;
  readonly item?: RecordId | undefined;
  readonly concerning?: RecordId | undefined;
}

/** Which document of a release is printed. */
export type PrintedDocument =
  | { readonly what: 'agenda'; readonly meeting: RecordId }
  | { readonly what: 'paper' | 'commission'; readonly paper: RecordId }
  | { readonly what: 'comments'; readonly paper: RecordId }
  | { readonly what: 'runningOrder'; readonly meeting: RecordId; readonly day: number }
  | { readonly what: 'annotatedAgenda'; readonly meeting: RecordId }
  | { readonly what: 'plates' | 'attendance' | 'participants'; readonly meeting: RecordId }
  | { readonly what: 'outcomes'; readonly meeting: RecordId; readonly addressee?: RecordId | undefined }
  | { readonly what: 'adoption'; readonly adoption: RecordId }
  | ({ readonly what: 'minutes' } & PrintedMinutes)
  | ({ readonly what: 'dossier' } & PrintedDossier)
  | ({ readonly what: 'supplement' } & PrintedSupplement)
  | { readonly what: 'wording' }
  | { readonly what: 'couldOpen'; readonly there: CouldOpenThere }
  | { readonly what: 'explanation'; readonly report: ExplanationReport }
  | { readonly what: 'annotations'; readonly meeting: RecordId };

/**
 * What can be printed for an audience: the running order, the annotated agenda and what an installation could open for the network's own people, what the gate said
 * of an output and private notes for this installation alone. For an audience that may be one or the other, only what is for both.
 */
export type PrintedFor<A extends Audience> =
  | Exclude<PrintedDocument, { what: ForHome | ForSelf }>
  | ([A] extends [HomeAudience] ? Extract<PrintedDocument, { what: ForHome }> : never)
  | ([A] extends [OwnAudience] ? Extract<PrintedDocument, { what: ForSelf }> : never);

type ForSelf = 'explanation' | 'annotations';
type ForHome = 'couldOpen' | 'wording' | 'runningOrder' | 'annotatedAgenda' | 'comments';

export interface PrintRequest<D extends PrintedDocument = PrintedDocument> {
  readonly document: D;
  readonly options?: PrintOptions | undefined;
  /** The files beside what is printed, as they were looked at. */
  readonly files?: AnnexFiles | undefined;
}

export const USUAL_PRINT: PrintOptions = { language: 'en', paper: 'a4', blackAndWhite: false };
