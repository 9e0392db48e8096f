import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import type { Distribution } from '../../../domain/handling/handling.ts';
import { useRead } from '../../application/queries.ts';
import { partiesOf } from './DistributionWords.tsx';

const SHOWN = 12;

/** Who will hold a record with this distribution: the organisations by name, as they are now. */
export function WhoHolds({ distribution }: { readonly distribution: Distribution }) {
  const { t } = useLingui();
  const reach = distribution.to;
  const memberships = reach === 'community' ? ['member', 'secretariat', 'invited'] : ['member', 'secretariat'];
  const { data } = useRead(
    'records',
    'register',
    {
      kinds: ['organisation'],
      filters: [{ column: 'membership', is: 'oneOf', value: memberships }],
      columns: [],
      sort: [{ column: '$title', descending: false }],
      offset: 0,
      limit: SHOWN,
    },
    { enabled: reach === 'board' || reach === 'community' },
  );
  const line = (text: string) => (
    <Text size="sm" c="dimmed">
      {text}
    </Text>
  );
  switch (reach) {
    case 'installation':
      return line(t`You hold it, and nobody else.`);
    case 'everyone':
      return line(t`Anyone may hold it, the public too.`);
    case 'named':
      return partiesOf(distribution).length === 0 ? line(t`Nobody is named yet.`) : null;
    default: {
      if (data === undefined) return null;
      const names = data.rows.map(({ title }) => title).join(', ');
      const more = data.total - data.rows.length;
      if (data.total === 0) return line(t`No member is known here yet.`);
      return (
        <Text size="sm" c="dimmed">
          <Plural value={data.total} one="# organisation holds it:" other="# organisations hold it:" /> {names}
          {more > 0 && <Trans> and {more} more</Trans>}
        </Text>
      );
    }
  }
}
