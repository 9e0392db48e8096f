import { useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Distribution, Label } from '../../../domain/handling/handling.ts';
import type { Json } from '../../../domain/records/json.ts';
import { RECEIVERS_MAY } from '../handling/handlingWords.ts';
import { WhoHolds } from '../handling/WhoHolds.tsx';
import type { Conflict, ConflictSide } from './answers.ts';
import classes from './conflict.module.css';

/** What an answer to a question about a mark would mean: what receivers may do, who would see it; why it is not open. */
export function MarkMeaning({
  value,
  refused,
}: {
  readonly value: Json | undefined;
  readonly refused?: string | undefined;
}) {
  const { i18n } = useLingui();
  const label = Label.safeParse(value);
  const distribution = Distribution.safeParse(value);
  return (
    <>
      {label.success && (
        <Text size="sm" c="dimmed">
          {i18n._(RECEIVERS_MAY[label.data])}
        </Text>
      )}
      {distribution.success && <WhoHolds distribution={distribution.data} />}
      {refused !== undefined && (
        <span className={classes.refused}>
          <IconLock size={16} stroke={1.6} aria-hidden />
          {refused}
        </span>
      )}
    </>
  );
}

interface WhatHoldsProps {
  readonly conflict: Conflict;
  /** Those who ask for something else than what holds. */
  readonly asking: readonly ConflictSide[];
  /** What holds, in words. */
  readonly words: string;
}

/** Which mark holds until the question is answered, and who asked for another. */
export function WhatHolds({ conflict, asking, words }: WhatHoldsProps) {
  const { t } = useLingui();
  if (conflict.holds === undefined) return null;
  const who = [...new Set(asking.map((side) => side.who))].join(', ');
  return (
    <p className={classes.holds}>
      {t`Until it is answered the stricter holds: ${words}.`}
      {who !== '' && ` ${t`Another was asked for by ${who}.`}`}
    </p>
  );
}
