import { useLingui } from '@lingui/react/macro';
import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { kindName } from '../../kinds/kindNames.ts';
import { useTitles } from '../../picker/useTitles.ts';
import { changeFromElsewhere } from '../freshSelection.ts';
import { LINK_TITLES, linkedRecords } from './recordLinks.ts';

/** How long after the last key new links are looked for. */
const PAUSE = 200;

/** Tells the chips of a text what their records are called now. */
export function useLinkTitles(editor: Editor): void {
  const { t, i18n } = useLingui();
  const [ids, setIds] = useState<readonly string[]>(() => linkedRecords(editor.state.doc));
  const { titles } = useTitles(ids, { enabled: ids.length > 0 });
  useEffect(() => {
    let pending: ReturnType<typeof setTimeout> | undefined;
    const look = () =>
      setIds((before) => {
        const now = linkedRecords(editor.state.doc);
        return now.join() === before.join() ? before : now;
      });
    const later = () => {
      clearTimeout(pending);
      pending = setTimeout(look, PAUSE);
    };
    editor.on('update', later);
    return () => {
      clearTimeout(pending);
      editor.off('update', later);
    };
  }, [editor]);
  const told = JSON.stringify(
    [...titles.values()].map(({ id, title, kind, conflicted }) => {
      const name = `${i18n._(kindName(kind))}: ${title}`;
      return [id, conflicted ? t`${name} (in conflict)` : name, kind];
    }),
  );
  useEffect(() => {
    const entries: [string, string, string][] = JSON.parse(told);
    if (entries.length === 0 || editor.isDestroyed) return;
    const map = new Map(entries.map(([id, title, kind]) => [id, { title, kind }]));
    changeFromElsewhere(editor.view, ({ tr }) => tr.setMeta(LINK_TITLES, map).setMeta('addToHistory', false));
  }, [editor, told]);
}
