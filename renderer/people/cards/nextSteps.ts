import { useRead } from '../../application/queries.ts';
import type { Card } from '../../parts/card/CardTrust.tsx';
import { type Directory, useDirectory } from '../../parts/directory/useDirectory.ts';

/** What comes next with a card, on the way of its holder into the network. */
export type NextStep =
  | { readonly is: 'verify' }
  | { readonly is: 'takeIn'; readonly known: ReadonlySet<string>; readonly directory: Directory | undefined }
  | { readonly is: 'invite' }
  /** Sent, and nothing came back yet. */
  | { readonly is: 'wait'; readonly since: string }
  /** For a newcomer: the Secretariat is verified, what it sends can be opened. */
  | { readonly is: 'openInvitation' }
  | { readonly is: 'none' };

/** In this order lists of cards show what there is to be done. */
const URGENCY: readonly NextStep['is'][] = ['verify', 'takeIn', 'invite', 'openInvitation', 'wait', 'none'];

export const urgencyOf = ({ is }: NextStep): number => URGENCY.indexOf(is);

/** Tells of each card what comes next; undefined while that is not known. */
export function useNextSteps(cards: readonly Card[]): ((card: Card) => NextStep) | undefined {
  const status = useRead('vault', 'status', {});
  const bundles = useRead('exchange', 'bundles', {});
  const directory = useDirectory();
  const ids = [...new Set(cards.flatMap(({ organisation, seat }) => [organisation, seat]))];
  const titles = useRead('records', 'titles', { ids }, { enabled: ids.length > 0, keep: true });
  if (status.data === undefined || bundles.data === undefined || directory === undefined) return undefined;
  if (ids.length > 0 && titles.data === undefined) return undefined;
  const known = new Set<string>(titles.data?.map(({ id }) => id));
  const isSecretariat = status.data.installation?.role === 'secretariat';
  const hasNetwork = status.data.network !== undefined;
  const standings = new Map(directory.seats.map(({ installation, standing }) => [installation, standing]));
  const sealed = bundles.data.filter(({ direction }) => direction === 'out');
  const received = new Set(bundles.data.flatMap(({ direction, sender }) => (direction === 'in' ? [sender] : [])));

  return (card) => {
    const { trust, installation, organisation, seat, role } = card;
    if (trust === 'unverified') return { is: 'verify' };
    if (trust !== 'verified' && trust !== 'vouched') return { is: 'none' };
    if (!isSecretariat) return !hasNetwork && role === 'secretariat' ? { is: 'openInvitation' } : { is: 'none' };
    if (!hasNetwork) return { is: 'none' };
    const standing = directory.founded ? (standings.get(installation) ?? 'notIn') : 'inForce';
    const isNew = !known.has(organisation) || !known.has(seat);
    if (isNew || (standing === 'notIn' && directory.maySign)) return { is: 'takeIn', known, directory };
    if (standing !== 'inForce' || received.has(installation)) return { is: 'none' };
    const last = sealed.find(({ addressees }) => addressees.some((one) => one.installation === installation));
    return last === undefined ? { is: 'invite' } : { is: 'wait', since: last.created };
  };
}
