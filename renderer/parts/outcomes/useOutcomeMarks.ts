import { useLingui } from '@lingui/react/macro';
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { OutcomeKind } from '../../../domain/outcomes/kinds.ts';
import { shortNumber } from '../../../domain/outcomes/numbers.ts';
import { tellError } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { saveEverything } from '../../application/saving.ts';
import { useSidePanel } from '../../application/sidePanel.ts';
import { selectedWords } from '../notes/selectedWords.ts';
import { drawMarks, markAt, marksInText, type OutcomeMark } from './marksInText.ts';
import { useAddOutcome } from './useAddOutcome.ts';
import { useOutcomeWords } from './useOutcomeWords.ts';

/** Minutes in which decisions, actions and recommendations are marked. */
export interface MarkedMinutes {
  /** The record of the minutes; nothing is marked while there is none. */
  readonly minutes: string;
  readonly meeting: string;
  readonly item: string;
}

/**
 * Decisions, actions and recommendations in the text of minutes. `extensions` and `onEditor` are for its editor; the rest
 * is for `OutcomeMarkTools` and `OutcomeMarkActions`.
 */
export function useOutcomeMarks({ minutes, meeting, item }: MarkedMinutes) {
  const { one } = useOutcomeWords();
  const { t } = useLingui();
  const add = useAddOutcome();
  const [editor, setEditor] = useState<Editor>();
  const [unmarking, setUnmarking] = useState<string>();
  const { show, openAt } = useSidePanel();
  const { data } = useRead('outcomes', 'marks', { minutes }, { enabled: minutes !== '' });
  const open = (id: string) => {
    if (editor !== undefined && !editor.isDestroyed) marksInText.tell(editor.view, { selected: id });
    show(id);
    openAt('own');
  };
  const latest = useRef(open);
  latest.current = open;
  const extensions = useMemo(
    () => [
      marksInText.extension({
        draw: (doc, state) => drawMarks(doc, state, (id) => latest.current(id)),
        placed: () => {},
        pointed: () => {},
      }),
    ],
    [],
  );
  const marks = (data ?? []).map(({ id, kind, number, text, anchor }): OutcomeMark => {
    const name = [one[kind], shortNumber(number)].filter(Boolean).join(' ');
    return { id, kind, anchor, name, words: text };
  });
  const key = JSON.stringify(marks);
  // biome-ignore lint/correctness/useExhaustiveDependencies: told again when one of them says something else
  useEffect(() => {
    if (editor !== undefined && !editor.isDestroyed) marksInText.tell(editor.view, { notes: marks });
  }, [editor, key]);
  useReveal(editor, marks.length);

  const mark = (kind: OutcomeKind) => {
    const words = editor && selectedWords(editor.state, true);
    if (editor === undefined || words === undefined || minutes === '') return;
    const { anchor } = words;
    const text = anchor.quote.replace(/\s+/g, ' ').trim();
    if (text === '') return;
    // What was just typed is in the vault first, so that the words are found there.
    saveEverything()
      .then(() => add({ kind, meeting, item, minutes, anchor, text }))
      .then(open)
      .catch(tellError);
  };
  const here = (): string | undefined =>
    editor === undefined || editor.isDestroyed
      ? undefined
      : markAt(marksInText.stateOf(editor.state), editor.state.selection.head);
  const openHere = () => {
    const id = here();
    if (id !== undefined) open(id);
  };
  const unmarkHere = () => setUnmarking(here());
  const onEditor = useCallback((made: Editor | null | undefined) => setEditor(made ?? undefined), []);
  return {
    extensions,
    onEditor,
    mark,
    openHere,
    unmarkHere,
    unmarking,
    stopUnmarking: () => setUnmarking(undefined),
    isReady: editor !== undefined && minutes !== '',
    has: marks.length > 0,
    group: t`Marks in the minutes`,
  };
}

/** Goes to the mark that the address names, once it is placed. */
function useReveal(editor: Editor | undefined, count: number): void {
  const [search] = useSearchParams();
  const wanted = search.get('mark');
  const shown = useRef<string>(undefined);
  useEffect(() => {
    if (editor === undefined || editor.isDestroyed || count === 0 || wanted === null || shown.current === wanted)
      return;
    const range = marksInText.stateOf(editor.state)?.ranges.get(wanted);
    if (range === undefined) return;
    shown.current = wanted;
    marksInText.tell(editor.view, { selected: wanted });
    const { doc, tr } = editor.state;
    editor.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(range.from + 1))).scrollIntoView());
    const { node } = editor.view.domAtPos(editor.state.selection.from);
    (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'center' });
  }, [editor, count, wanted]);
}
