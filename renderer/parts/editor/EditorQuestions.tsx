import { ConflictPanel } from '../conflict/ConflictPanel.tsx';
import { ConflictBar } from '../form/ConflictBar.tsx';
import type { OpenConflicts } from '../form/useConflicts.ts';
import type { RecordView } from './keeper/documentKeeper.ts';

interface EditorQuestionsProps {
  readonly view: RecordView;
  readonly conflicts: OpenConflicts;
}

/** The questions that a merge left open in a record: its text is read, not changed, until they are answered. */
export function EditorQuestions({ view, conflicts }: EditorQuestionsProps) {
  if (conflicts.asked.length === 0) return null;
  return (
    <>
      <ConflictBar conflicts={conflicts} />
      {conflicts.asked.map((conflict) => (
        <ConflictPanel
          key={conflict.path}
          kind={view.kind}
          conflict={conflict}
          answer={conflicts.answers[conflict.path]}
          disabled={conflicts.applying}
          onAnswer={(answer) => conflicts.answer(conflict.path, answer)}
        />
      ))}
    </>
  );
}
