import { Plural, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconLetterCase, IconTextRecognition, IconX } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { findNext, findPrev, replaceAll, replaceNext, SearchQuery, setSearchState } from 'prosemirror-search';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import classes from '../editor.module.css';
import { countMatches, type Matches } from './matches.ts';

interface FindBarProps {
  readonly editor: Editor;
  /** With what replaces it. */
  readonly replacing: boolean;
  readonly readOnly: boolean;
  /** Grows each time that somebody asks for the bar: it takes the focus again. */
  readonly asked: number;
  close(): void;
}

const NONE: Matches = { total: 0, current: 0, more: false };

/** Finds words in the text, and replaces them. Enter goes to the next place, Escape closes. */
export function FindBar({ editor, replacing, readOnly, asked, close }: FindBarProps) {
  const { t } = useLingui();
  const [search, setSearch] = useState('');
  const [replace, setReplace] = useState('');
  const [isCased, setCased] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const [matches, setMatches] = useState(NONE);
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that it is asked for
  useEffect(() => {
    const { from, to, empty } = editor.state.selection;
    const chosen = empty ? '' : editor.state.doc.textBetween(from, to, ' ');
    if (chosen !== '' && chosen.length < 80) setSearch(chosen);
    field.current?.focus();
    requestAnimationFrame(() => field.current?.select());
  }, [editor, asked]);
  const query = () => new SearchQuery({ search, replace, caseSensitive: isCased, wholeWord: isWhole, literal: true });
  const count = () => setMatches(countMatches(editor.state, query()));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `query` is made of what is listed
  useEffect(() => {
    editor.view.dispatch(setSearchState(editor.state.tr, query()).setMeta('addToHistory', false));
    count();
    const later = () => {
      clearTimeout(pending);
      pending = setTimeout(count, 150);
    };
    let pending: ReturnType<typeof setTimeout> | undefined;
    editor.on('transaction', later);
    return () => {
      clearTimeout(pending);
      editor.off('transaction', later);
    };
  }, [editor, search, replace, isCased, isWhole]);
  useEffect(
    () => () => {
      if (!editor.isDestroyed) editor.view.dispatch(setSearchState(editor.state.tr, new SearchQuery({ search: '' })));
    },
    [editor],
  );
  const run = (command: typeof findNext) => {
    command(editor.state, editor.view.dispatch, editor.view);
    const { from } = editor.state.selection;
    const place = editor.view.domAtPos(from).node;
    (place instanceof Element ? place : place.parentElement)?.scrollIntoView({ block: 'center' });
    count();
  };
  const leave = () => {
    close();
    editor.view.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      leave();
    }
  };
  const onEnter = (event: KeyboardEvent, command: typeof findNext) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    run(event.shiftKey ? findPrev : command);
  };
  const { total, current, more } = matches;
  return (
    <search className={classes.find} onKeyDown={onKeyDown}>
      <div className={classes.findRow}>
        <TextInput
          ref={field}
          size="xs"
          className={classes.findField ?? ''}
          aria-label={t`Find in the text`}
          placeholder={t`Find in the text`}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => onEnter(event, findNext)}
        />
        <Toggle label={t`Capitals matter`} icon={IconLetterCase} on={isCased} set={setCased} />
        <Toggle label={t`Whole words only`} icon={IconTextRecognition} on={isWhole} set={setWhole} />
        <ActionIcon aria-label={t`Previous place`} disabled={total === 0} onClick={() => run(findPrev)}>
          <IconArrowUp size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
        <ActionIcon aria-label={t`Next place`} disabled={total === 0} onClick={() => run(findNext)}>
          <IconArrowDown size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
        <output className={classes.findCount}>
          {search !== '' &&
            (current > 0 ? (
              t`${current} of ${total}`
            ) : more ? (
              t`More than ${total} places`
            ) : (
              <Plural value={total} _0="Not in this text" one="# place" other="# places" />
            ))}
        </output>
        <ActionIcon aria-label={t`Close`} onClick={leave}>
          <IconX size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </div>
      {replacing && !readOnly && (
        <div className={classes.findRow}>
          <TextInput
            size="xs"
            className={classes.findField ?? ''}
            aria-label={t`Replace with`}
            placeholder={t`Replace with`}
            value={replace}
            onChange={(event) => setReplace(event.currentTarget.value)}
            onKeyDown={(event) => onEnter(event, replaceNext)}
          />
          <Button
            size="xs"
            variant="default"
            disabled={total === 0}
            onClick={() => run(replaceNext)}
          >{t`Replace`}</Button>
          <Button size="xs" variant="default" disabled={total === 0} onClick={() => run(replaceAll)}>
            {t`Replace all`}
          </Button>
        </div>
      )}
    </search>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly icon: typeof IconX;
  readonly on: boolean;
  set(on: boolean): void;
}

function Toggle({ label, icon: Icon, on, set }: ToggleProps) {
  return (
    <ActionIcon aria-label={label} title={label} aria-pressed={on} data-on={on || undefined} onClick={() => set(!on)}>
      <Icon size={16} stroke={1.6} aria-hidden />
    </ActionIcon>
  );
}
