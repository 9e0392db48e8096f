import { RecordId } from '../../../domain/records/ids.ts';
import { ActionButton } from '../page/ActionButton.tsx';
import { useAskMinistries } from './useAskMinistries.ts';

/** Asks the ministries of the own State about a record; not there at desks that have none. */
export function AskMinistries({ about }: { readonly about: string }) {
  const id = RecordId.safeParse(about).data;
  const action = useAskMinistries(id);
  return action.disabled === true || id === undefined ? null : <ActionButton action={action} />;
}
