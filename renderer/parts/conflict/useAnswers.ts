import type { Json } from '../../../domain/records/json.ts';
import { useGivenAnswers } from '../../application/givenAnswers.ts';
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

const NONE: ConflictAnswers = {};

/** What was answered is kept for the record, and is there again when the person comes back to it. */
export function useAnswers(record: string, kind: string, conflicts: readonly Conflict[]): Answering {
  const given = useGivenAnswers((state) => state.given[record]) ?? NONE;
  const { give, forget } = useGivenAnswers.getState();
  const byPath = new Map(conflicts.map((conflict) => [conflict.path, conflict]));
  // A version may have given way to another one meanwhile: nobody has chosen that.
  const answers = Object.fromEntries(
    Object.entries(given).filter(([path, answer]) => {
      const conflict = byPath.get(path);
      if (conflict === undefined || answer.take !== 'side') return conflict !== undefined;
      return conflict.sides.some(({ version }) => version === answer.version);
    }),
  );
  return {
    asked: askedNow(conflicts, answers),
    answers,
    left: unanswered(conflicts, answers).length,
    answer: (path, answer) => give(record, { [path]: answer }),
    values: () => answersFor(kind, conflicts, answers),
    forget: () => forget(record),
  };
}
