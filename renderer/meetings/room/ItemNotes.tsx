import { useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { tellError } from '../../application/errors.tsx';
import { CommentField } from '../../parts/comments/CommentField.tsx';
import { useComments } from '../../parts/comments/useComments.ts';
import classes from './room.module.css';

/** The private notes of whoever sits here on an item. They stay here. */
export function ItemNotes({ item }: { readonly item: string }) {
  const { t } = useLingui();
  const read = useComments(item);
  if (read === undefined) return null;
  const notes = read.threads.map(({ first }) => first).filter(({ kind }) => kind === 'annotation');
  return (
    <section aria-label={t`Private notes`}>
      <h3 className={classes.heading}>{t`Private notes`}</h3>
      <ul className={classes.notes}>
        {notes.map((note) => (
          <li key={note.id}>
            <span>{note.text}</span>
            <ActionIcon
              variant="subtle"
              size="sm"
              aria-label={t`Delete this note`}
              onClick={() => void read.desk.remove(note).catch(tellError)}
            >
              <IconTrash size={15} stroke={1.6} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <CommentField
        key={item}
        keep={`room.unsent/${item}`}
        label={t`Private note on this item`}
        button={t`Keep the note`}
        send={async (text) => {
          await read.desk.write({ kind: 'annotation', text });
        }}
      />
      <p className={classes.hint}>{t`A private note stays here. It is never sent, sealed or printed for others.`}</p>
    </section>
  );
}
