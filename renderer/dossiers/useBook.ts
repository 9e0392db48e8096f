import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { BookPlan } from '../../domain/dossiers/plan.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { sentenceFor } from '../application/errors.tsx';
import { inTurn, useUndo } from '../application/undo.ts';
import type { BookCopy, BookData } from './bookTypes.ts';

/** How the book stands, as the rules that change it know it. */
export function planIn({ papers, tabs }: BookData): BookPlan {
  return {
    tabs,
    papers: papers.map(({ entry, order, paper, tab, annexes }) => ({
      id: entry,
      order,
      paper,
      annexes,
      ...(tab === undefined ? {} : { tab }),
    })),
  };
}

/** Everything that is done to a book's order and its copies; each of it can be taken back. */
export function useBook(book: BookData) {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const [refused, setRefused] = useState<string>();
  /** What was done last, for those who do not see it. */
  const [told, setTold] = useState('');
  const dossier = RecordId.parse(book.dossier);

  const write = ({ papers, tabs }: BookPlan) =>
    client.dossiers.arrange({
      dossier,
      papers: papers.map((one) => ({ ...one, paper: RecordId.parse(one.paper) })),
      tabs: tabs.map((tab) => ({ ...tab })),
    });
  const give = (copies: readonly BookCopy[]) =>
    client.dossiers.giveCopies({
      dossier,
      copies: copies.map(({ id, party, number }) => ({
        id,
        party: RecordId.parse(party),
        ...(number === undefined ? {} : { number }),
      })),
    });
  const attempt = (label: string, doing: () => Promise<unknown>, undoing: () => Promise<unknown>) =>
    inTurn(async () => {
      try {
        await doing();
        setRefused(undefined);
        setTold(label);
        did({ label, undo: undoing, redo: doing });
        return true;
      } catch (error) {
        setRefused(sentenceFor(error));
        return false;
      }
    });

  return {
    refused,
    told,
    /** Puts the book in the order that comes of the present one. Tells nothing and does nothing where that is the same. */
    arrange(label: string, change: (plan: BookPlan) => BookPlan): Promise<boolean> {
      const before = planIn(book);
      const after = change(before);
      if (after === before) {
        setTold(t`There is no place there.`);
        return Promise.resolve(false);
      }
      return attempt(
        label,
        () => write(after),
        () => write(before),
      );
    },
    giveCopies(label: string, copies: readonly BookCopy[]): Promise<boolean> {
      const before = book.copies;
      return attempt(
        label,
        () => give(copies),
        () => give(before),
      );
    },
  };
}

export type BookActions = ReturnType<typeof useBook>;
