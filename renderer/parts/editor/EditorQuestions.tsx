import { ConflictPanel } from '../conflict/ConflictPanel.tsx';
import { inReadingOrder } from '../conflict/conflictText.ts';
import { ConflictBar } from '../form/ConflictBar.tsx';
import type { OpenConflicts } from '../form/useConflicts.ts';
import classes from './editor.module.css';
import type { RecordView } from './keeper/documentKeeper.ts';

interface EditorQuestionsProps {
  readonly view: RecordView;
  readonly conflicts: OpenConflicts;
}

/** The questions that a merge left open in a record: its text is read, not changed, until they are answered. */
export function EditorQuestions({ view, conflicts }: EditorQuestionsProps) {
  if (conflicts.asked.length === 0) return null;
  return (
    <div className={classes.questions}>
      <ConflictBar conflicts={conflicts} />
      {inReadingOrder(conflicts.asked, view.body).map((conflict) => (
        <ConflictPanel
          key={conflict.path}
          kind={view.kind}
          conflict={conflict}
          body={view.body}
          answer={conflicts.answers[conflict.path]}
          disabled={conflicts.applying}
          onAnswer={(answer) => conflicts.answer(conflict.path, answer)}
        />
      ))}
    </div>
  );
}
