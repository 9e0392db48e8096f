import { useLingui } from '@lingui/react/macro';
import { type DragEvent, useState } from 'react';
import { movedTo, withPapers } from '../../domain/dossiers/plan.ts';
import type { BookData, BookLine } from './bookTypes.ts';
import type { BookActions } from './useBook.ts';

const REFERENCE = /amberdesk:record\/([0-9a-f-]{36})/gu;

/** Papers that are dragged: within the book, or from a list of this window or another one, which gives references. */
export function useDropping(book: BookData, actions: BookActions) {
  const { t } = useLingui();
  /** The tab over which something is dragged, and the entry before which it would stand. */
  const [over, setOver] = useState<string>();
  const [before, setBefore] = useState<string>();
  const isMine = book.isOwn && !book.deleted;
  const end = () => {
    setOver(undefined);
    setBefore(undefined);
  };
  const put = (event: DragEvent, tab: string | undefined, at: string | undefined) => {
    event.preventDefault();
    event.stopPropagation();
    end();
    const dropped = [...event.dataTransfer.getData('text/plain').matchAll(REFERENCE)].map(([, id]) => id ?? '');
    const moved = book.papers.filter(({ paper }) => dropped.includes(paper));
    const added = dropped.filter((id) => !book.papers.some(({ paper }) => paper === id));
    if (dropped.length === 0) return;
    void actions.arrange(added.length > 0 ? t`put papers in` : t`moved papers`, (plan) => {
      const placed = moved.reduce((next, { entry }) => movedTo(next, entry, tab, at), plan);
      const fresh = added.map((paper) => ({ id: crypto.randomUUID(), paper }));
      return withPapers(placed, fresh, tab, at);
    });
  };
  const allow = (event: DragEvent): boolean => {
    if (!isMine || !event.dataTransfer.types.includes('text/plain')) return false;
    event.preventDefault();
    return true;
  };
  return {
    over,
    before,
    onSection: (tab: string | undefined) => ({
      onDragOver: (event: DragEvent) => {
        if (!allow(event)) return;
        setOver(tab ?? '');
        setBefore(undefined);
      },
      onDragLeave: end,
      onDrop: (event: DragEvent) => put(event, tab, undefined),
    }),
    onRow: ({ entry, tab }: BookLine) => ({
      onDragOver: (event: DragEvent) => {
        if (!allow(event)) return;
        event.stopPropagation();
        setOver(tab ?? '');
        setBefore(entry);
      },
      onDrop: (event: DragEvent) => put(event, tab, entry),
      onDragEnd: end,
    }),
  };
}

export type Dropping = ReturnType<typeof useDropping>;
