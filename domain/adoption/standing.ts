import type { JsonObject } from '../records/json.ts';
import { text } from '../records/text.ts';
import { AdoptionResult, type AdoptionWay, type AnswerSays } from './kinds.ts';
import { adopts } from './subjects.ts';

/**
 * How far an adoption got with a member, as far as it is known here: its answer is here; it said that it has what was put
 * up as it is; that was sealed for it and nothing heard; it was not sealed for it; or nobody here can know.
 */
export type Reach = 'answered' | 'reached' | 'sent' | 'notSent' | 'unknown';

/** A member beside an adoption. */
export interface Standing {
  readonly organisation: string;
  readonly reach: Reach;
  readonly says?: AnswerSays | undefined;
  /** The answer arrived here after the deadline. What it says of when it was given is a claim. */
  readonly late?: boolean;
}

/** What is looked at before a result is recorded. */
export const WARNINGS = [
  'unreached',
  'changed',
  'objection',
  'lateObjection',
  'amendment',
  'question',
  'reservation',
] as const;
export type WarningCode = (typeof WARNINGS)[number];
export interface Warning {
  readonly code: WarningCode;
  readonly organisations: readonly string[];
}

/** How an adoption stands, for the rules of recording a result. */
export interface Situation {
  readonly way: AdoptionWay;
  /** The deadline has passed, or none was set. */
  readonly passed: boolean;
  /** Something that was put up says other words now. */
  readonly changed: boolean;
  readonly members: readonly Standing[];
}

/** The result that stands; none while the adoption goes on. */
export function finalResult(body: JsonObject): AdoptionResult | undefined {
  const read = AdoptionResult.safeParse(body.result);
  return read.success && read.data !== 'extended' ? read.data : undefined;
}

/** Whether the moment until which members may answer has passed. Both in minutes, UTC. */
export function hasPassed(body: JsonObject, now: string): boolean {
  const deadline = text(body.deadline);
  return deadline !== '' && now > deadline;
}

/** What is to be looked at before this result is recorded, each with the members it is about. */
export function warningsFor(result: AdoptionResult, { way, changed, members }: Situation): Warning[] {
  if (!adopts(result)) return [];
  const saying = (says: AnswerSays, late = false) =>
    members.filter((one) => one.says === says && (one.late === true) === late).map(({ organisation }) => organisation);
  const isAmended = result === 'adoptedAsAmended';
  const found: Warning[] = [
    { code: 'unreached', organisations: way === 'silence' ? unreachedIn(members) : [] },
    { code: 'objection', organisations: saying('objection') },
    { code: 'lateObjection', organisations: saying('objection', true) },
    { code: 'amendment', organisations: isAmended ? [] : [...saying('amendment'), ...saying('amendment', true)] },
    { code: 'question', organisations: [...saying('question'), ...saying('question', true)] },
    {
      code: 'reservation',
      organisations: result === 'adopted' ? [...saying('reservation'), ...saying('reservation', true)] : [],
    },
  ];
  const warnings = found.filter(({ organisations }) => organisations.length > 0);
  return changed && !isAmended ? [...warnings, { code: 'changed', organisations: [] }] : warnings;
}

/** Members who said nothing and are not known to have it: the silence of somebody who never got it is no consent. */
export function unreachedIn(members: readonly Standing[]): string[] {
  return members
    .filter(({ reach }) => reach !== 'answered' && reach !== 'reached')
    .map(({ organisation }) => organisation);
}

/**
 * Why this result cannot be recorded at all: silence is complete only after the deadline, or once all have answered; and
 * it is broken by an objection or by other words that were here in time.
 */
export function refusalOf(
  result: AdoptionResult,
  { way, passed, members }: Situation,
): 'adoption.stillRunning' | 'adoption.silenceBroken' | undefined {
  if (!adopts(result) || way !== 'silence') return undefined;
  const inTime = members.filter(({ late }) => late !== true);
  const breaks = inTime.some(
    ({ says }) => says === 'objection' || (says === 'amendment' && result !== 'adoptedAsAmended'),
  );
  if (breaks) return 'adoption.silenceBroken';
  return passed || members.every(({ says }) => says !== undefined) ? undefined : 'adoption.stillRunning';
}

/** Whether an answer says what it must: grounds, proposed words, words to be recorded, or the question. */
export function isWorded(says: AnswerSays, words: string, explanation: string): boolean {
  switch (says) {
    case 'noObjection':
      return true;
    case 'objection':
    case 'question':
      return explanation.trim() !== '';
    case 'amendment':
    case 'reservation':
      return words.trim() !== '';
  }
}
