import { z } from 'zod';
import { CalendarDate } from '../meetings/kinds.ts';
import { digestOf } from '../records/digest.ts';
import { RecordId, RevisionId } from '../records/ids.ts';
import type { JsonObject } from '../records/json.ts';
import { compareEntries } from '../records/mergeFields.ts';
import { only } from '../records/own.ts';
import { objects } from '../records/text.ts';
import { ClearanceState } from './kinds.ts';

/** A step of the clearance: who looks at what, until when, and what they said. */
const Step = z.object({
  id: z.string(),
  person: RecordId,
  looksAt: z.string().catch(''),
  until: CalendarDate.optional().catch(undefined),
  state: ClearanceState.optional().catch(undefined),
  on: CalendarDate.optional().catch(undefined),
  by: RecordId.optional().catch(undefined),
  reason: z.string().catch(''),
  seen: z.string().optional().catch(undefined),
  version: RevisionId.optional().catch(undefined),
});
export type Step = z.infer<typeof Step>;

/** How a step stands: not said yet, cleared, returned, or cleared for a text that was changed since. */
export type StepStanding = 'open' | 'cleared' | 'returned' | 'changed';

/** What a reader of the paper reads: whoever clears it clears this. */
const READ = ['title', 'type', 'language', 'from', 'annexOf', 'purpose', 'asks', 'body', 'attachments'];

/** The digest of what a paper says, without what is noted of its way. */
export function textDigest(body: JsonObject): string {
  return digestOf(only(body, READ));
}

/** The steps of a paper’s clearance, in order. */
export function stepsOf(body: JsonObject): Step[] {
  return objects(body.clearance)
    .toSorted(compareEntries)
    .flatMap((entry) => {
      const parsed = Step.safeParse(entry);
      return parsed.success ? [parsed.data] : [];
    });
}

/** How a step stands for the text that has this digest (`textDigest`). */
export function standingOf({ state, seen }: Step, digest: string): StepStanding {
  if (state === 'cleared') return seen === digest ? 'cleared' : 'changed';
  return state ?? 'open';
}

/** Whether every step says that the paper is cleared as it is now; without steps there is nothing to wait for. */
export function isCleared(body: JsonObject): boolean {
  const steps = stepsOf(body);
  if (steps.length === 0) return true;
  const digest = textDigest(body);
  return steps.every((step) => standingOf(step, digest) === 'cleared');
}

/** The first step that does not say so: whose turn it is. */
export function nextStep(body: JsonObject): Step | undefined {
  const steps = stepsOf(body);
  if (steps.length === 0) return undefined;
  const digest = textDigest(body);
  return steps.find((step) => standingOf(step, digest) !== 'cleared');
}
