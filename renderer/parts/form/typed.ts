import type { ErrorCode } from '../../../domain/errors.ts';
import { checkFields } from '../../../domain/records/checkBody.ts';
import type { Json } from '../../../domain/records/json.ts';
import type { FieldRule, RecordKind } from '../../../domain/records/kind.ts';
import { mergeField } from '../../../domain/records/mergeFields.ts';

/** Why what was typed is no value of its field. */
export type InputFault =
  | { readonly fault: 'number' | 'date' | 'noSuchDay' | 'time' | 'zone' | 'whole' | 'incomplete' | 'unfit' | 'portion' }
  | { readonly fault: 'tooSmall' | 'tooLarge'; readonly limit: number }
  | { readonly fault: 'weekday'; readonly date: string };

/** What an editor tells: a value (undefined: nothing), or the text as it was typed and why it makes none. */
export type Input = { readonly value: Json | undefined } | { readonly raw: string; readonly wrong: InputFault };

/** Why the application did not take a value: its error code. */
export interface Refusal {
  readonly code: ErrorCode;
}

/** What was typed into a field and is not, or not known to be, what the vault has. */
export interface Typed {
  /** What the vault had when this began. */
  readonly base: Json | undefined;
  readonly input: Input;
  readonly wrong?: InputFault;
  readonly refusal?: Refusal;
  /** The vault was given another value meanwhile that cannot be joined with this one: the person is asked. */
  readonly divided?: boolean;
}

export type Joined = { readonly value: Json | undefined } | 'divided';

/**
 * Joins two edits of one field by the field's own merge rule: entries, blocks and elements that only one side touched
 * join by themselves. `divided` where both gave the same thing different values.
 */
export function joinEdits(
  rule: FieldRule | undefined,
  base: Json | undefined,
  mine: Json | undefined,
  theirs: Json | undefined,
): Joined {
  const { value, conflicts } = mergeField(
    [
      { version: 'mine', value: mine },
      { version: 'theirs', value: theirs },
    ],
    rule,
    () => ({ known: true, value: base, unsettled: new Set() }),
    { path: 'field', field: 'field', type: 'scalar' },
  );
  return conflicts.length === 0 ? { value } : 'divided';
}

/** Why a value does not fit its field; undefined when it does. */
export function faultOf(kind: RecordKind, field: string, value: Json | undefined): InputFault | undefined {
  const [fault] = checkFields(kind, { [field]: value });
  if (fault === undefined) return undefined;
  if (fault.fault === 'portionInside') return { fault: 'portion' };
  const rule = kind.fields[field];
  return rule === undefined ? { fault: 'unfit' } : schemaFault(rule, value);
}

function schemaFault(rule: FieldRule, value: Json | undefined): InputFault {
  const issue = rule.schema.safeParse(value).error?.issues[0];
  if (issue?.code === 'too_small' && typeof value === 'number') {
    const least = Number(issue.minimum);
    return { fault: 'tooSmall', limit: issue.inclusive === false ? least + 1 : least };
  }
  if (issue?.code === 'too_big' && typeof value === 'number')
    return { fault: 'tooLarge', limit: Number(issue.maximum) };
  if (issue?.code === 'invalid_type' && typeof value === 'number') return { fault: 'whole' };
  return { fault: typeof value === 'object' ? 'incomplete' : 'unfit' };
}
