import { useLingui } from '@lingui/react/macro';
import { Anchor, Skeleton } from '@mantine/core';
import { Link } from 'react-router';
import type { Json } from '../../../domain/records/json.ts';
import { addressOf } from '../../application/addresses.ts';
import { tell } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { ConflictReview } from '../../parts/conflict/ConflictReview.tsx';
import { useResolve } from '../../parts/conflict/useResolve.ts';
import classes from '../exchange.module.css';
import { ReadHead } from '../ReadHead.tsx';
import type { Entry } from './useOpenWork.ts';

interface RecordReviewProps {
  readonly entries: readonly Entry[];
  readonly at: number;
  onChoose(record: string): void;
}

/** All questions of one record, and the way to the next. */
export function RecordReview({ entries, at, onChoose }: RecordReviewProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const resolve = useResolve();
  const entry = entries[at];
  const id = entry?.record ?? '';
  const { data: view } = useRead('records', 'read', { id }, { enabled: id !== '' });
  const { data: conflicts } = useRead('records', 'conflicts', { id, language }, { enabled: id !== '', keep: true });
  if (entry === undefined) return null;
  const next = entries[at + 1] ?? entries[at - 1];
  const answer = async (answers: Record<string, Json | null>) => {
    await resolve(entry.record, entry.title, answers);
    if (next === undefined) tell(t`Nothing is in conflict any more.`);
    else onChoose(next.record);
  };
  return (
    <>
      <ReadHead
        {...entry}
        at={at}
        of={entries.length}
        onMove={(to) => {
          const other = entries[to];
          if (other !== undefined) onChoose(other.record);
        }}
      />
      {view === undefined || conflicts === undefined ? (
        <Skeleton height={200} />
      ) : (
        <>
          <ConflictReview
            record={entry.record}
            kind={view.kind}
            body={view.body}
            conflicts={conflicts}
            action={next === undefined ? t`Resolve` : t`Resolve and go to the next`}
            onResolve={answer}
          />
          <p className={classes.after}>
            <Anchor component={Link} to={addressOf(view.kind, entry.record)}>
              {t`Open the record`}
            </Anchor>
          </p>
        </>
      )}
    </>
  );
}
