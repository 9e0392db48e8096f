import { Textarea, TextInput } from '@mantine/core';
import { text } from '../../../../domain/records/text.ts';
import type { EditorProps } from './EditorProps.ts';

/** One line, or several that grow with the text. Nothing but spaces is nothing. */
export function TextEditor({ id, editor, value, readOnly, invalid, onType }: EditorProps) {
  const shared = {
    id,
    value: text(value),
    readOnly,
    error: invalid,
    autoComplete: 'off',
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onType({ value: currentTarget.value.trim() === '' ? undefined : currentTarget.value }, 'pause'),
  };
  return editor.editor === 'longText' ? <Textarea {...shared} /> : <TextInput {...shared} />;
}
