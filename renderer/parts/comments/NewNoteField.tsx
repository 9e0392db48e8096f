import { useLingui } from '@lingui/react/macro';
import { Group, SegmentedControl, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { quoteOf } from '../../../domain/papers/gatherNotes.ts';
import { useNotesStore } from '../notes/notesStore.ts';
import { CommentField } from './CommentField.tsx';
import classes from './comments.module.css';
import type { CommentRow } from './threads.ts';
import type { CommentsDesk } from './useComments.ts';

/** A new comment or private note: on the words that were chosen in the text, else on the whole record. */
export function NewNoteField({ desk }: { readonly desk: CommentsDesk }) {
  const { t } = useLingui();
  const draft = useNotesStore((state) => (state.draft?.record === desk.record ? state.draft : undefined));
  const { begin, select } = useNotesStore.getState();
  const [whole, setWhole] = useState<CommentRow['kind']>('comment');
  const kind = draft?.kind ?? whole;
  const isNote = kind === 'annotation';
  const section = useRef<HTMLElement>(null);
  /** The keyboard goes back to the words, unless it went elsewhere meanwhile: writing takes a moment. */
  const backToText = () => {
    const now = document.activeElement;
    if (now !== null && now !== document.body && section.current?.contains(now) !== true) return;
    useNotesStore.getState().text?.focus();
  };
  const write = async (words: string) => {
    const id = await desk.write({ kind, text: words, ...(draft === undefined ? {} : { anchor: draft.anchor }) });
    if (draft !== undefined) select(id);
  };
  const leave = () => {
    begin(undefined);
    backToText();
  };
  return (
    <section ref={section} aria-label={t`New note`} className={classes.writing}>
      {draft !== undefined && draft.anchor.quote !== '' && (
        <blockquote className={classes.quote} data-kind={kind}>
          {shortened(quoteOf(draft.anchor))}
        </blockquote>
      )}
      <Group gap="xs" mb={6}>
        <SegmentedControl
          size="xs"
          value={kind}
          aria-label={t`Who reads it`}
          data={[
            { value: 'comment', label: t`Comment` },
            { value: 'annotation', label: t`Private note` },
          ]}
          onChange={(value) => {
            const next = value === 'annotation' ? 'annotation' : 'comment';
            if (draft === undefined) setWhole(next);
            else begin({ ...draft, kind: next });
          }}
        />
      </Group>
      <CommentField
        key={draft === undefined ? 'whole' : `${draft.anchor.block} ${draft.anchor.quote}`}
        autoFocus={draft !== undefined}
        keep={draft === undefined ? `comments.unsent/${desk.record}` : `notes.unsent/${desk.record}`}
        label={labelFor(draft !== undefined)}
        button={isNote ? t`Keep the note` : t`Send the comment`}
        send={write}
        {...(draft === undefined ? {} : { leave })}
      />
      <Text size="xs" c="dimmed" mt={6}>
        {isNote
          ? t`A private note stays here. It is never sent, sealed or printed for others.`
          : t`A comment goes where the record goes, and no further.`}
      </Text>
    </section>
  );

  function labelFor(onWords: boolean): string {
    if (isNote) return onWords ? t`Private note on these words` : t`Private note on this record`;
    return onWords ? t`Comment on these words` : t`Comment on this record`;
  }
}

const LONGEST = 200;

/** Enough of a quotation to know it by. */
export function shortened(quote: string): string {
  return quote.length > LONGEST ? `${quote.slice(0, LONGEST).trimEnd()}…` : quote;
}
