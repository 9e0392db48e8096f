import { useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, ScrollArea, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { RecordId } from '../../../domain/records/ids.ts';
import { valueName } from '../../../domain/records/valueNames.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead, useReadAgain } from '../../application/queries.ts';
import { useUndo } from '../../application/undo.ts';
import { formatDate } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { HandlingBadge } from '../../parts/handling/HandlingBadge.tsx';
import { usePlan } from './PlanContext.tsx';
import classes from './plan.module.css';

/** What earlier meetings did not conclude, to be taken into the tray of this one. */
export function CarryOver({ close }: { close(): void }) {
  const { t } = useLingui();
  const language = useLanguage();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const readAgain = useReadAgain();
  const { meeting } = usePlan();
  const { data } = useRead('meetings', 'unfinished', { meeting });
  const [left, leave] = useState<readonly string[]>([]);
  const [error, setError] = useState<unknown>();
  if (data === undefined) return null;
  const chosen = data.filter(({ item, mayCarry }) => mayCarry && !left.includes(item)).map(({ item }) => item);
  const carry = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { created } = await client.meetings.carryOver({ meeting: RecordId.parse(meeting), items: chosen });
      did({
        label: t`carried items over`,
        undo: () => client.records.removeMany({ ids: created, reason: t`Carrying them over was undone` }),
        redo: () => client.records.restoreMany({ ids: created }),
      });
      await readAgain('meetings');
      close();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <form onSubmit={(event) => void carry(event)} aria-label={t`Carry over`}>
      <Stack gap="sm">
        {data.length === 0 ? (
          <Text size="sm">{t`Earlier meetings left nothing open. What is marked as adjourned or not reached is offered here.`}</Text>
        ) : (
          <ScrollArea.Autosize mah={320} type="auto">
            {data.map(({ item, title, label, outcome, meetingTitle, starts, mayCarry }) => (
              <Checkbox
                key={item}
                className={classes.carried ?? ''}
                checked={mayCarry && !left.includes(item)}
                disabled={!mayCarry}
                label={title}
                description={
                  <>
                    {valueName('agendaItem', 'outcome', outcome, language)}, {meetingTitle},{' '}
                    {formatDate(starts, language)} <HandlingBadge label={label} />
                    {!mayCarry && ` ${t`Another organisation wrote it; add an item of your own.`}`}
                  </>
                }
                onChange={({ currentTarget }) =>
                  leave(currentTarget.checked ? left.filter((one) => one !== item) : [...left, item])
                }
              />
            ))}
          </ScrollArea.Autosize>
        )}
        {error !== undefined && (
          <Text role="alert" c="red" size="sm">
            {sentenceFor(error)}
          </Text>
        )}
        <Group>
          {data.length > 0 && (
            <Button type="submit" disabled={chosen.length === 0}>
              {t`Carry over`}
            </Button>
          )}
          <Button variant="default" onClick={close} data-autofocus={data.length === 0 || undefined}>
            {t`Close`}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
