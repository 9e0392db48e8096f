import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { JournalLine as LineSchema } from '../../contract/journal/calls.ts';
import { sentenceFor } from '../application/errors.tsx';
import { useRead } from '../application/queries.ts';
import { formatMoment } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { EmptyState } from '../parts/empty/EmptyState.tsx';
import classes from './journal.module.css';
import { LineSubjects } from './LineSubjects.tsx';
import type { Filter } from './useJournalFilter.ts';

type Line = z.output<typeof LineSchema>;

/** The lines that are wanted, the newest first, a hundred at a time. */
export function JournalLines({ filter }: { readonly filter: Filter }) {
  const { t } = useLingui();
  const [parts, setParts] = useState<readonly (number | undefined)[]>([undefined]);
  return (
    <ol className={classes.lines} aria-label={t`Lines of the journal, the newest first`}>
      {parts.map((before, index) => (
        <Part
          key={before ?? 'newest'}
          filter={filter}
          before={before}
          onMore={index === parts.length - 1 ? (next) => setParts([...parts, next]) : undefined}
        />
      ))}
    </ol>
  );
}

interface PartProps {
  readonly filter: Filter;
  readonly before: number | undefined;
  readonly onMore: ((before: number) => void) | undefined;
}

function Part({ filter, before, onMore }: PartProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const input = { ...filter.query, language, ...(before === undefined ? {} : { before }) };
  const { data, error } = useRead('journal', 'read', input);
  if (error !== null) return <li className={classes.wrong}>{sentenceFor(error)}</li>;
  if (data === undefined) return null;
  const last = data.lines.at(-1);
  if (before === undefined && last === undefined) {
    return (
      <li className={classes.empty}>
        <EmptyState icon={IconListDetails} title={t`No line says that`}>
          {t`The journal has lines about what was sealed, opened, printed, saved and changed in the vault here. Look for other words or days.`}
        </EmptyState>
      </li>
    );
  }
  return (
    <>
      {data.lines.map((line) => (
        <LineShown key={line.seq} line={line} filter={filter} />
      ))}
      {data.more && onMore !== undefined && last !== undefined && (
        <li className={classes.more}>
          <Button variant="default" onClick={() => onMore(last.seq)}>
            {t`Show older lines`}
          </Button>
        </li>
      )}
    </>
  );
}

function LineShown({ line, filter }: { readonly line: Line; readonly filter: Filter }) {
  const language = useLanguage();
  return (
    <li className={classes.line} value={line.seq}>
      <span className={classes.number} title={line.digest}>
        {line.seq}
      </span>
      <time className={classes.when} dateTime={line.at}>
        {formatMoment(line.at, language)}
      </time>
      <span className={classes.sentence}>{line.sentence}</span>
      <LineSubjects line={line} filter={filter} />
    </li>
  );
}
