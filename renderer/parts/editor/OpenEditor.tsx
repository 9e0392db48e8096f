import { useLingui } from '@lingui/react/macro';
import { IconSearch } from '@tabler/icons-react';
import { type Editor, EditorContent } from '@tiptap/react';
import { useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { effectiveHandling } from '../../../domain/handling/change.ts';
import type { DividedBlock } from '../../../domain/papers/joinTexts.ts';
import { fieldName } from '../../../domain/records/fieldNames.ts';
import { text } from '../../../domain/records/text.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { useAction } from '../../application/actions.ts';
import { addressOf, placeAddress } from '../../application/addresses.ts';
import { tellError } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { ActiveEditor } from './activeEditor.ts';
import { useCounting } from './count/useWordCount.ts';
import { DividedBlocks } from './DividedBlocks.tsx';
import type { DocumentEditorProps } from './documentEditorProps.ts';
import classes from './editor.module.css';
import { FindBar } from './find/FindBar.tsx';
import type { DocumentKeeper, DocumentState, RecordView } from './keeper/documentKeeper.ts';
import { type LinkKind, LinkPanel } from './links/LinkPanel.tsx';
import { useLinkTitles } from './links/useLinkTitles.ts';
import { PasteNotice } from './paste/PasteNotice.tsx';
import { usePaste } from './paste/usePaste.ts';
import type { Target } from './references/referencesShown.ts';
import { useReferences } from './references/useReferences.ts';
import { SavedLine } from './SavedLine.tsx';
import type { DocumentReader } from './schema/documentReader.ts';
import { EditorTools } from './toolbar/EditorTools.tsx';
import { Toolbar } from './toolbar/Toolbar.tsx';
import { useTextEditor } from './useTextEditor.ts';

interface OpenEditorProps extends DocumentEditorProps {
  readonly field: string;
  readonly keeper: DocumentKeeper;
  readonly state: DocumentState;
  readonly view: RecordView;
}

interface AskedLink {
  readonly kind: LinkKind;
  readonly sign: string;
  readonly place: { readonly left: number; readonly top: number };
}

/** The text itself, with its tools. */
export function OpenEditor(props: OpenEditorProps) {
  const { keeper, state, view, record, field, label, readOnly = false, onEditor, extensions, compact } = props;
  const { t } = useLingui();
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useClient();
  const frame = useRef<HTMLDivElement>(null);
  const name = label ?? fieldName(view.kind, field, language);
  const paper = view.kind === 'paper' ? record : view.kind === 'portion' ? text(view.body.paper) : '';
  const written = useWrittenIn(view.kind === 'paper' ? view : undefined, paper);
  const own = effectiveHandling(view.handling, view.body).label;
  const [link, setLink] = useState<AskedLink>();
  const [marksAt, setMarksAt] = useState<{ readonly x: number; readonly y: number }>();
  const [find, setFind] = useState<{ readonly replacing: boolean; readonly asked: number }>();
  const [inner, setInner] = useState<Editor | null>(null);
  const paste = usePaste();
  const openRecord = async (id: string) => {
    const [titled] = await client.records.titles({ ids: [id] });
    navigate(addressOf(titled?.kind ?? '', id));
  };
  const { pathname, search } = useLocation();
  const openPlace = ({ record: of, block }: Target, from: string) => {
    const here = placeAddress(paper, from, search);
    // Back leads to the reference.
    if (view.kind === 'paper' && pathname === addressOf('paper', paper)) navigate(here, { replace: true });
    navigate(block === '' ? addressOf('paper', of) : placeAddress(of, block, of === paper ? search : ''));
  };
  const goBack = (block: string) => {
    const isLedHere = new URLSearchParams(search).get('at') === block;
    if (isLedHere) navigate(-1);
    return isLedHere;
  };
  const askLink = (target: Editor, kind: AskedLink['kind'], sign = '') => {
    const [outside, here] = [
      frame.current?.getBoundingClientRect(),
      target.view.coordsAtPos(target.state.selection.from),
    ];
    if (outside === undefined) return;
    const left = Math.max(0, Math.min(here.left - outside.left, outside.width - 340));
    setLink({ kind, sign, place: { left, top: here.bottom - outside.top + 6 } });
  };
  const { editor, reader } = useTextEditor({
    keeper,
    name,
    own,
    readOnly,
    ...(onEditor === undefined ? {} : { onEditor }),
    ...(extensions === undefined ? {} : { extensions }),
    requests: {
      open: (id) => void openRecord(id).catch(tellError),
      openPlace,
      back: goBack,
      pick: () => askLink(editor, 'record', '@'),
      marks: setMarksAt,
      paste: (data) => paste.take(editor, data),
      clean: paste.clean,
    },
  });
  useLinkTitles(editor);
  useReferences(editor, paper, written);
  useCounting(editor, reader, `${record}/${field}`);
  const outer = useContext(ActiveEditor);
  useEffect(() => {
    if (compact !== true) return;
    const enter = () => outer.activate(editor);
    editor.on('focus', enter);
    return () => {
      editor.off('focus', enter);
      outer.activate(null);
    };
  }, [compact, editor, outer]);
  const active = useMemo<ActiveEditor>(() => ({ activate: setInner }), []);
  const target = inner !== null && !inner.isDestroyed ? inner : editor;
  const ask = (replacing: boolean) => setFind((before) => ({ replacing, asked: (before?.asked ?? 0) + 1 }));
  const take = (id: string, theirs: DividedBlock['theirs']) => {
    replaceBlock(editor, reader, id, theirs);
    keeper.looked(id);
  };
  return (
    <div
      ref={frame}
      className={classes.editor}
      data-editor={field}
      data-compact={compact || undefined}
      data-unmarked={props.unmarked || undefined}
    >
      {!readOnly && compact !== true && (
        <div className={classes.bar}>
          <Toolbar name={t`Tools for ${name}`} more={props.toolbar}>
            <EditorTools
              editor={target}
              keeper={keeper}
              own={own}
              canSetApart={view.kind === 'paper' && target === editor}
              marksAt={marksAt}
              onMarks={setMarksAt}
              onLink={(kind) => askLink(target, kind)}
              onFind={ask}
            />
          </Toolbar>
          <SavedLine state={state}>{props.status}</SavedLine>
        </div>
      )}
      {readOnly && compact !== true && <FindAction find={() => ask(false)} />}
      {compact === true && state.refusal !== undefined && <SavedLine state={state} />}
      {find !== undefined && <FindBar editor={editor} readOnly={readOnly} {...find} close={() => setFind(undefined)} />}
      <PasteNotice paste={paste} editor={editor} />
      <DividedBlocks divided={state.divided} onKeep={(id) => keeper.looked(id)} onTake={take} />
      <ActiveEditor value={active}>
        <EditorContent
          editor={editor}
          className={classes.content ?? ''}
          onFocus={(event) => editor.view.dom === event.target && setInner(null)}
          onBlur={() => void keeper.leave()}
        />
      </ActiveEditor>
      {link !== undefined && (
        <LinkPanel editor={target} paper={paper} language={written} {...link} close={() => setLink(undefined)} />
      )}
    </div>
  );
}

/** The language that a text is written in: that of its paper, else that of the window. */
function useWrittenIn(own: RecordView | undefined, paper: string): 'en' | 'fr' {
  const window = useLanguage();
  const { data } = useRead('records', 'read', { id: paper }, { enabled: own === undefined && paper !== '' });
  const said = (own ?? data)?.body.language;
  return said === 'en' || said === 'fr' ? said : window;
}

/** A text that is only read is searched too. */
function FindAction({ find }: { readonly find: () => void }) {
  const { t } = useLingui();
  useAction({
    id: 'text.find',
    title: t`Find in the text`,
    group: t`Text`,
    shortcut: 'mod+F',
    whileTyping: true,
    icon: IconSearch,
    run: find,
  });
  return null;
}

/** Gives a block the content that another window gave it; this can be undone like typing. */
function replaceBlock(editor: Editor, reader: DocumentReader, id: string, block: DividedBlock['theirs']): void {
  const { tr } = editor.state;
  editor.state.doc.forEach((node, at) => {
    if (node.attrs.id !== id) return;
    if (block === undefined) tr.delete(at, at + node.nodeSize);
    else tr.replaceWith(at, at + node.nodeSize, reader.node(block));
  });
  if (tr.docChanged) editor.view.dispatch(tr);
}
