import { useLingui } from '@lingui/react/macro';
import { IconLock, IconMessagePlus } from '@tabler/icons-react';
import { useAction } from '../../application/actions.ts';
import { Tool } from '../editor/toolbar/Tool.tsx';
import type { useNotesInText } from './useNotesInText.ts';

type Desk = Pick<ReturnType<typeof useNotesInText>, 'beginOn' | 'go' | 'showHere' | 'has' | 'editor'>;

/** What can be done with notes in a text: two buttons for its tools, the rest by the keyboard and the palette. */
export function NoteActions({ desk }: { readonly desk: Desk }) {
  const { t } = useLingui();
  const group = t`Notes`;
  const isOpen = desk.editor !== undefined;
  const comment = {
    id: 'notes.comment',
    title: t`Comment on the chosen words`,
    group,
    shortcut: 'mod+shift+M',
    icon: IconMessagePlus,
    disabled: !isOpen,
    run: () => desk.beginOn('comment'),
  };
  const note = {
    id: 'notes.private',
    title: t`Private note on the chosen words`,
    group,
    shortcut: 'mod+shift+K',
    icon: IconLock,
    disabled: !isOpen,
    run: () => desk.beginOn('annotation'),
  };
  useAction({
    id: 'notes.next',
    title: t`Go to the next note`,
    group,
    shortcut: 'alt+PageDown',
    whileTyping: true,
    disabled: !desk.has,
    run: () => desk.go(1),
  });
  useAction({
    id: 'notes.previous',
    title: t`Go to the previous note`,
    group,
    shortcut: 'alt+PageUp',
    whileTyping: true,
    disabled: !desk.has,
    run: () => desk.go(-1),
  });
  useAction({
    id: 'notes.show',
    title: t`Show the note at the cursor`,
    group,
    shortcut: 'alt+Enter',
    whileTyping: true,
    disabled: !desk.has,
    run: desk.showHere,
  });
  return (
    <>
      <Tool {...comment} />
      <Tool {...note} />
    </>
  );
}
