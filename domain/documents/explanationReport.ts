import type { Label } from '../handling/handling.ts';
import type { RecordId } from '../records/ids.ts';
import type { AudienceKind } from '../release/audience.ts';
import type { ReasonCode } from '../release/explain.ts';

/** What the gate said of an output, to be printed for the person who makes it; the ids are those here. */
export interface ExplanationReport {
  readonly output: ExplainedOutput;
  readonly audience: AudienceKind;
  /** Those whom the audience names. */
  readonly parties: readonly RecordId[];
  /** Records that were left out because every addressee has them as they are. */
  readonly held: number;
  readonly records: readonly ReportedRecord[];
}

/** What is to be made, or was. */
export type ExplainedOutput =
  | { readonly is: 'sealing'; readonly of: 'everything' | 'records'; readonly records: number }
  | { readonly is: 'sealing'; readonly of: 'meeting'; readonly meeting: RecordId }
  | {
      readonly is: 'print';
      readonly what:
        | 'agenda'
        | 'minutes'
        | 'runningOrder'
        | 'annotatedAgenda'
        | 'paper'
        | 'adoption'
        | 'commission'
        | 'comments'
        | 'dossier'
        | 'supplement'
        | 'outcomes'
        | 'plates'
        | 'attendance'
        | 'participants';
      readonly record: RecordId;
    }
  | { readonly is: 'print'; readonly what: 'couldOpen' | 'wording' }
  | { readonly is: 'sealed'; readonly purpose: string; readonly created: string };

/** What happens to one record, or happened. */
export interface ReportedRecord {
  readonly record: RecordId;
  readonly kind: string;
  readonly label: Label;
  readonly goes: boolean;
  readonly reasons: readonly ReasonCode[];
}
