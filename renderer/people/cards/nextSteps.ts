import { useRead } from '../../application/queries.ts';
import type { Card } from '../../parts/card/CardTrust.tsx';
import { type Directory, type DirectorySeat, useDirectory } from '../../parts/directory/useDirectory.ts';

/** What comes next with a card, on the way of its holder into the network. */
export type NextStep =
  | { readonly is: 'verify' }
  | { readonly is: 'takeIn'; readonly known: ReadonlySet<string>; readonly directory: Directory | undefined }
  | { readonly is: 'invite' }
  /** Sent, and nothing came back yet. */
  | { readonly is: 'wait'; readonly since: string }
  /** For a newcomer: the Secretariat is verified, what it sends can be opened. */
  | { readonly is: 'openInvitation' }
  /** The directory says that it is used no more. */
  | { readonly is: 'past'; readonly seat: DirectorySeat }
  | { readonly is: 'none' };

/** In this order lists of cards show what there is to be done. */
const URGENCY: readonly NextStep['is'][] = ['verify', 'takeIn', 'invite', 'openInvitation', 'wait', 'none', 'past'];

export const urgencyOf = ({ is }: NextStep): number => URGENCY.indexOf(is);

const isPast = ({ standing }: DirectorySeat): boolean =>
  standing === 'ended' || standing === 'revoked' || standing === 'over';

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
  const seats = new Map(directory.seats.map((one) => [one.installation, one]));
  const sealed = bundles.data.filter(({ direction }) => direction === 'out');
  const received = new Set(bundles.data.flatMap(({ direction, sender }) => (direction === 'in' ? [sender] : [])));

  return (card) => {
    const { trust, installation, organisation, seat, role } = card;
    const entry = seats.get(installation);
    if (entry !== undefined && isPast(entry)) return { is: 'past', seat: entry };
    if (trust === 'unverified') return { is: 'verify' };
    if (trust !== 'verified' && trust !== 'vouched') return { is: 'none' };
    if (!isSecretariat) return !hasNetwork && role === 'secretariat' ? { is: 'openInvitation' } : { is: 'none' };
    if (!hasNetwork) return { is: 'none' };
    const standing = directory.founded ? (entry?.standing ?? 'notIn') : 'inForce';
    const isNew = !known.has(organisation) || !known.has(seat);
    if (isNew || (standing === 'notIn' && directory.maySign)) return { is: 'takeIn', known, directory };
    if (standing !== 'inForce' || received.has(installation)) return { is: 'none' };
    const last = sealed.find(({ addressees }) => addressees.some((one) => one.installation === installation));
    return last === undefined ? { is: 'invite' } : { is: 'wait', since: last.created };
  };
}
