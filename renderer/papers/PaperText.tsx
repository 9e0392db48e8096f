import { useLingui } from '@lingui/react/macro';
import type { Editor } from '@tiptap/react';
import { useEffect, useMemo } from 'react';
import { useLocation } from 'react-router';
import { z } from 'zod';
import { formatMoment } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { DocumentEditor } from '../parts/editor/DocumentEditor.tsx';
import { PortionFiles } from '../parts/editor/portions/PortionText.ts';
import type { RecordView } from '../parts/form/formKeeper.ts';
import { NoteActions, NoteTools } from '../parts/notes/NoteActions.tsx';
import type { useNotesInText } from '../parts/notes/useNotesInText.ts';
import { useChangeBars } from '../parts/versions/useChangeBars.ts';
import type { Versions } from '../parts/versions/useVersions.ts';
import { FilesApart } from './FilesApart.tsx';
import classes from './papers.module.css';

interface PaperTextProps {
  readonly view: RecordView;
  readonly versions: Versions | undefined;
  readonly notes: ReturnType<typeof useNotesInText>;
}

/** The text of a paper with its notes, and bars beside what changed since the version before. */
export function PaperText({ view, versions, notes }: PaperTextProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const bars = useChangeBars(view.id, notes.editor, versions?.before?.version);
  const extensions = useMemo(() => [...notes.extensions, ...bars], [notes.extensions, bars]);
  useWritingAtOnce(notes.editor);
  const last = versions?.last;
  const when = last === undefined ? '' : formatMoment(last.at, language);
  return (
    <div className={classes.text}>
      <NoteActions desk={notes} />
      <PortionFiles value={FilesApart}>
        <DocumentEditor
          record={view.id}
          field="body"
          extensions={extensions}
          onEditor={notes.onEditor}
          toolbar={<NoteTools desk={notes} />}
          status={last === undefined ? t`Not shared yet.` : t`Last shared on ${when}.`}
        />
      </PortionFiles>
    </div>
  );
}

const Fresh = z.object({ write: z.literal(true) });

/** Who just added a paper goes on by writing it. */
function useWritingAtOnce(editor: Editor | undefined): void {
  const { state } = useLocation();
  const isFresh = Fresh.safeParse(state).success;
  useEffect(() => {
    if (isFresh) editor?.commands.focus('end');
  }, [isFresh, editor]);
}
