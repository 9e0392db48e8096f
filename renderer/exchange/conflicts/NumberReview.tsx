import { useLingui } from '@lingui/react/macro';
import { Anchor, Button, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { RecordId } from '../../../domain/records/ids.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { addressOf } from '../../application/addresses.ts';
import { sentenceFor, tell } from '../../application/errors.tsx';
import { useUndo } from '../../application/undo.ts';
import { InConflict } from '../../parts/conflict/InConflict.tsx';
import { HandlingBadge } from '../../parts/handling/HandlingBadge.tsx';
import { kindName } from '../../parts/kinds/kindNames.ts';
import { useRecordName } from '../../parts/picker/recordName.ts';
import classes from '../exchange.module.css';
import pairs from './pairs.module.css';
import type { Twice } from './useOpenWork.ts';

/** A number that several records have: the Secretariat gives all but one of them another; others see who has to. */
export function NumberReview({ twice }: { readonly twice: Twice }) {
  const { t, i18n } = useLingui();
  const { kind, words, number, records, mayGive } = twice;
  return (
    <>
      <div className={classes.readHead}>
        <p className={classes.readKind}>{i18n._(kindName(kind))}</p>
        <Title order={2}>{t`${words} ${number}, used twice`}</Title>
      </div>
      <p className={classes.lead}>
        {mayGive
          ? t`One of them keeps the number; give the others a new one. What they say stays as it is.`
          : t`Only the Secretariat’s seat gives numbers: it gives one of them another.`}
      </p>
      <ul className={pairs.numbers}>
        {records.map((record) => (
          <Numbered key={record.record} twice={twice} record={record} />
        ))}
      </ul>
    </>
  );
}

function Numbered({ twice, record }: { readonly twice: Twice; readonly record: Twice['records'][number] }) {
  const { t } = useLingui();
  const client = useClient();
  const nameOf = useRecordName();
  const did = useUndo((state) => state.did);
  const { kind, field, number, next, mayGive } = twice;
  const [given, setGiven] = useState(`${next}`);
  const [error, setError] = useState<unknown>();
  const name = nameOf({ kind, title: record.title });
  const value = typeof number === 'number' ? Number(given) : given.trim();
  const isGood = typeof value === 'number' ? Number.isSafeInteger(value) && value > 0 : value !== '';
  const give = async () => {
    const id = RecordId.parse(record.record);
    setError(undefined);
    try {
      await client.records.edit({ id, changes: { [field]: value }, base: { [field]: number } });
      did({
        label: t`number of “${name}”`,
        undo: () => client.records.edit({ id, changes: { [field]: number } }),
        redo: () => client.records.edit({ id, changes: { [field]: value } }),
      });
      tell(t`“${name}” has the number ${given} now.`);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <li className={pairs.number}>
      <span>
        <Anchor component={Link} to={addressOf(kind, record.record)} underline="always">
          {name}
        </Anchor>{' '}
        <HandlingBadge label={record.label} /> {record.conflicted && <InConflict record={record.record} />}
      </span>
      {mayGive && !record.conflicted && (
        <form
          className={pairs.give}
          onSubmit={(event) => {
            event.preventDefault();
            if (isGood) void give();
          }}
        >
          <TextInput
            label={t`New number of “${name}”`}
            value={given}
            error={error === undefined ? undefined : sentenceFor(error)}
            onChange={(event) => setGiven(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={!isGood || value === number}>
            {t`Give it`}
          </Button>
        </form>
      )}
    </li>
  );
}
