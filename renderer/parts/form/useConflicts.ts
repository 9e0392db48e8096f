import { useState } from 'react';
import { useClient } from '../../application/ApplicationContext.ts';
import { tellError } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import {
  answersFor,
  askedNow,
  type Conflict,
  type ConflictAnswer,
  type ConflictAnswers,
  unanswered,
} from '../conflict/answers.ts';

/** The open questions of a record, and what was answered to them so far. */
export interface OpenConflicts {
  readonly asked: readonly Conflict[];
  readonly answers: ConflictAnswers;
  readonly left: number;
  readonly applying: boolean;
  answer(path: string, answer: ConflictAnswer): void;
  /** Applies all answers at once (a record's questions are answered together). */
  apply(): void;
}

export function useConflicts(record: string, kind: string, conflicted: boolean): OpenConflicts {
  const client = useClient();
  const language = useLanguage();
  const { data = [] } = useRead('records', 'conflicts', { id: record, language }, { enabled: conflicted });
  const [given, setGiven] = useState<ConflictAnswers>({});
  const [applying, setApplying] = useState(false);
  const conflicts = conflicted ? data : [];
  const paths = new Set(conflicts.map(({ path }) => path));
  const answers = Object.fromEntries(Object.entries(given).filter(([path]) => paths.has(path)));
  const apply = async () => {
    setApplying(true);
    try {
      await client.records.resolve({ id: record, answers: answersFor(kind, conflicts, answers) });
      setGiven({});
    } catch (error) {
      tellError(error);
    } finally {
      setApplying(false);
    }
  };
  return {
    asked: askedNow(conflicts, answers),
    answers,
    left: unanswered(conflicts, answers).length,
    applying,
    answer: (path, answer) => setGiven({ ...answers, [path]: answer }),
    apply: () => void apply(),
  };
}
