import { useState } from 'react';
import type { Json } from '../../../domain/records/json.ts';
import {
  answersFor,
  askedNow,
  type Conflict,
  type ConflictAnswer,
  type ConflictAnswers,
  unanswered,
} from './answers.ts';

/** Questions of one record, and what was answered to them so far. */
export interface Answering {
  /** Those that are still asked: not what lies inside an entry or block that was itself answered. */
  readonly asked: readonly Conflict[];
  readonly answers: ConflictAnswers;
  /** How many have no answer. */
  readonly left: number;
  answer(path: string, answer: ConflictAnswer): void;
  /** All answers, as `records.resolve` takes them. */
  values(): Record<string, Json | null>;
  forget(): void;
}

export function useAnswers(kind: string, conflicts: readonly Conflict[]): Answering {
  const [given, setGiven] = useState<ConflictAnswers>({});
  const paths = new Set(conflicts.map(({ path }) => path));
  const answers = Object.fromEntries(Object.entries(given).filter(([path]) => paths.has(path)));
  return {
    asked: askedNow(conflicts, answers),
    answers,
    left: unanswered(conflicts, answers).length,
    answer: (path, answer) => setGiven({ ...answers, [path]: answer }),
    values: () => answersFor(kind, conflicts, answers),
    forget: () => setGiven({}),
  };
}
