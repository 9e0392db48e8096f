import { useLingui } from '@lingui/react/macro';
import { IconArrowDown, IconArrowUp, IconGitCompare, IconTrash } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { movedBy, withoutPapers } from '../../domain/dossiers/plan.ts';
import { useAction } from '../application/actions.ts';
import { versionsAddress } from '../application/addresses.ts';
import type { BookData } from './bookTypes.ts';
import type { BookActions } from './useBook.ts';

const ENTRY = '[data-entry]';

interface PaperActionsProps {
  readonly book: BookData;
  readonly actions: BookActions;
  readonly chosen: string | undefined;
  choose(entry: string | undefined): void;
}

/** What keys and the palette do with the chosen paper of a book. */
export function PaperActions({ book, actions, chosen, choose }: PaperActionsProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const at = book.papers.findIndex(({ entry }) => entry === chosen);
  const line = book.papers[at];
  const name = [line?.number, line?.title].filter(Boolean).join(' ');
  const group = t`Dossier`;
  const isMine = book.isOwn && !book.deleted;
  const shared = { group, inside: ENTRY, disabled: line === undefined || !isMine };
  const move = (by: -1 | 1, label: string) => {
    if (line === undefined) return;
    void actions.arrange(label, (plan) => movedBy(plan, line.entry, by)).then(() => focusEntry(line.entry));
  };
  useAction({
    ...shared,
    id: 'book.up',
    title: t`Move up`,
    icon: IconArrowUp,
    shortcut: 'alt+ArrowUp',
    run: () => move(-1, t`moved ${name} up`),
  });
  useAction({
    ...shared,
    id: 'book.down',
    title: t`Move down`,
    icon: IconArrowDown,
    shortcut: 'alt+ArrowDown',
    run: () => move(1, t`moved ${name} down`),
  });
  useAction({
    ...shared,
    id: 'book.takeOut',
    title: t`Take out of the book`,
    icon: IconTrash,
    shortcut: 'Delete',
    run: () => {
      if (line === undefined) return;
      const next = (book.papers[at + 1] ?? book.papers[at - 1])?.entry;
      void actions
        .arrange(t`took ${name} out`, (plan) => withoutPapers(plan, [line.entry]))
        .then((isDone) => {
          if (!isDone) return;
          choose(next);
          if (next !== undefined) focusEntry(next);
        });
    },
  });
  useAction({
    id: 'book.compare',
    title: t`Compare with what the issue had`,
    group,
    inside: ENTRY,
    icon: IconGitCompare,
    shortcut: 'C',
    disabled: line?.change !== 'changed' || line.now === undefined,
    run: () => navigate(versionsAddress(line?.paper ?? '', line?.had ?? '', line?.now ?? '')),
  });
  return null;
}

/** Gives a paper the focus once it is drawn anew. */
function focusEntry(id: string): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`)?.focus()),
  );
}
