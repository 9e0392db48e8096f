import { Plural, useLingui } from '@lingui/react/macro';
import { CloseButton, TextInput, UnstyledButton } from '@mantine/core';
import { IconNotes, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { useAction } from '../../application/actions.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { EmptyState } from '../empty/EmptyState.tsx';
import { HandlingBadge } from '../handling/HandlingBadge.tsx';
import { KindIcon } from '../kinds/KindIcon.tsx';
import { type Gathered, groupsOf, matching } from './groups.ts';
import classes from './myNotes.module.css';
import { useGoToNote } from './useGoToNote.ts';

interface MyNotesProps {
  /** Those of a meeting, in the order of its agenda; all of them without. */
  readonly meeting?: string;
  /** Beside the search. */
  readonly tools?: ReactNode;
}

/** My private notes, with a search: those that could not be placed first, each leading to where it stands. */
export function MyNotes({ meeting, tools }: MyNotesProps) {
  const { t } = useLingui();
  const { data, error } = useRead('papers', 'myNotes', meeting === undefined ? {} : { meeting });
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useAction({
    id: 'myNotes.search',
    title: t`Search my notes`,
    group: t`Notes`,
    shortcut: '/',
    run: () => field.current?.focus(),
  });
  if (error !== null) return <p role="alert">{sentenceFor(error)}</p>;
  if (data === undefined) return null;
  if (data.length === 0) {
    return (
      <EmptyState icon={IconNotes} title={t`No notes of yours yet`}>
        {meeting === undefined
          ? t`A private note on words of a text, or words that you highlight, are gathered here. They stay on this desk.`
          : t`What you note and highlight in the papers, the items and the minutes of this meeting is gathered here. It stays on this desk.`}
      </EmptyState>
    );
  }
  const shown = matching(data, words);
  const { unplaced, groups } = groupsOf(shown);
  return (
    <section className={classes.notes} aria-label={t`My notes`}>
      <search className={classes.bar}>
        <TextInput
          ref={field}
          className={classes.search}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          placeholder={t`Search my notes`}
          aria-label={t`Search my notes`}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || words === '') return;
            event.stopPropagation();
            setWords('');
          }}
          rightSection={
            words !== '' && <CloseButton size="sm" aria-label={t`Take the words away`} onClick={() => setWords('')} />
          }
        />
        <output className={classes.count}>
          <Plural value={shown.length} one="# note" other="# notes" />
        </output>
        {tools}
      </search>
      {shown.length === 0 && <p className={classes.quiet}>{t`None of your notes has these words.`}</p>}
      {unplaced.length > 0 && (
        <section aria-label={t`Could not be placed`} className={classes.group}>
          <h2>{t`Could not be placed`}</h2>
          <p
            className={classes.quiet}
          >{t`The words that these were on are no longer in the text. Nothing of them is lost.`}</p>
          <ul>
            {unplaced.map((note) => (
              <NoteLine key={note.note} note={note} named />
            ))}
          </ul>
        </section>
      )}
      {groups.map(({ key, title, parts }) => (
        <section key={key} aria-label={title || t`Of no item`} className={classes.group}>
          {meeting !== undefined && <h2>{title || t`Of no item`}</h2>}
          {parts.map(({ record, kind, title: name, label, notes }) => (
            <div key={record} className={classes.part}>
              <h3>
                <KindIcon kind={kind} />
                <span>{name || t`Untitled`}</span>
                {label !== undefined && <HandlingBadge label={label} />}
              </h3>
              <ul>
                {notes.map((note) => (
                  <NoteLine key={note.note} note={note} />
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </section>
  );
}

/** One note: the words that it is on, what was noted, and what became of the words. It leads there. */
function NoteLine({ note, named = false }: { readonly note: Gathered; readonly named?: boolean }) {
  const { t } = useLingui();
  const goTo = useGoToNote();
  const { text, quote, title, how } = note;
  return (
    <li data-record={note.note}>
      <UnstyledButton className={classes.note} onClick={() => goTo(note)}>
        {quote !== '' && <q className={classes.quote}>{shortened(quote)}</q>}
        <span className={classes.text} dir="auto">
          {text || t`Highlighted`}
        </span>
        {named && <span className={classes.became}>{title}</span>}
        {(how === 'changed' || how === 'near') && (
          <span className={classes.became}>{t`These words were changed since.`}</span>
        )}
        {how === 'moved' && <span className={classes.became}>{t`These words stand elsewhere now.`}</span>}
      </UnstyledButton>
    </li>
  );
}

const LONGEST = 200;

const shortened = (quote: string): string => (quote.length > LONGEST ? `${quote.slice(0, LONGEST).trimEnd()}…` : quote);
