import { isApproved } from './approval.ts';
import type { FieldConflict } from './conflict.ts';
import { isDeleted } from './deletion.ts';
import { type Json, type JsonObject, sameJson } from './json.ts';
import type { RecordKind } from './kind.ts';
import { disagreement } from './merged.ts';
import { keysOfAll, objectOf, own } from './own.ts';
import { type Bases, basesWithin, survivors } from './survivors.ts';

interface SideBody {
  readonly version: string;
  readonly body: JsonObject;
}

interface MergedBody {
  readonly value: JsonObject;
  readonly conflicts: readonly FieldConflict[];
}

/**
 * What was approved on one side stands, whatever another side, which had not heard of it, changed meanwhile: the field
 * shows what was approved, and what the other side says there is a question for a person (ADR 92). A side that left the
 * field as it was before asks nothing. `merged`: what the fields come to by their own rules.
 */
export function keepApproved(
  kind: RecordKind | undefined,
  sides: readonly SideBody[],
  bases: Bases,
  merged: MergedBody,
): MergedBody {
  const { approval } = kind ?? {};
  if (kind === undefined || approval === undefined) return merged;
  const approved = sides.filter(({ body }) => isApproved(approval, body) && !isDeleted(body));
  const [first] = approved;
  if (first === undefined || approved.length === sides.length) return merged;
  const standing: [string, Json | undefined][] = [];
  const questions: FieldConflict[] = [];
  for (const field of keysOfAll(sides.map(({ body }) => body))) {
    if (field.startsWith('$') || field === approval.field) continue;
    const values = sides
      .filter((side) => !isDeleted(side.body))
      .map(({ version, body }) => ({ version, value: own(body, field) }));
    const within = basesWithin(bases, (value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? { part: own(value, field) } : null,
    );
    const stands = { version: first.version, value: own(first.body, field) };
    const asking = values.filter(
      (side) => !sameJson(side.value, stands.value) && survivors([stands, side], within, field).includes(side),
    );
    standing.push([field, stands.value]);
    if (asking.length === 0) continue;
    questions.push(disagreement([stands, ...asking], within, { path: field, field, type: 'scalar' }));
  }
  const fields = new Set(standing.map(([field]) => field));
  const others = Object.entries(merged.value).filter(([field]) => !fields.has(field));
  return {
    value: objectOf([...others, ...standing]),
    conflicts: [...merged.conflicts.filter(({ field }) => !fields.has(field)), ...questions],
  };
}
