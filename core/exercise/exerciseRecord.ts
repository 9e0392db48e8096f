import type { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import type { CreateOptions } from '../records/createRecord.ts';

/** A record of the exercise, ready to be created. */
export interface ExerciseRecord {
  readonly kind: string;
  readonly id: RecordId;
  readonly body: JsonObject;
  readonly options: Pick<CreateOptions, 'label' | 'mark' | 'chathamHouse'>;
}
