import { useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { useMemo } from 'react';
import { sentenceOf } from '../../../domain/errors.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { DeletedNotice } from '../form/DeletedNotice.tsx';
import { DocumentShown } from '../form/richText/DocumentShown.tsx';
import { useConflicts } from '../form/useConflicts.ts';
import type { DocumentEditorProps } from './documentEditorProps.ts';
import { EditorQuestions } from './EditorQuestions.tsx';
import classes from './editor.module.css';
import { useDocument } from './keeper/useDocument.ts';
import { OpenEditor } from './OpenEditor.tsx';
import { PaperOfText, PortionText, type PortionTextProps } from './portions/PortionText.ts';
import { documentSchema } from './schema/documentSchema.ts';
import { keepsWhole } from './schema/documents.ts';

/**
 * Edits the long text of a record. There is no button for saving: see `useDocument`. Questions that a merge left open
 * are asked in its place. A text with anything that this version does not know opens read-only and whole.
 */
export function DocumentEditor({ record, field = 'body', ...rest }: DocumentEditorProps) {
  return <Loaded key={`${record}/${field}`} record={record} field={field} {...rest} />;
}

function Loaded({ field = 'body', record, readOnly = false, ...rest }: DocumentEditorProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { keeper, state } = useDocument(record, field);
  const { view, unreadable } = state;
  const conflicts = useConflicts(record, view);
  const isRead = view !== undefined;
  // Judged once, when the text opens: what comes later is judged when it comes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: not anew for every save
  const isWhole = useMemo(() => {
    const value = keeper.inVault();
    const document = keeper.opensWith();
    return document === undefined ? value === undefined : keepsWhole(document, documentSchema());
  }, [keeper, isRead]);
  if (unreadable !== undefined) return <p role="alert">{sentenceOf(unreadable, language)}</p>;
  if (view === undefined) return <Skeleton height={320} />;
  const value = keeper.inVault();
  if (view.conflicted) {
    return (
      <div className={classes.closed} data-questions>
        <EditorQuestions view={view} conflicts={conflicts} />
        <DocumentShown value={value} />
      </div>
    );
  }
  if (!isWhole || (state.newer && !state.unsaved)) {
    return (
      <div className={classes.closed}>
        <p className={classes.notice}>
          {t`This text has parts from a newer version of the program. It is shown whole and not changed here.`}
        </p>
        <DocumentShown value={value} />
      </div>
    );
  }
  const isClosed = readOnly || view.deleted || view.unknown || state.newer;
  return (
    <>
      {view.deleted && <DeletedNotice view={view} by={undefined} />}
      <PaperOfText value={view.kind === 'paper' ? record : ''}>
        <PortionText value={TextOfPortion}>
          <OpenEditor
            keeper={keeper}
            state={state}
            view={view}
            record={record}
            field={field}
            readOnly={isClosed}
            {...rest}
          />
        </PortionText>
      </PaperOfText>
    </>
  );
}

/** The text of a portion, in its place in the paper. */
function TextOfPortion({ record, label }: PortionTextProps) {
  return <DocumentEditor record={record} label={label} compact />;
}
