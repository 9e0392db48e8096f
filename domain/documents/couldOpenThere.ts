import type { RecordId } from '../records/ids.ts';

/** What an installation could open, as it is known here; the ids are those of the release. */
export interface CouldOpenThere {
  readonly person: RecordId;
  readonly organisation: RecordId;
  readonly digits: string;
  /** When it was revoked or ended, and why: `2027-03-11T09:30Z`. */
  readonly endedAt?: string | undefined;
  readonly reason?: string | undefined;
  readonly bundles: readonly {
    readonly purpose: string;
    readonly created: string;
    readonly senderName: string;
    readonly records: number;
  }[];
  readonly records: readonly {
    readonly record: RecordId;
    readonly bundles: number;
    readonly wrote: boolean;
    /** False for what is not at this desk. */
    readonly here: boolean;
  }[];
}
