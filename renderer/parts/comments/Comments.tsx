import { Plural, useLingui } from '@lingui/react/macro';
import { Button, SegmentedControl, Text } from '@mantine/core';
import { IconFileSpreadsheet, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { printAddress } from '../../application/addresses.ts';
import { type Listed, SaveList } from '../lists/SaveList.tsx';
import classes from './comments.module.css';
import { NewNoteField } from './NewNoteField.tsx';
import { ThreadItem } from './ThreadItem.tsx';
import { byPlace, type Thread, WANTED, type Wanted, wantedOf } from './threads.ts';
import { type CommentsDesk, useComments } from './useComments.ts';
import { type NotePlace, useNotePlaces } from './useNotePlaces.ts';

const NONE: readonly Thread[] = [];

/**
 * Comments and private notes on a record: written, answered, resolved, reworded, and one's own deleted. Those on words of
 * its text stand in the order of the text; those whose words are gone are kept with the words that they were on.
 */
export function Comments({ record }: { readonly record: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const read = useComments(record);
  const places = useNotePlaces(record, read?.view.body.body, read?.threads ?? NONE);
  const [wanted, setWanted] = useState<Wanted>('open');
  const [saving, setSaving] = useState<Listed>();
  if (read === undefined) return null;
  const { threads, desk } = read;
  const resolved = threads.filter(({ first }) => first.resolved);
  const shown = wantedOf(threads, wanted);
  const comments = threads
    .flatMap(({ first, answers }) => [first, ...answers])
    .filter(({ kind }) => kind === 'comment');
  const names: Readonly<Record<Wanted, string>> = {
    open: t`To resolve`,
    resolved: t`Resolved`,
    mine: t`Mine`,
    all: t`All`,
  };
  const { inText, onRecord, unplaced } = byPlace(shown, (note) => places.get(note)?.order);
  return (
    <>
      <NewNoteField desk={desk} />
      {threads.length === 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {t`No comments and no notes yet.`}
        </Text>
      )}
      {threads.length > 0 && (
        <div className={classes.wanted}>
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={t`Which comments are shown`}
            value={wanted}
            data={WANTED.map((one) => ({ value: one, label: `${names[one]} ${wantedOf(threads, one).length}` }))}
            onChange={(value) => setWanted(WANTED.find((one) => one === value) ?? 'open')}
          />
          {comments.length > 0 && read.view.kind === 'paper' && (
            <Button
              variant="subtle"
              size="compact-xs"
              leftSection={<IconPrinter size={14} stroke={1.6} aria-hidden />}
              onClick={() => navigate(printAddress('comments', record))}
            >
              {t`Print the comments…`}
            </Button>
          )}
          {comments.length > 0 && (
            <Button
              variant="subtle"
              size="compact-xs"
              leftSection={<IconFileSpreadsheet size={14} stroke={1.6} aria-hidden />}
              onClick={() => setSaving({ of: 'records', records: comments.map(({ id }) => id) })}
            >
              {t`Comments as CSV…`}
            </Button>
          )}
        </div>
      )}
      {saving !== undefined && (
        <SaveList
          label={t`Comments`}
          list={saving}
          columns={['text', 'record', 'resolved', '$updated']}
          onClose={() => setSaving(undefined)}
        />
      )}
      {unplaced.length > 0 && (
        <section aria-label={t`Could not be placed`}>
          <h3 className={classes.group}>{t`Could not be placed`}</h3>
          <Text size="sm" c="dimmed">
            {t`The words that these were on are no longer in the text. Nothing of them is lost.`}
          </Text>
          <ThreadList threads={unplaced} desk={desk} places={places} />
        </section>
      )}
      {inText.length > 0 && (
        <section aria-label={t`In the text`}>
          {(onRecord.length > 0 || unplaced.length > 0) && <h3 className={classes.group}>{t`In the text`}</h3>}
          <ThreadList threads={inText} desk={desk} places={places} />
        </section>
      )}
      {onRecord.length > 0 && (
        <section aria-label={t`On the whole record`}>
          {(inText.length > 0 || unplaced.length > 0) && <h3 className={classes.group}>{t`On the whole record`}</h3>}
          <ThreadList threads={onRecord} desk={desk} places={places} />
        </section>
      )}
      {resolved.length > 0 && wanted === 'open' && (
        <Button variant="subtle" size="compact-sm" onClick={() => setWanted('all')}>
          <Plural value={resolved.length} one="Show # resolved" other="Show # resolved" />
        </Button>
      )}
    </>
  );
}

interface ThreadListProps {
  readonly threads: readonly Thread[];
  readonly desk: CommentsDesk;
  readonly places: ReadonlyMap<string, NotePlace>;
}

function ThreadList({ threads, desk, places }: ThreadListProps) {
  return (
    <ul className={classes.threads}>
      {threads.map((thread) => (
        <ThreadItem key={thread.first.id} thread={thread} desk={desk} how={places.get(thread.first.id)?.how} />
      ))}
    </ul>
  );
}
