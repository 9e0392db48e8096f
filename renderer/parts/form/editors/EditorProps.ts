import type { Json } from '../../../../domain/records/json.ts';
import type { MakeRecord } from '../../picker/useMakeRecord.ts';
import type { Editor } from '../chooseEditor.ts';
import type { Input } from '../typed.ts';

/** When what was typed is saved: at once, after a pause, or when the person leaves the field or presses Enter. */
export type SaveWhen = 'now' | 'pause' | 'leave';

/** What the editor of one value takes. Its label stands outside; it names the editor by `id` or `labelId`. */
export interface EditorProps {
  readonly id: string;
  readonly labelId: string;
  readonly label: string;
  /** Kind, field, and the part inside a list's entry or an object. */
  readonly path: readonly string[];
  readonly editor: Editor;
  readonly value: Json | undefined;
  /** What was typed when it came to no value: shown instead of the value. */
  readonly raw?: string | undefined;
  readonly readOnly: boolean;
  readonly invalid: boolean;
  readonly create?: MakeRecord | undefined;
  onType(input: Input, when: SaveWhen): void;
}
