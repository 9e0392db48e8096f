import { useLingui } from '@lingui/react/macro';
import { Table } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { Link } from 'react-router';
import { addressOf, planAddress } from '../application/addresses.ts';
import { EmptyState } from '../parts/empty/EmptyState.tsx';
import { kindName } from '../parts/kinds/kindNames.ts';
import classes from './meetings.module.css';
import { type Part, peopleIn } from './peopleIn.ts';
import { usePlan } from './plan/PlanContext.tsx';

/** Who leads items or speaks at them by video link, and at what time there. */
export function PeopleTab() {
  const { t, i18n } = useLingui();
  const { plan } = usePlan();
  const people = peopleIn(plan);
  if (people.length === 0) {
    return (
      <EmptyState icon={IconUsers} title={t`Nobody yet`}>
        {t`Whoever leads an item or speaks at one by video link is listed here. Choose an item in the timetable and say who does.`}
      </EmptyState>
    );
  }
  return (
    <Table.ScrollContainer minWidth={520}>
      <Table aria-label={t`People`} className={classes.people ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`Name`}</Table.Th>
            <Table.Th>{t`Kind`}</Table.Th>
            <Table.Th>{t`In the meeting`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map(({ record, name, kind, parts }) => (
            <Table.Tr key={record}>
              <Table.Td>
                {kind === '' ? t`Somebody not known here` : <Link to={addressOf(kind, record)}>{name}</Link>}
              </Table.Td>
              <Table.Td>{i18n._(kindName(kind))}</Table.Td>
              <Table.Td>
                <ul className={classes.parts}>
                  {parts.map((part) => (
                    <li key={`${part.item.item} ${part.as}`}>
                      <PartWords part={part} />
                    </li>
                  ))}
                </ul>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function PartWords({ part: { item, as, speaker } }: { readonly part: Part }) {
  const { t } = useLingui();
  const { meeting } = usePlan();
  const name = [item.number, item.title].filter(Boolean).join(' ');
  const time = speaker?.time;
  return (
    <>
      {as === 'lead'
        ? t`leads`
        : time === undefined
          ? t`speaks by video link`
          : t`speaks by video link at ${time} local`}
      {': '}
      <Link to={planAddress(meeting, item.item)}>{name}</Link>
    </>
  );
}
