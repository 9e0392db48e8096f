import { useLingui } from '@lingui/react/macro';
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { asJson } from '../../../domain/records/revision.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { useRead } from '../../application/queries.ts';
import { useSidePanel } from '../../application/sidePanel.ts';
import { useUndo } from '../../application/undo.ts';
import { noteAt, notesInText, notesState, tellNotes } from './notesInText.ts';
import { type NoteKind, type OpenText, useNotesStore } from './notesStore.ts';
import { isHighlight, type NoteRanges, type NoteToPlace } from './placeNotes.ts';
import { selectedWords } from './selectedWords.ts';

/**
 * Comments and private notes in the text of a record. `extensions` and `onEditor` are for its editor; the rest is what
 * can be done there: begin a note on the words that are chosen, go from note to note, show the one at the cursor.
 */
export function useNotesInText(record: string) {
  const { t } = useLingui();
  const [editor, setEditor] = useState<Editor>();
  const { data } = useRead('papers', 'notes', { record });
  const selected = useNotesStore((state) => state.selected);
  const draft = useNotesStore((state) => state.draft);
  const { opened, placed, select, ask, begin } = useNotesStore.getState();
  const openAt = useSidePanel((state) => state.openAt);
  const client = useClient();
  const did = useUndo((state) => state.did);
  const signName = (notes: readonly NoteToPlace[]): string => {
    const [first] = notes;
    const words = first?.words ?? '';
    const count = notes.length;
    if (count > 1) return t`Notes here: ${count}`;
    if (first !== undefined && isHighlight(first)) return t`Highlighted`;
    return first?.kind === 'annotation' ? t`Private note: ${words}` : t`Comment: ${words}`;
  };
  const latest = useRef({
    signName,
    show: (_note: string, _open: boolean) => {},
    arrive: (_ranges: NoteRanges) => {},
  });
  latest.current = {
    signName,
    show(note, open) {
      if (!open) return select(note);
      ask(note);
      openAt('comments');
    },
    arrive(ranges) {
      const { sought, seek } = useNotesStore.getState();
      if (sought === undefined || editor === undefined || !ranges.has(sought)) return;
      seek(undefined);
      select(sought);
      // Once the window has its place in the text again.
      requestAnimationFrame(() => revealIn(editor, sought));
    },
  };
  const extensions = useMemo(
    () => [
      notesInText({
        placed: (ranges) => {
          placed(ranges);
          latest.current.arrive(ranges);
        },
        pointed: (note, open) => latest.current.show(note, open),
        signName: (notes) => latest.current.signName(notes),
      }),
    ],
    [placed],
  );
  const notes = useMemo(() => (data ?? []).flatMap(toPlace), [data]);
  useEffect(() => {
    opened(editor === undefined ? undefined : openText(record, editor));
  }, [editor, record, opened]);
  useEffect(() => {
    if (editor !== undefined && !editor.isDestroyed) tellNotes(editor.view, { notes });
  }, [editor, notes]);
  useEffect(() => {
    if (editor !== undefined && !editor.isDestroyed) tellNotes(editor.view, { selected: selected ?? null });
  }, [editor, selected]);
  useEffect(() => {
    if (draft === undefined && editor !== undefined && !editor.isDestroyed) tellNotes(editor.view, { pending: null });
  }, [editor, draft]);
  useEffect(() => () => opened(undefined), [opened]);

  const beginOn = (kind: NoteKind) => {
    const words = editor && selectedWords(editor.state);
    if (editor === undefined || words === undefined) return;
    tellNotes(editor.view, { pending: { from: words.from, to: words.to } });
    begin({ record, kind, anchor: words.anchor });
    openAt('comments');
  };
  const go = (by: 1 | -1) => {
    if (editor === undefined) return;
    const next = neighbour(editor, by);
    if (next === undefined) return;
    revealIn(editor, next);
    select(next);
  };
  const showHere = () => {
    const note = editor && noteAt(notesState(editor.state), editor.state.selection.head);
    if (note !== undefined) latest.current.show(note, true);
  };
  const highlight = async () => {
    const words = editor && selectedWords(editor.state);
    if (editor === undefined || words === undefined) return;
    const there = noteAt(notesState(editor.state), editor.state.selection.head);
    const old = notes.find((note) => note.id === there && isHighlight(note));
    const remove = (id: string) => client.records.remove({ id, reason: t`Taken back` });
    if (old !== undefined) {
      const { id } = old;
      await remove(id);
      did({ label: t`Highlight taken away`, undo: () => client.records.restore({ id }), redo: () => remove(id) });
      return;
    }
    const body = { record, text: '', anchor: asJson(words.anchor) };
    const { id } = await client.records.create({ kind: 'annotation', body });
    did({ label: t`Highlighted`, undo: () => remove(id), redo: () => client.records.restore({ id }) });
  };
  const onEditor = useCallback((made: Editor | null | undefined) => setEditor(made ?? undefined), []);
  return { extensions, onEditor, editor, beginOn, highlight, go, showHere, has: notes.length > 0 };
}

type Note = NonNullable<ReturnType<typeof useRead<'papers', 'notes'>>['data']>[number];

function toPlace({ id, kind, anchor, resolved, text }: Note): NoteToPlace[] {
  return anchor === undefined ? [] : [{ id, kind, anchor, resolved, words: text.slice(0, 120) }];
}

function openText(record: string, editor: Editor): OpenText {
  return {
    record,
    ranges: notesState(editor.state)?.ranges,
    reveal: (note) => revealIn(editor, note),
    anchorHere: () => (editor.isDestroyed ? undefined : selectedWords(editor.state)?.anchor),
    // At once: a frame later, the cursor would be put back from where a key has brought it since.
    focus: () => editor.isDestroyed || editor.view.focus(),
  };
}

/** Chooses the words of a note, so that they are in view and the keyboard goes on from there. */
function revealIn(editor: Editor, note: string): boolean {
  const range = editor.isDestroyed ? undefined : notesState(editor.state)?.ranges.get(note);
  if (range === undefined) return false;
  const { doc, tr } = editor.state;
  const $from = doc.resolve(Math.min(range.from + (range.how === 'changed' ? 1 : 0), doc.content.size));
  const selection =
    range.how === 'changed'
      ? TextSelection.near($from)
      : TextSelection.between($from, doc.resolve(Math.min(range.to, doc.content.size)));
  editor.view.dispatch(tr.setSelection(selection).scrollIntoView());
  const { node } = editor.view.domAtPos(selection.from);
  (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'center' });
  editor.view.focus();
  return true;
}

/** The next note after the cursor, or the one before it, around the ends. */
function neighbour(editor: Editor, by: 1 | -1): string | undefined {
  const state = notesState(editor.state);
  const shown = (state?.notes ?? []).filter(({ resolved }) => !resolved);
  const at = shown
    .flatMap(({ id }) => {
      const range = state?.ranges.get(id);
      return range === undefined ? [] : [{ id, from: range.from }];
    })
    .toSorted((one, other) => one.from - other.from);
  const head = editor.state.selection.from;
  if (by > 0) return (at.find(({ from }) => from > head) ?? at[0])?.id;
  return (at.findLast(({ from }) => from < head) ?? at.at(-1))?.id;
}
