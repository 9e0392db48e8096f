import { text } from '../../../../domain/records/text.ts';
import { DateField } from '../../dates/DateField.tsx';
import { TimeField } from '../../dates/TimeField.tsx';
import { ZoneField } from '../../dates/ZoneField.tsx';
import type { EditorProps } from './EditorProps.ts';

const FIELDS = { date: DateField, time: TimeField, zone: ZoneField } as const;

/** A calendar date, a wall-clock time or a time zone. */
export function DateEditor({ id, editor, value, raw, readOnly, invalid, onType }: EditorProps) {
  if (editor.editor !== 'date' && editor.editor !== 'time' && editor.editor !== 'zone') return null;
  const Field = FIELDS[editor.editor];
  return (
    <Field
      id={id}
      value={text(value) || undefined}
      raw={raw}
      readOnly={readOnly}
      invalid={invalid}
      onType={(input) => onType(input, editor.editor === 'zone' ? 'now' : 'leave')}
    />
  );
}
