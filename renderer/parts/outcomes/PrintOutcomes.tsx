import { useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { texts } from '../../../domain/records/text.ts';
import { useAction } from '../../application/actions.ts';
import { printAddress, recommendationsToAddress } from '../../application/addresses.ts';
import { useRead } from '../../application/queries.ts';
import { useRecordName } from '../picker/recordName.ts';
import { useTitles } from '../picker/useTitles.ts';

/** Prints what a meeting came to: all of it, or what is recommended to one government or body. */
export function PrintOutcomes({ meeting }: { readonly meeting: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const nameOf = useRecordName();
  const { data } = useRead('records', 'register', {
    kinds: ['recommendation'],
    columns: ['addressees'],
    filters: [{ column: 'meeting', is: 'equals', value: meeting }],
    sort: [],
    offset: 0,
    limit: 100,
  });
  const addressees = [...new Set((data?.rows ?? []).flatMap(({ cells }) => texts(cells.addressees)))];
  const { titles } = useTitles(addressees);
  const named = addressees
    .flatMap((id) => {
      const record = titles.get(id);
      return record === undefined ? [] : [{ id, name: nameOf(record) }];
    })
    .toSorted((one, other) => one.name.localeCompare(other.name));
  const all = () => navigate(printAddress('outcomes', meeting));
  useAction({
    id: 'outcomes.print',
    title: t`Print decisions and recommendations`,
    group: t`Decisions`,
    icon: IconPrinter,
    run: all,
  });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconPrinter size={16} stroke={1.6} aria-hidden />}>
          {t`Print…`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={all}>{t`Decisions, actions and recommendations`}</Menu.Item>
        {named.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => navigate(recommendationsToAddress(meeting, id))}>
            {t`Recommendations to ${name}`}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
