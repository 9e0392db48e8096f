import type { z } from 'zod';
import type { Conflict as ConflictSchema } from '../../../contract/records/conflict.ts';
import { blockText } from '../../../domain/papers/plainText.ts';
import { type FieldConflict, keysOf } from '../../../domain/records/conflict.ts';
import { isJsonObject, type Json, type JsonObject, sameJson } from '../../../domain/records/json.ts';
import type { FieldRule } from '../../../domain/records/kind.ts';
import { kindOf } from '../../../domain/records/kinds.ts';
import { own } from '../../../domain/records/own.ts';
import { objects, text } from '../../../domain/records/text.ts';
import type { ConflictAnswer, ConflictAnswers } from '../../application/givenAnswers.ts';

/** A question that a merge left open, as the contract gives it. */
export type Conflict = z.output<typeof ConflictSchema>;
export type ConflictSide = Conflict['sides'][number];

export type { ConflictAnswer, ConflictAnswers } from '../../application/givenAnswers.ts';

/** The question without what it says of its versions, as the domain has it. */
export function plainConflict({ path, field, type, base, sides }: Conflict): FieldConflict {
  return {
    path,
    field,
    type,
    ...(base === undefined ? {} : { base }),
    sides: sides.map(({ version, value }) => ({ version, value })),
  };
}

/** The rule of what a question is about: of the field, or of a field of a list's entry. */
export function ruleOf(kind: string, { type, field, path }: Conflict): FieldRule | undefined {
  const known = kindOf(kind);
  const rule = known && own(known.fields, field);
  return type === 'entry' ? rule?.entry && own(rule.entry, keysOf(path).at(-1) ?? '') : rule;
}

/** Where an editor of the answer stands: kind, field, and the part of an entry. */
export function editorPath(kind: string, { type, field, path }: Conflict): string[] {
  return type === 'entry' ? [kind, field, keysOf(path).at(-1) ?? ''] : [kind, field];
}

/** The sides, those that say the same together; this installation's own first. */
export function groupsOf({ sides }: Conflict): ConflictSide[][] {
  const groups: ConflictSide[][] = [];
  for (const side of sides) {
    const same = groups.find((group) => sameJson(group[0]?.value, side.value));
    if (same === undefined) groups.push([side]);
    else same.push(side);
  }
  const isOwn = (group: readonly ConflictSide[]) => group.some((side) => side.own);
  return [...groups.filter(isOwn), ...groups.filter((group) => !isOwn(group))];
}

/** All sides' values together, where that makes sense: sets, long texts, paragraphs and lists. Undefined elsewhere. */
export function bothOf(conflict: Conflict, rule: FieldRule | undefined, isLongText: boolean): Json | undefined {
  const values = groupsOf(conflict).map(([side]) => side?.value);
  const present = values.filter((value) => value !== undefined);
  if (present.length < 2) return undefined;
  if (conflict.type === 'block') return joinBlocks(present.filter(isJsonObject));
  if (conflict.type !== 'scalar' && conflict.type !== 'entry') return undefined;
  if (rule?.merge === 'set') return joinSets(present);
  if (isLongText && present.every((value) => typeof value === 'string')) return present.join('\n\n');
  return undefined;
}

function joinSets(values: readonly Json[]): Json | undefined {
  if (!values.every((value) => Array.isArray(value))) return undefined;
  const joined: Json[] = [];
  for (const element of values.flat()) {
    if (!joined.some((other) => sameJson(other, element))) joined.push(element);
  }
  return joined;
}

const INLINE = new Set(['paragraph', 'heading']);
const NESTED = new Set(['bulletList', 'orderedList', 'blockquote']);
const BREAK: JsonObject = { type: 'hardBreak' };

function joinBlocks(blocks: readonly JsonObject[]): Json | undefined {
  const [first] = blocks;
  const type = text(first?.type);
  if (first === undefined || blocks.some((block) => block.type !== first.type)) return undefined;
  if (NESTED.has(type)) return { ...first, content: blocks.flatMap((block) => objects(block.content)) };
  if (!INLINE.has(type)) return undefined;
  return { ...first, content: withBreaks(blocks.map((block) => objects(block.content))) };
}

function withBreaks(lines: readonly JsonObject[][]): JsonObject[] {
  return lines.filter((line) => line.length > 0).flatMap((line, index) => (index === 0 ? line : [BREAK, ...line]));
}

/** What somebody wrote in place of one block, as one block with the same id: several paragraphs become its lines. */
export function oneBlock(written: Json | undefined, before: JsonObject): Json | undefined {
  const blocks = isJsonObject(written) ? objects(written.content) : [];
  const [first] = blocks;
  if (first === undefined) return undefined;
  const attrs = { ...(isJsonObject(first.attrs) ? first.attrs : {}), ...idOf(before) };
  if (blocks.length === 1) return { ...first, attrs };
  const lines = blocks.map((block) =>
    INLINE.has(text(block.type)) ? objects(block.content) : [{ type: 'text', text: blockText(block) }],
  );
  return { type: 'paragraph', attrs: idOf(before), content: withBreaks(lines) };
}

function idOf(block: JsonObject): JsonObject {
  const attrs = isJsonObject(block.attrs) ? block.attrs : {};
  return attrs.id === undefined ? {} : { id: attrs.id };
}

/** The value that an answer comes to; undefined where nothing is to stand. */
export function answerValue(
  kind: string,
  conflict: Conflict,
  answer: ConflictAnswer,
  isLongText = true,
): Json | undefined {
  switch (answer.take) {
    case 'side':
      return conflict.sides.find((side) => side.version === answer.version)?.value;
    case 'both':
      return bothOf(conflict, ruleOf(kind, conflict), isLongText);
    case 'own':
      return answer.value;
  }
}

/** The questions that are still to be asked: not those inside an entry or block that was itself answered. */
export function askedNow(conflicts: readonly Conflict[], answers: ConflictAnswers): Conflict[] {
  const isInside = (path: string) =>
    conflicts.some((other) => path.startsWith(`${other.path}/`) && Object.hasOwn(answers, other.path));
  return conflicts.filter(({ path }) => !isInside(path));
}

export function unanswered(conflicts: readonly Conflict[], answers: ConflictAnswers): Conflict[] {
  return askedNow(conflicts, answers).filter(({ path }) => !Object.hasOwn(answers, path));
}

/** All answers as `records.resolve` takes them. */
export function answersFor(
  kind: string,
  conflicts: readonly Conflict[],
  answers: ConflictAnswers,
): Record<string, Json | null> {
  return Object.fromEntries(
    askedNow(conflicts, answers).flatMap((conflict) => {
      const answer = answers[conflict.path];
      return answer === undefined ? [] : [[conflict.path, answerValue(kind, conflict, answer) ?? null]];
    }),
  );
}
