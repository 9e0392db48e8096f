import type { Editor } from '@tiptap/core';
import { useEffect, useMemo } from 'react';
import { RichText } from '../../../domain/papers/richText.ts';
import { useRead } from '../../application/queries.ts';
import { changeBars, compareWith } from './changeBars.ts';

/** Bars beside what changed in the editor's text since a version of the record; none while there is no version. */
export function useChangeBars(record: string, editor: Editor | undefined, since: string | undefined) {
  const extensions = useMemo(() => [changeBars()], []);
  const { data } = useRead(
    'records',
    'version',
    { id: record, version: since ?? '' },
    { enabled: since !== undefined },
  );
  const before = since === undefined ? undefined : data?.body.body;
  useEffect(() => {
    if (editor === undefined || editor.isDestroyed) return;
    const document = RichText.safeParse(before);
    compareWith(editor.view, document.success ? document.data : undefined);
  }, [editor, before]);
  return extensions;
}
