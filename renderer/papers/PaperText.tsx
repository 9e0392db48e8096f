import { useLingui } from '@lingui/react/macro';
import type { Editor } from '@tiptap/react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useLocation } from 'react-router';
import { z } from 'zod';
import { effectiveHandling } from '../../domain/handling/change.ts';
import { isForOpenSession } from '../../domain/papers/openPaper.ts';
import { sectionAt } from '../../domain/papers/readOutline.ts';
import { formatMoment } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { DocumentEditor } from '../parts/editor/DocumentEditor.tsx';
import { PortionFiles } from '../parts/editor/portions/PortionText.ts';
import type { RecordView } from '../parts/form/formKeeper.ts';
import { NoteActions, NoteTools } from '../parts/notes/NoteActions.tsx';
import type { useNotesInText } from '../parts/notes/useNotesInText.ts';
import { useSpelling } from '../parts/spelling/useSpelling.ts';
import { useChangeBars } from '../parts/versions/useChangeBars.ts';
import type { Versions } from '../parts/versions/useVersions.ts';
import { ASK_AGAIN, Guidance } from '../parts/writing/guidance.ts';
import { useOpenTexts } from '../parts/writing/openTexts.ts';
import { goToSection, outlineDocumentOf } from '../parts/writing/outlineIn.ts';
import { useTermMarks } from '../parts/writing/useTerms.ts';
import { WordMenu } from '../parts/writing/WordMenu.tsx';
import { FilesApart } from './FilesApart.tsx';
import { FigureTool } from './figures/FigureTool.tsx';
import { useFigures } from './figures/useFigures.ts';
import classes from './papers.module.css';
import { useRevealPlace } from './useRevealPlace.ts';

interface PaperTextProps {
  readonly view: RecordView;
  readonly versions: Versions | undefined;
  readonly notes: ReturnType<typeof useNotesInText>;
  /** It was issued. */
  readonly readOnly: boolean;
}

/** The text of a paper with its notes, and bars beside what changed since the version before. */
export function PaperText({ view, versions, notes, readOnly }: PaperTextProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const bars = useChangeBars(view.id, notes.editor, versions?.before?.version);
  const guidance = useGuidance(view.body.language === 'fr' ? 'fr' : 'en', notes.editor);
  const figures = useFigures(view.id);
  const written = view.body.language === 'fr' ? 'fr' : 'en';
  const open = isForOpenSession(view.body, effectiveHandling(view.handling, view.body).label);
  const terms = useTermMarks({ record: view.id, language: written, open, editor: notes.editor });
  const spelling = useSpelling(view.id, written, notes.editor);
  const extensions = useMemo(
    () => [...notes.extensions, ...bars, guidance, terms, spelling, figures.extension],
    [notes.extensions, bars, guidance, terms, spelling, figures.extension],
  );
  const onEditor = useCallback(
    (editor: Editor | null) => {
      notes.onEditor(editor);
      useOpenTexts.getState().set(view.id, editor);
    },
    [notes.onEditor, view.id],
  );
  useWritingAtOnce(notes.editor);
  useRevealPlace(notes.editor);
  const last = versions?.last;
  const when = last === undefined ? '' : formatMoment(last.at, language);
  return (
    <div className={classes.text}>
      <NoteActions desk={notes} />
      {notes.editor !== undefined && <WordMenu record={view.id} language={written} open={open} editor={notes.editor} />}
      <PortionFiles value={FilesApart}>
        <DocumentEditor
          record={view.id}
          field="body"
          readOnly={readOnly}
          extensions={extensions}
          onEditor={onEditor}
          toolbar={
            <>
              <FigureTool editor={notes.editor} choose={figures.choose} />
              <NoteTools desk={notes} />
            </>
          }
          status={last === undefined ? t`Not shared yet.` : t`Last shared on ${when}.`}
        />
      </PortionFiles>
    </div>
  );
}

/** The questions of the outline, in the language of the paper. */
function useGuidance(language: 'en' | 'fr', editor: Editor | undefined) {
  const asked = useRef(language);
  useEffect(() => {
    asked.current = language;
    if (editor !== undefined && !editor.isDestroyed) {
      editor.view.dispatch(editor.state.tr.setMeta(ASK_AGAIN, true).setMeta('addToHistory', false));
    }
  }, [language, editor]);
  return useMemo(() => Guidance.configure({ language: () => asked.current }), []);
}

const Fresh = z.object({ write: z.literal(true) });

/** Who just added a paper goes on by writing it. */
function useWritingAtOnce(editor: Editor | undefined): void {
  const { state } = useLocation();
  const isFresh = Fresh.safeParse(state).success;
  useEffect(() => {
    if (!isFresh || editor === undefined) return;
    const [first] = outlineDocumentOf(editor.state.doc).content;
    if (first !== undefined && sectionAt(first) !== '') goToSection(editor, first.attrs.id);
    else editor.commands.focus('end');
  }, [isFresh, editor]);
}
