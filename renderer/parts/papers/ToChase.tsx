import { Plural, useLingui } from '@lingui/react/macro';
import { Button, Group, NumberInput, Table } from '@mantine/core';
import { IconBell, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { z } from 'zod';
import { RecordId } from '../../../domain/records/ids.ts';
import { valueName } from '../../../domain/records/valueNames.ts';
import { addressOf } from '../../application/addresses.ts';
import { usePreference } from '../../application/preferences.ts';
import { useRead } from '../../application/queries.ts';
import { formatDate } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { EmptyState } from '../empty/EmptyState.tsx';
import { useRecordName } from '../picker/recordName.ts';
import { DueCell } from './DueCell.tsx';
import classes from './papers.module.css';
import { Reminder } from './Reminder.tsx';
import { useNoteReminded } from './useNoteReminded.ts';

/** The papers that are late or due soon, by who is to write them, with when each was reminded last. */
export function ToChase({ meeting }: { readonly meeting?: string }) {
  const { t } = useLingui();
  const [within, setWithin] = usePreference('papers.chaseWithin', z.int().min(0).max(366), 7);
  const { data } = useRead(
    'papers',
    'toChase',
    { within, ...(meeting === undefined ? {} : { meeting: RecordId.parse(meeting) }) },
    { keep: true },
  );
  return (
    <div className={classes.chase}>
      <NumberInput
        label={t`Late, or due within so many days`}
        className={classes.within ?? ''}
        min={0}
        max={366}
        clampBehavior="strict"
        value={within}
        onChange={(next) => typeof next === 'number' && setWithin(next)}
      />
      {data?.groups.length === 0 && (
        <EmptyState icon={IconCircleCheck} title={t`Nothing is to be chased`}>
          {t`No paper that is still waited for is late or due within these days.`}
        </EmptyState>
      )}
      {data?.groups.map((group) => (
        <Author
          key={group.who.map(({ record }) => record).join(' ')}
          group={group}
          showsMeeting={meeting === undefined}
        />
      ))}
    </div>
  );
}

type Chased = ReturnType<typeof useRead<'papers', 'toChase'>>['data'];
type ChasedGroup = NonNullable<Chased>['groups'][number];

function Author({ group: { who, papers, audience }, showsMeeting }: { group: ChasedGroup; showsMeeting: boolean }) {
  const { t } = useLingui();
  const language = useLanguage();
  const nameOf = useRecordName();
  const noteReminded = useNoteReminded();
  const [opened, setOpened] = useState(false);
  const name = who.map(nameOf).join(', ') || t`Nobody was asked yet`;
  const ids = papers.map(({ paper }) => paper);
  return (
    <section aria-label={name} className={classes.chased}>
      <Group justify="space-between" wrap="nowrap">
        <h3>{name}</h3>
        {audience !== undefined && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconBell size={15} stroke={1.6} aria-hidden />}
            aria-label={t`Remind ${name}`}
            onClick={() => setOpened(true)}
          >
            {t`Remind…`}
          </Button>
        )}
      </Group>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t`Paper`}</Table.Th>
            <Table.Th>{t`Status`}</Table.Th>
            <Table.Th>{t`Due date`}</Table.Th>
            <Table.Th>{t`Last reminded`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {papers.map(({ paper, title, meeting, status, due, reminded }) => (
            <Table.Tr key={paper}>
              <Table.Td>
                <Link to={addressOf('paper', paper)}>{title || t`Without a title`}</Link>
                {showsMeeting && meeting !== '' && <div className={classes.quiet}>{meeting}</div>}
              </Table.Td>
              <Table.Td>{status && valueName('paper', 'status', status, language)}</Table.Td>
              <Table.Td>
                <DueCell cells={{ due, status: status ?? '' }} />
              </Table.Td>
              <Table.Td>
                {reminded === undefined ? (
                  t`never`
                ) : (
                  <>
                    {formatDate(reminded.on, language)}{' '}
                    <span className={classes.quiet}>
                      <Plural value={reminded.times} one="# time" other="# times" />
                    </span>
                  </>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {opened && audience !== undefined && (
        <Reminder
          name={name}
          papers={ids}
          audience={audience}
          reminded={() => noteReminded(ids, name)}
          close={() => setOpened(false)}
        />
      )}
    </section>
  );
}
