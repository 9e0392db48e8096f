import { useLingui } from '@lingui/react/macro';
import { kindOf } from '../../../domain/records/kinds.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { useUndo } from '../../application/undo.ts';

/** The kind of record that is made of a name, or a function that makes one and gives its id. */
export type MakeRecord = string | ((name: string) => Promise<string | undefined>);

/** Makes a record of this name; taken back by deleting it. Undefined where nothing is to be made. */
export function useMakeRecord(
  create: MakeRecord | undefined,
): ((name: string) => Promise<string | undefined>) | undefined {
  const { t } = useLingui();
  const client = useClient();
  if (typeof create !== 'string') return create;
  return async (name) => {
    const field = kindOf(create)?.fields.name === undefined ? 'title' : 'name';
    const { id } = await client.records.create({ kind: create, body: { [field]: name } });
    useUndo.getState().did({
      label: t`Made “${name}”`,
      undo: () => client.records.remove({ id, reason: t`Made by mistake` }),
      redo: () => client.records.restore({ id }),
    });
    return id;
  };
}
