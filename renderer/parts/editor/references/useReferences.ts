import type { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { useEffect, useState } from 'react';
import { lostWords, placeWords, referenceWords } from '../../../../domain/papers/referenceWords.ts';
import { useRead } from '../../../application/queries.ts';
import { keyOf, type Said, type Target, targetsIn, tellReferences } from './referencesShown.ts';

/** So many are asked for at once: no text has more. */
const MOST = 2_000;

/** How long after the last key new references are looked for. */
const PAUSE = 200;

type Referred = NonNullable<ReturnType<typeof useRead<'papers', 'referred'>>['data']>[number];

/** Tells the cross-references of a text of this paper (empty for none) what their places are called now. */
export function useReferences(editor: Editor, paper: string, language: 'en' | 'fr'): void {
  const [targets, setTargets] = useState<readonly Target[]>(() => targetsIn(editor.state.doc));
  useEffect(() => {
    let pending: ReturnType<typeof setTimeout> | undefined;
    const look = () =>
      setTargets((before) => {
        const now = targetsIn(editor.state.doc);
        return now.map(keyOf).join() === before.map(keyOf).join() ? before : now;
      });
    // What comes from elsewhere is no update of somebody who writes.
    const later = ({ transaction }: { readonly transaction: Transaction }) => {
      if (!transaction.docChanged) return;
      clearTimeout(pending);
      pending = setTimeout(look, PAUSE);
    };
    editor.on('transaction', later);
    return () => {
      clearTimeout(pending);
      editor.off('transaction', later);
    };
  }, [editor]);
  const { data } = useRead(
    'papers',
    'referred',
    { targets: targets.slice(0, MOST) },
    { enabled: targets.length > 0, keep: true },
  );
  useEffect(() => {
    if (data === undefined || editor.isDestroyed) return;
    tellReferences(
      editor.storage.crossReference,
      new Map(data.map((one) => [keyOf(one), saidOf(one, paper, language)])),
    );
  }, [editor, data, paper, language]);
}

/** What a reference in a text of a paper says. */
export function saidOf({ record, paper, place }: Referred, within: string, language: 'en' | 'fr'): Said {
  const other = record === within ? undefined : paper;
  if (place === undefined) {
    const words = lostWords(other, language);
    return { words, title: words, lost: true, opens: '' };
  }
  const named = [other?.number, other?.title, placeWords(place, language), place.is === 'heading' ? '' : place.words];
  return {
    words: referenceWords(place, other, language),
    title: named.filter((part) => part !== undefined && part !== '').join(' \u00b7 '),
    lost: false,
    opens: place.top,
  };
}
