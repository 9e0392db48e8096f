import type { Distribution } from '../../../domain/handling/handling.ts';
import { useRead } from '../../application/queries.ts';
import { useRecordName } from '../picker/recordName.ts';
import { useTitles } from '../picker/useTitles.ts';
import { partiesOf } from './DistributionWords.tsx';

const MOST = 200;

/** Whom a wider distribution reaches that a narrower one does not. */
interface NewlyReached {
  readonly everyone: boolean;
  /** Organisations and persons, by name. */
  readonly names: readonly string[];
}

/** Who is reached by `to` and was not by `from`, as they are known here. Undefined until they are read. */
export function useNewlyReached(from: Distribution, to: Distribution): NewlyReached | undefined {
  const nameOf = useRecordName();
  const named = to.to === 'named' ? partiesOf(to).filter((id) => !partiesOf(from).includes(id)) : [];
  const { titles, ready } = useTitles(named);
  const asks = from.to === 'board' || to.to === 'board' || to.to === 'community';
  const { data } = useRead(
    'records',
    'register',
    {
      kinds: ['organisation'],
      filters: [{ column: 'membership', is: 'oneOf', value: ['member', 'secretariat', 'invited'] }],
      columns: ['membership'],
      sort: [{ column: '$title', descending: false }],
      offset: 0,
      limit: MOST,
    },
    { enabled: asks },
  );
  if ((asks && data === undefined) || !ready) return undefined;
  if (to.to === 'everyone') return { everyone: from.to !== 'everyone', names: [] };
  const all = (data?.rows ?? []).map(({ id, title, cells }) => ({
    id,
    title,
    invited: cells.membership === 'invited',
  }));
  const board = new Set<string>(all.filter(({ invited }) => !invited).map(({ id }) => id));
  if (to.to === 'named') {
    const fresh = named.filter((id) => !(from.to === 'board' && board.has(id)) && from.to !== 'community');
    return { everyone: false, names: fresh.map((id) => nameOf(titles.get(id))) };
  }
  const reached = to.to === 'board' ? all.filter(({ invited }) => !invited) : to.to === 'community' ? all : [];
  const had = from.to === 'board' ? board : new Set(partiesOf(from));
  return { everyone: false, names: reached.filter(({ id }) => !had.has(id)).map(({ title }) => title) };
}
