import { useLingui } from '@lingui/react/macro';
import { Button, Select } from '@mantine/core';
import { IconGripVertical, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { withPapers } from '../../domain/dossiers/plan.ts';
import { effectiveHandling } from '../../domain/handling/change.ts';
import { useRead } from '../application/queries.ts';
import { HandlingBadge } from '../parts/handling/HandlingBadge.tsx';
import { RecordPicker } from '../parts/picker/RecordPicker.tsx';
import classes from './book.module.css';
import type { BookData } from './bookTypes.ts';
import type { BookActions } from './useBook.ts';
import type { Dropping } from './useDropping.ts';

interface AddPapersProps {
  readonly book: BookData;
  readonly actions: BookActions;
  readonly drop: Dropping;
}

/** Puts papers in: by name, or one of the meeting's that are not in the book. */
export function AddPapers({ book, actions }: AddPapersProps) {
  const { t } = useLingui();
  const [tab, setTab] = useState<string | null>(null);
  const { data = [] } = useRead('records', 'list', { kind: 'paper', deleted: false }, { keep: true });
  const held = book.papers.map(({ paper }) => String(paper));
  const behind = book.tabs.some(({ id }) => id === tab) ? (tab ?? undefined) : book.tabs.at(-1)?.id;
  const others = data.filter(
    ({ id, body }) =>
      body.meeting === book.meeting?.record && body.status !== 'withdrawn' && !held.includes(String(id)),
  );
  const add = (papers: readonly string[]) =>
    void actions.arrange(t`put papers in`, (plan) =>
      withPapers(
        plan,
        papers.map((paper) => ({ id: crypto.randomUUID(), paper })),
        behind,
      ),
    );
  return (
    <section className={classes.adding} aria-label={t`Not in the book`}>
      <h2 className={classes.heading}>{t`Not in the book`}</h2>
      <div className={classes.addingFields}>
        <RecordPicker
          kinds={['paper']}
          value={null}
          except={held}
          onChange={(paper) => paper !== null && add([paper])}
          label={t`Put a paper in`}
        />
        {book.tabs.length > 0 && (
          <Select
            label={t`Behind`}
            value={behind ?? null}
            data={book.tabs.map(({ id, name }) => ({ value: id, label: name === '' ? t`Without a name` : name }))}
            onChange={setTab}
            allowDeselect={false}
          />
        )}
      </div>
      <ul className={classes.papers}>
        {others.map(({ id, title, body, handling }) => (
          <li key={id} className={classes.other} data-record={id} draggable>
            <IconGripVertical size={16} stroke={1.6} aria-hidden className={classes.grip ?? ''} />
            <span>{title}</span>
            <HandlingBadge label={effectiveHandling(handling, body).label} />
            <Button
              size="compact-xs"
              variant="default"
              leftSection={<IconPlus size={14} stroke={1.6} aria-hidden />}
              aria-label={t`Put in: ${title}`}
              onClick={() => add([id])}
            >
              {t`Put in`}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
