import type { z } from 'zod';
import type { SortedConflict } from '../../../contract/exchange/conflicts.ts';
import { type Json, sameJson } from '../../../domain/records/json.ts';
import { type ConflictSide, groupsOf } from '../../parts/conflict/answers.ts';

export type Sorted = z.output<typeof SortedConflict>;

/** What is taken of every question of a sort. `stricter`: what holds until a mark is decided. */
export type Take = 'ours' | 'theirs' | 'stricter';

/** The version that taking means in one question; undefined where there is no such one, or not a single one. */
export function taken(question: Sorted, take: Take): ConflictSide | undefined {
  const groups = groupsOf(question);
  const isOurs = (group: readonly ConflictSide[]) => group.some((side) => side.own);
  const open = (group: readonly ConflictSide[] | undefined) =>
    group?.some((side) => side.refused !== undefined) === true ? undefined : group?.[0];
  if (take === 'stricter') {
    return open(groups.find(([side]) => question.holds !== undefined && sameJson(side?.value, question.holds)));
  }
  const wanted = groups.filter((group) => isOurs(group) === (take === 'ours'));
  return wanted.length === 1 ? open(wanted[0]) : undefined;
}

/** What can be taken of at least one of these questions. */
export function takesOf(questions: readonly Sorted[]): Take[] {
  const all: readonly Take[] = ['ours', 'theirs', 'stricter'];
  return all.filter((take) => questions.some((question) => taken(question, take) !== undefined));
}

/** The questions that are answered at once when this is taken of them, and those whose records are asked more. */
export function splitByRest(questions: readonly Sorted[]): { alone: Sorted[]; more: Sorted[] } {
  return {
    alone: questions.filter(({ besides }) => besides === 0),
    more: questions.filter(({ besides }) => besides > 0),
  };
}

/** The answer that `records.resolve` takes. */
export const answerOf = (side: ConflictSide): Json | null => side.value ?? null;
