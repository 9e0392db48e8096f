import { text, texts } from '../../../../domain/records/text.ts';
import { RecordPicker } from '../../picker/RecordPicker.tsx';
import type { EditorProps } from './EditorProps.ts';

/** A link to one record, or to several. */
export function LinkEditor({ editor, label, value, readOnly, create, onType }: EditorProps) {
  if (editor.editor !== 'link') return null;
  const shared = {
    kinds: editor.kinds,
    label,
    hidesLabel: true,
    disabled: readOnly,
    ...(create === undefined ? {} : { create }),
  };
  return editor.multiple ? (
    <RecordPicker
      {...shared}
      multiple
      value={texts(value)}
      onChange={(ids) => onType({ value: ids.length === 0 ? undefined : [...ids] }, 'now')}
    />
  ) : (
    <RecordPicker
      {...shared}
      value={text(value) || null}
      onChange={(id) => onType({ value: id ?? undefined }, 'now')}
    />
  );
}
