import { Plural, useLingui } from '@lingui/react/macro';
import { Anchor, Table } from '@mantine/core';
import { Link } from 'react-router';
import { RecordId } from '../../../domain/records/ids.ts';
import { addressOf } from '../../application/addresses.ts';
import { useRead } from '../../application/queries.ts';
import classes from './adoption.module.css';
import { Deadline } from './Deadline.tsx';
import { useAdoptionWords } from './useAdoptionWords.ts';

/** What is put up for adoption, of one meeting or of one text; nothing where there is nothing. */
export function AdoptionLines({ meeting, record }: { readonly meeting?: string; readonly record?: string }) {
  const { t } = useLingui();
  const { ways, results } = useAdoptionWords();
  const { data = [] } = useRead('adoption', 'list', {
    ...(meeting === undefined ? {} : { meeting: RecordId.parse(meeting) }),
    ...(record === undefined ? {} : { record: RecordId.parse(record) }),
  });
  if (data.length === 0) return null;
  return (
    <Table aria-label={t`Put up for adoption`} className={classes.lines ?? ''}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t`Put up for adoption`}</Table.Th>
          <Table.Th>{t`How`}</Table.Th>
          <Table.Th>{t`Answers`}</Table.Th>
          <Table.Th>{t`Result`}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {data.map(({ adoption, title, way, deadline, zone, passed, result, asked, answered, reservations }) => {
          const isOpen = result === undefined || result === 'extended';
          return (
            <Table.Tr key={adoption}>
              <Table.Td>
                <Anchor component={Link} to={addressOf('adoption', adoption)} inherit>
                  {title}
                </Anchor>
                {reservations.map(({ organisation, name, words }) => (
                  <p key={organisation} className={classes.reservation}>
                    {t`${name} reserves:`} {words}
                  </p>
                ))}
              </Table.Td>
              <Table.Td>
                {ways[way]}
                {isOpen && deadline !== undefined && (
                  <div className={classes.quiet}>
                    <Deadline at={deadline} zone={zone} />
                  </div>
                )}
              </Table.Td>
              <Table.Td>
                <Plural value={asked} one={`${answered} of # member`} other={`${answered} of # members`} />
              </Table.Td>
              <Table.Td>
                {result !== undefined && !isOpen ? results[result] : passed ? t`To be recorded` : t`Still open`}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
