import type { ComponentType } from 'react';
import { isJsonObject } from '../../../../domain/records/json.ts';
import { objectOf, own } from '../../../../domain/records/own.ts';
import classes from '../form.module.css';
import type { EditorProps } from './EditorProps.ts';
import { PartField } from './PartField.tsx';

/** A value that consists of several: `Rev. 2, of 3 March`. Empty in all its parts, it is nothing. */
export function PartsEditor({ Inner, ...props }: EditorProps & { readonly Inner: ComponentType<EditorProps> }) {
  const { id, editor, labelId, path, value, readOnly, onType } = props;
  const whole = isJsonObject(value) ? value : {};
  if (editor.editor !== 'parts') return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the label stands outside, a fieldset would need it inside.
    <div id={id} role="group" aria-labelledby={labelId} className={classes.parts}>
      {editor.parts.map((part) => (
        <PartField
          key={part.field}
          part={part}
          path={path}
          value={own(whole, part.field)}
          readOnly={readOnly}
          Inner={Inner}
          onChange={(next, when) => {
            const others = Object.entries(whole).filter(([field]) => field !== part.field);
            const after = objectOf([...others, [part.field, next === '' ? undefined : next]]);
            onType({ value: Object.keys(after).length === 0 ? undefined : after }, when);
          }}
        />
      ))}
    </div>
  );
}
