import { Label } from '../../../domain/handling/handling.ts';
import { labelRank } from '../../../domain/handling/order.ts';
import { HandlingBadge } from './HandlingBadge.tsx';

/** What everything new is born with: a list says only what is stricter. */
const USUAL: Label = 'TLP:AMBER';

/** The label of a record where it is stricter than usual, else nothing: for lists of names. */
export function StricterBadge({ label }: { readonly label: string | undefined }) {
  const known = Label.safeParse(label);
  return known.success && labelRank(known.data) < labelRank(USUAL) ? <HandlingBadge label={known.data} /> : null;
}
