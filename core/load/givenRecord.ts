import type { Label, Mark } from '../../domain/handling/handling.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { Body } from '../../domain/records/revision.ts';

/** A record as a file gives it, with the line it stands on. */
export interface GivenRecord {
  readonly line: number;
  readonly kind: string;
  readonly body: Body;
  readonly id?: RecordId | undefined;
  readonly label?: Label | undefined;
  readonly mark?: Mark | undefined;
  readonly caveats?: readonly string[] | undefined;
  readonly chathamHouse?: boolean | undefined;
  readonly expires?: string | undefined;
}
