import { useLingui } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { IconBookmarkPlus, IconCheck, IconEyeOff, IconPencil } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useAction } from '../../application/actions.ts';
import { theSpeller } from '../spelling/speller.ts';
import { ignoreWord, useRightWords } from '../spelling/useSpelling.ts';
import { type MarkedWord, markedAt, markedWords } from './markedWord.ts';
import { replaceWords, writeTerm } from './useFindings.ts';
import { useLeftPlaces, useTermList } from './useTerms.ts';
import classes from './writing.module.css';

interface WordMenuProps {
  readonly record: string;
  readonly language: 'en' | 'fr';
  readonly open: boolean;
  readonly editor: Editor;
}

interface Opened {
  readonly marked: MarkedWord;
  /** What may have been meant; nothing for a term. */
  readonly offered: readonly string[];
  readonly left: number;
  readonly top: number;
}

/** What is offered for a marked word: by a right click on it, or by a key where the cursor is. */
export function WordMenu({ record, language, open, editor }: WordMenuProps) {
  const { t } = useLingui();
  const list = useTermList(language, open);
  const { left, leave } = useLeftPlaces(record);
  const { words, add } = useRightWords();
  const [opened, setOpened] = useState<Opened>();
  const followed = { terms: { list, left, says: () => '' }, spelling: { language, words } };
  const latest = useRef(followed);
  latest.current = followed;
  const show = useCallback(
    async (marked: MarkedWord, at?: { readonly left: number; readonly top: number }) => {
      const offered = marked.is === 'term' ? [] : await theSpeller().suggest(language, marked.word);
      if (editor.isDestroyed) return;
      const { left: start, bottom } = editor.view.coordsAtPos(marked.from);
      setOpened({ marked, offered, ...(at ?? { left: start, top: bottom + 4 }) });
    },
    [editor, language],
  );
  useEffect(() => {
    const dom = editor.view.dom;
    const onMenu = (event: MouseEvent) => {
      const at = editor.view.posAtCoords({ left: event.clientX, top: event.clientY });
      const marked = at === null ? undefined : markedAt(editor, latest.current, at.pos);
      if (marked === undefined) return;
      event.preventDefault();
      void show(marked, { left: event.clientX, top: event.clientY });
    };
    dom.addEventListener('contextmenu', onMenu);
    return () => dom.removeEventListener('contextmenu', onMenu);
  }, [editor, show]);
  const close = () => {
    setOpened(undefined);
    if (!editor.isDestroyed) editor.view.focus();
  };
  useAction({
    id: 'text.markedWord',
    title: t`What to write instead of the marked word`,
    group: t`Text`,
    shortcut: 'mod+alt+W',
    whileTyping: true,
    icon: IconPencil,
    run: () => {
      const marked = markedAt(editor, latest.current, editor.state.selection.head);
      if (marked !== undefined) void show(marked);
    },
  });
  useAction({
    id: 'text.nextMarkedWord',
    title: t`Go to the next marked word`,
    group: t`Text`,
    shortcut: 'mod+alt+J',
    whileTyping: true,
    icon: IconPencil,
    run: () => {
      const all = markedWords(editor, latest.current);
      const { to } = editor.state.selection;
      const next = all.find(({ from }) => from >= to) ?? all[0];
      if (next === undefined) return;
      editor.chain().focus().setTextSelection({ from: next.from, to: next.to }).scrollIntoView().run();
      void show(next);
    },
  });
  if (opened === undefined) return null;
  const { marked, offered } = opened;
  return (
    <Menu
      opened
      onClose={close}
      position="bottom-start"
      returnFocus={false}
      withinPortal={false}
      key={`${marked.from} ${marked.word}`}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={classes.anchor}
          style={{ left: opened.left, top: opened.top }}
          aria-label={t`The marked word “${marked.word}”`}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={t`What to write instead of “${marked.word}”`}>
        {marked.is === 'term' ? (
          <>
            {marked.place.term.why !== '' && (
              <Menu.Label className={classes.why ?? ''}>{marked.place.term.why}</Menu.Label>
            )}
            <Menu.Item
              data-autofocus
              leftSection={<IconCheck size={16} stroke={1.6} aria-hidden />}
              disabled={!editor.isEditable}
              onClick={() => writeTerm(editor, marked.place)}
            >
              {t`Use “${marked.place.use}”`}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconEyeOff size={16} stroke={1.6} aria-hidden />}
              onClick={() => leave(marked.place.key)}
            >
              {t`Leave it here`}
            </Menu.Item>
          </>
        ) : (
          <Misspelt
            marked={marked}
            offered={offered}
            write={(word) => editor.isEditable && replaceWords(editor, marked.from, marked.to, word)}
            add={() => add(marked.word)}
          />
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

interface MisspeltProps {
  readonly marked: MarkedWord;
  readonly offered: readonly string[];
  write(word: string): void;
  add(): void;
}

function Misspelt({ marked: { word }, offered, write, add }: MisspeltProps) {
  const { t } = useLingui();
  return (
    <>
      <Menu.Label>
        {offered.length === 0 ? t`No dictionary has a word like this.` : t`Not in the dictionary`}
      </Menu.Label>
      {offered.map((one, at) => (
        <Menu.Item key={one} onClick={() => write(one)} {...(at === 0 ? { 'data-autofocus': true } : {})}>
          {one}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item
        leftSection={<IconBookmarkPlus size={16} stroke={1.6} aria-hidden />}
        onClick={add}
        {...(offered.length === 0 ? { 'data-autofocus': true } : {})}
      >
        {t`Add to my words`}
      </Menu.Item>
      <Menu.Item leftSection={<IconEyeOff size={16} stroke={1.6} aria-hidden />} onClick={() => ignoreWord(word)}>
        {t`Ignore until the window is closed`}
      </Menu.Item>
    </>
  );
}
