import { useLingui } from '@lingui/react/macro';
import { IconHighlight, IconLock, IconMessagePlus } from '@tabler/icons-react';
import { type Action, useAction } from '../../application/actions.ts';
import { tellError } from '../../application/errors.tsx';
import { TextTools } from './TextTools.tsx';
import type { useNotesInText } from './useNotesInText.ts';

type Desk = Pick<ReturnType<typeof useNotesInText>, 'beginOn' | 'highlight' | 'go' | 'showHere' | 'has' | 'editor'>;

/** What can be done with notes in a text, by keys and in the palette; also where the text is only read. */
export function NoteActions({ desk }: { readonly desk: Desk }) {
  const { t } = useLingui();
  const group = t`Notes`;
  const [comment, note, highlight] = useBeginning(desk);
  useAction(comment);
  useAction(note);
  useAction(highlight);
  const keys = { group, whileTyping: true, disabled: !desk.has };
  useAction({
    ...keys,
    id: 'notes.next',
    title: t`Go to the next note`,
    shortcut: 'alt+PageDown',
    run: () => desk.go(1),
  });
  useAction({
    ...keys,
    id: 'notes.previous',
    title: t`Go to the previous note`,
    shortcut: 'alt+PageUp',
    run: () => desk.go(-1),
  });
  useAction({
    ...keys,
    id: 'notes.show',
    title: t`Show the note at the cursor`,
    shortcut: 'alt+Enter',
    run: desk.showHere,
  });
  return null;
}

/** The tools that begin a note or highlight. */
export function NoteTools({ desk }: { readonly desk: Desk }) {
  return <TextTools actions={useBeginning(desk)} />;
}

function useBeginning(desk: Desk): [Action, Action, Action] {
  const { t } = useLingui();
  const common = { group: t`Notes`, whileTyping: true, disabled: desk.editor === undefined };
  return [
    {
      ...common,
      id: 'notes.comment',
      title: t`Comment on the chosen words`,
      shortcut: 'mod+shift+M',
      icon: IconMessagePlus,
      run: () => desk.beginOn('comment'),
    },
    {
      ...common,
      id: 'notes.private',
      title: t`Private note on the chosen words`,
      shortcut: 'mod+shift+E',
      icon: IconLock,
      run: () => desk.beginOn('annotation'),
    },
    {
      ...common,
      id: 'notes.highlight',
      title: t`Highlight the chosen words, for yourself alone`,
      shortcut: 'mod+shift+Y',
      icon: IconHighlight,
      run: () => void desk.highlight().catch(tellError),
    },
  ];
}
