import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { type Json, type JsonObject, sameJson } from '../../../domain/records/json.ts';
import { keysOfAll, own } from '../../../domain/records/own.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { tell } from '../../application/errors.tsx';
import { useUndo } from '../../application/undo.ts';
import { formatMoment } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';

/**
 * Gives a record the content of an earlier version, or only some fields of it, as an edit over all that came since;
 * handling and deletion stay as they are. `refused`: the answer to the last attempt.
 */
export function useRestoreVersion(id: string) {
  const { t } = useLingui();
  const language = useLanguage();
  const client = useClient();
  const [refused, setRefused] = useState<unknown>();
  const edit = (changes: Record<string, Json>) => client.records.edit({ id, changes });
  const run = async (version: string, at: string, only: readonly string[] | undefined) => {
    const [now, then] = await Promise.all([client.records.read({ id }), client.records.version({ id, version })]);
    const forth = changesBetween(now.body, then.body, only);
    const back = changesBetween(then.body, now.body, only);
    if (Object.keys(forth).length === 0) return;
    await edit(forth);
    const moment = formatMoment(at, language);
    useUndo.getState().did({
      label: t`Restored the version of ${moment}`,
      undo: () => edit(back),
      redo: () => edit(forth),
    });
    tell(t`Restored the version of ${moment}`);
  };
  const restore = ({ version, at }: { readonly version: string; readonly at: string }, only?: readonly string[]) => {
    setRefused(undefined);
    run(version, at, only).catch(setRefused);
  };
  return { restore, refused };
}

/** The fields to write so that one body becomes the other; what begins with `$` is no content. */
function changesBetween(one: JsonObject, other: JsonObject, only: readonly string[] | undefined): Record<string, Json> {
  const fields = keysOfAll([one, other]).filter(
    (field) =>
      !field.startsWith('$') && only?.includes(field) !== false && !sameJson(own(one, field), own(other, field)),
  );
  return Object.fromEntries(fields.map((field) => [field, own(other, field) ?? null]));
}
