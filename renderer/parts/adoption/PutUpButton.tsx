import { ActionButton } from '../page/ActionButton.tsx';
import { usePutUp } from './usePutUpAction.ts';

/** Puts texts of a meeting up for adoption; not there at desks that may not. */
export function PutUpButton({ meeting }: { readonly meeting: string }) {
  const action = usePutUp(meeting);
  return action.disabled === true ? null : <ActionButton action={action} />;
}
