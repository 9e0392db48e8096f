import { type GateContext, seesAttribution } from './context.ts';
import type { ExplainedPortion, WithheldPart } from './explain.ts';
import type { ReleasableRecord } from './material.ts';

/** What is known while one record is cut down to what its audience may see. */
export interface Cut {
  readonly context: GateContext;
  readonly record: ReleasableRecord;
  /** Who wrote or who speaks is withheld. */
  readonly anonymous: boolean;
  /** Whether a record is in the release, or a portion may be read. */
  readonly goes: (id: string) => boolean;
  readonly parts: WithheldPart[];
  readonly portions: ExplainedPortion[];
  /** What the blocks of its text are called in the release, by their ids here. */
  readonly blocks: Map<string, string>;
  /** How many cross-references are in its texts. */
  references: number;
}

/** Starts to cut down a record for the audience of the context. */
export function cutOf(context: GateContext, record: ReleasableRecord, goes: (id: string) => boolean): Cut {
  const anonymous = context.isUnderChathamHouse(record) && !seesAttribution(context, record.handling.originator);
  return { context, record, anonymous, goes, parts: [], portions: [], blocks: new Map(), references: 0 };
}
