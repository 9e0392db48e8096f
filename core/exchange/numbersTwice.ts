import type { z } from 'zod';
import type { NumberTwice } from '../../contract/exchange/conflicts.ts';
import { numberFields } from '../../domain/handling/authority.ts';
import { numbersTwice } from '../../domain/meetings/numbersTwice.ts';
import type { Language } from '../../domain/records/fieldNames.ts';
import { fieldName } from '../../domain/records/fieldNames.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { text } from '../../domain/records/text.ts';
import { columnStore } from '../records/register/columnStore.ts';
import type { Vault } from '../vault/vault.ts';

/** Every number that is used twice among the records here, and whether this seat may give another one. */
export function listNumbersTwice(vault: Vault, language: Language): z.input<typeof NumberTwice>[] {
  const { records } = columnStore(vault);
  const numbered = [...records.values()]
    .filter(({ kind, deleted }) => !deleted && numberFields(kind).length > 0)
    .map(({ id, kind, fields }) => ({ id, kind, body: fields }));
  const found = numbersTwice(numbered, (session) => text(records.get(session)?.fields.meeting));
  return found.map(({ records: same, ...rest }) => ({
    ...rest,
    words: fieldName(rest.kind, rest.field, language),
    mayGive: vault.installation.role === 'secretariat',
    records: same.flatMap((id) => {
      const record = records.get(id);
      if (record === undefined) return [];
      const { title, label, conflicted, updated } = record;
      return [{ record: RecordId.parse(id), title, label, conflicted, updated }];
    }),
  }));
}
