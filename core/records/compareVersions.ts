import { differences, type FieldDifference } from '../../domain/records/differences.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { isJsonObject } from '../../domain/records/json.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { asJson } from '../../domain/records/revision.ts';
import type { Vault } from '../vault/vault.ts';
import { readVersion } from './historyOf.ts';
import { requireRecord } from './recordView.ts';
import type { State } from './refresh.ts';

/** What `compareVersions` calls the record as it is now. */
export const NOW = 'now';

export interface Comparison {
  readonly body: readonly FieldDifference[];
  readonly handling: readonly FieldDifference[];
}

/**
 * In what a record's versions differ: ids that `historyOf` gives, or `now` for the record as it is. Texts word by
 * word. Throws `record.missing`, `record.noSuchVersion`.
 */
export function compareVersions(vault: Vault, id: RecordId, before: string, after: string = NOW): Comparison {
  const record = requireRecord(vault, id);
  const [one, other] = [before, after].map((version): State => {
    return version === NOW ? record : readVersion(vault, id, version);
  });
  if (one === undefined || other === undefined) return { body: [], handling: [] };
  const [handlingBefore, handlingAfter] = [asJson(one.handling), asJson(other.handling)];
  return {
    body: differences(kindOf(record.kind), one.body, other.body),
    handling:
      isJsonObject(handlingBefore) && isJsonObject(handlingAfter)
        ? differences(undefined, handlingBefore, handlingAfter)
        : [],
  };
}
