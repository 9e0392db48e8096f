import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { compareDigits, type GroupState, groupsIn } from '../../../domain/exchange/readDigits.ts';
import classes from './card.module.css';

interface CompareDigitsProps {
  readonly digits: string;
  /** Says whether something that was read differs from the card. */
  onDiffers(differs: boolean): void;
}

/**
 * The digits of another's card, to be compared with what the holder reads: each group is ticked, or typed, or all are
 * scanned from the holder's square.
 */
export function CompareDigits({ digits, onDiffers }: CompareDigitsProps) {
  const { t } = useLingui();
  const [read, setRead] = useState('');
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const groups = groupsIn(digits);
  const states = compareDigits(read, digits);
  const wrong = states.indexOf('differs') + 1;
  const isSame = (index: number) => states[index] === 'same' || (states[index] === 'open' && ticked.has(index));
  const same = groups.filter((_group, index) => isSame(index)).length;
  const tick = (index: number) => {
    const next = new Set(ticked);
    if (!next.delete(index)) next.add(index);
    setTicked(next);
  };
  return (
    <div className={classes.compare}>
      <fieldset className={classes.groups} aria-label={t`Digits of the card, group by group`}>
        {groups.map((group, index) => {
          const state = states[index] === 'differs' ? 'differs' : isSame(index) ? 'same' : 'open';
          const number = index + 1;
          return (
            // A group may come twice; its place does not.
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: the places of the groups are fixed
              key={index}
              type="button"
              className={classes.group}
              data-state={state}
              aria-pressed={state === 'same'}
              aria-label={
                state === 'differs' ? t`Group ${number}: ${group}, read differently` : t`Group ${number}: ${group}`
              }
              disabled={states[index] !== 'open'}
              onClick={() => tick(index)}
            >
              <span className={classes.place}>{number}</span>
              <span>{group}</span>
              <Sign state={state} />
            </button>
          );
        })}
      </fieldset>
      <TextInput
        label={t`What is read to you`}
        description={t`Type it, or scan the code of the holder’s card. Or tick the groups above.`}
        value={read}
        onChange={(event) => {
          setRead(event.currentTarget.value);
          onDiffers(compareDigits(event.currentTarget.value, digits).includes('differs'));
        }}
        onKeyDown={(event) => {
          // A scanner ends with Enter. What is not whole yet is not confirmed by it.
          if (event.key === 'Enter' && same < groups.length) event.preventDefault();
        }}
        className={classes.read ?? ''}
        data-autofocus
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
      />
      <p className={classes.compared} role="status" data-wrong={wrong > 0 || undefined}>
        {wrong > 0 ? (
          <Trans>Group {wrong} is not the same. Have it read once more.</Trans>
        ) : same === groups.length ? (
          t`All eight groups are the same.`
        ) : same > 0 ? (
          <Trans>
            {same} of {groups.length} groups compared.
          </Trans>
        ) : null}
      </p>
    </div>
  );
}

function Sign({ state }: { readonly state: GroupState }) {
  if (state === 'open') return null;
  const Icon = state === 'same' ? IconCheck : IconX;
  return <Icon size={16} stroke={1.6} aria-hidden />;
}
