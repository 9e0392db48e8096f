import { RecordId } from '../../../domain/records/ids.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { useRead } from '../../application/queries.ts';

export const FOR = ['self', 'board', 'organisation', 'open'] as const;
export type For = (typeof FOR)[number];

/** For whom, as it is chosen: one organisation may not be chosen yet. */
export interface Whom {
  readonly whom: For;
  readonly organisation: string | null;
}

export const OURSELVES: Whom = { whom: 'self', organisation: null };

/** The audience that was chosen; undefined while nobody is named. */
export function useAudience({ whom, organisation }: Whom): Audience | undefined {
  const invited = useRead('records', 'registerIds', {
    kinds: ['organisation'],
    filters: [{ column: 'membership', is: 'equals', value: 'invited' }],
    sort: [],
  });
  switch (whom) {
    case 'organisation':
      return organisation === null ? undefined : { kind: 'organisation', organisation: RecordId.parse(organisation) };
    case 'open': {
      const bodies = invited.data?.ids ?? [];
      return bodies.length === 0 ? undefined : { kind: 'community', bodies: [...bodies] };
    }
    default:
      return { kind: whom };
  }
}
