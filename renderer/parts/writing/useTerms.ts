import { useLingui } from '@lingui/react/macro';
import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { z } from 'zod';
import { type Term, type TermPlace, termList } from '../../../domain/papers/terminology.ts';
import { text, texts } from '../../../domain/records/text.ts';
import { usePreference } from '../../application/preferences.ts';
import { useRead } from '../../application/queries.ts';
import { MARK_TERMS, TermMarks, type TermsInView } from './termMarks.ts';

/** So many places of one text are remembered as left; the oldest go. */
const MOST_LEFT = 500;
const Left = z.array(z.string().max(400));
const NONE: string[] = [];

/** The places of a text that were left as they are: kept for this installation alone. */
export function useLeftPlaces(record: string) {
  const [left, write] = usePreference(`wording/left/${record}`, Left, NONE);
  const set = useMemo(() => new Set(left), [left]);
  const leave = useCallback(
    (key: string) => write([...left.filter((one) => one !== key), key].slice(-MOST_LEFT)),
    [left, write],
  );
  return { left: set, leave };
}

/** The list of terms in a language, as the vault has it; `open`: with those for papers of an open session. */
export function useTermList(language: 'en' | 'fr', open: boolean) {
  const { data } = useRead('records', 'list', { kind: 'term', deleted: false, conflicted: false });
  return useMemo(() => {
    const terms = (data ?? []).flatMap(({ id, body }): Term[] =>
      body.scope === 'open' && !open
        ? []
        : [
            {
              id,
              use: text(body.use),
              instead: texts(body.instead),
              why: text(body.why),
              ...(body.language === 'en' || body.language === 'fr' ? { language: body.language } : {}),
            },
          ],
    );
    return termList(
      terms.filter(({ use }) => use.trim() !== ''),
      language,
    );
  }, [data, language, open]);
}

interface TermsOptions {
  readonly record: string;
  readonly language: 'en' | 'fr';
  /** The text is for an open session. */
  readonly open: boolean;
  readonly editor: Editor | undefined;
}

/** The extension that underlines what the list asks not to use, and keeps to the list as it changes. */
export function useTermMarks({ record, language, open, editor }: TermsOptions) {
  const { t } = useLingui();
  const list = useTermList(language, open);
  const { left } = useLeftPlaces(record);
  const view = useRef<TermsInView>(undefined);
  const says = (place: TermPlace) =>
    place.term.why === '' ? t`Use “${place.use}”.` : t`Use “${place.use}”: ${place.term.why}`;
  view.current = { list, left, says };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the marks follow
  useEffect(() => {
    if (editor === undefined || editor.isDestroyed) return;
    editor.view.dispatch(editor.state.tr.setMeta(MARK_TERMS, true).setMeta('addToHistory', false));
  }, [editor, list, left]);
  return useMemo(() => TermMarks.configure({ inView: () => view.current }), []);
}
