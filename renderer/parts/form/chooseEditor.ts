import type { z } from 'zod';
import { WallTime } from '../../../domain/meetings/kinds.ts';
import type { FieldRule } from '../../../domain/records/kind.ts';
import { isOptional, required, shapeOf } from '../../../domain/records/schemaShape.ts';
import { type EditorHint, hintFor, isHidden, kindsOfLink } from './layout.ts';

/** What a value is typed in with. */
export type Editor =
  | {
      readonly editor:
        | 'text'
        | 'longText'
        | 'number'
        | 'yesNo'
        | 'date'
        | 'time'
        | 'zone'
        | 'chips'
        | 'richText'
        | 'attachments'
        | 'shown';
    }
  | { readonly editor: 'choice' | 'choices'; readonly values: readonly string[] }
  | { readonly editor: 'link'; readonly kinds: readonly string[]; readonly multiple: boolean }
  | { readonly editor: 'parts' | 'list'; readonly parts: readonly EditorPart[] };

/** One field of an object or of a list's entries. */
export interface EditorPart {
  readonly field: string;
  readonly editor: Editor;
  readonly optional: boolean;
}

/** What a layout says about one editor. */
interface Wish {
  readonly editor?: EditorHint | undefined;
  readonly kinds?: readonly string[] | undefined;
}

/**
 * The editor of a field: by its merge rule, its schema and its links, unless the layout says otherwise.
 *
 * @param path kind and field, and the part inside a list's entry
 */
export function chooseEditor(path: readonly string[], rule: FieldRule, wish: Wish = {}): Editor {
  const hint = wish.editor ?? hintFor(path);
  if (hint !== undefined) return { editor: hint };
  switch (rule.merge) {
    case 'richText':
      return { editor: 'richText' };
    case 'keyedList':
      return { editor: 'list', parts: partsOf(path, rule) };
    default:
      return rule.link ? linkEditor(path, rule.merge === 'set', wish.kinds) : editorOf(path, rule.schema);
  }
}

function linkEditor(path: readonly string[], multiple: boolean, kinds: readonly string[] = kindsOfLink(path)): Editor {
  return { editor: 'link', kinds, multiple };
}

function partsOf(path: readonly string[], rule: FieldRule): EditorPart[] {
  const list = shapeOf(rule.schema);
  const entry = list.type === 'list' ? shapeOf(list.element) : list;
  const schemas = entry.type === 'object' ? entry.parts : {};
  return Object.entries(rule.entry ?? {})
    .filter(([field]) => !isHidden(field))
    .map(([field, part]) => ({
      field,
      editor: chooseEditor([...path, field], part),
      optional: isOptional(schemas[field] ?? part.schema),
    }));
}

function editorOf(path: readonly string[], schema: z.ZodType): Editor {
  if (required(schema) === WallTime) return { editor: 'time' };
  const shape = shapeOf(schema);
  switch (shape.type) {
    case 'text':
    case 'number':
    case 'date':
      return { editor: shape.type };
    case 'boolean':
      return { editor: 'yesNo' };
    case 'choice':
      return { editor: 'choice', values: shape.values };
    case 'list':
      return listEditor(shape.element);
    case 'object':
      return {
        editor: 'parts',
        parts: Object.entries(shape.parts).map(([field, part]) => ({
          field,
          editor: editorOf([...path, field], part),
          optional: isOptional(part),
        })),
      };
    default:
      return { editor: 'shown' };
  }
}

function listEditor(element: z.ZodType): Editor {
  const shape = shapeOf(element);
  if (shape.type === 'choice') return { editor: 'choices', values: shape.values };
  return { editor: shape.type === 'text' ? 'chips' : 'shown' };
}
