import { type ComponentType, useId, useState } from 'react';
import { fieldName } from '../../../../domain/records/fieldNames.ts';
import type { Json } from '../../../../domain/records/json.ts';
import { useLanguage } from '../../../language/useLanguage.ts';
import type { EditorPart } from '../chooseEditor.ts';
import { useFaultWords } from '../faultWords.ts';
import classes from '../form.module.css';
import type { InputFault } from '../typed.ts';
import { useDescription } from '../useDescription.ts';
import { widthOf } from '../widthOf.ts';
import type { EditorProps, SaveWhen } from './EditorProps.ts';

interface PartFieldProps {
  readonly part: EditorPart;
  /** Of the whole: kind, field. */
  readonly path: readonly string[];
  readonly value: Json | undefined;
  readonly readOnly: boolean;
  /** Whether the label is only read out, as in a list whose entries have one field. */
  readonly hidesLabel?: boolean;
  readonly Inner: ComponentType<EditorProps>;
  onChange(value: Json | undefined, when: SaveWhen): void;
}

/** One field inside a list's entry or an object. What makes no value is kept here, with the reason. */
export function PartField({ part, path, value, readOnly, hidesLabel = false, Inner, onChange }: PartFieldProps) {
  const id = useId();
  const language = useLanguage();
  const words = useFaultWords();
  const [unfit, setUnfit] = useState<{ raw: string; wrong: InputFault }>();
  useDescription(`${id}-input`, unfit && `${id}-fault`);
  const label = fieldName(path[0], part.field, language);
  const isBlank = part.editor.editor === 'text' || part.editor.editor === 'longText';
  return (
    <div className={classes.part} data-width={widthOf(part.field, part.editor)}>
      <label id={`${id}-label`} htmlFor={`${id}-input`} className={hidesLabel ? classes.unseen : classes.partLabel}>
        {label}
      </label>
      <Inner
        id={`${id}-input`}
        labelId={`${id}-label`}
        label={label}
        path={[...path, part.field]}
        editor={part.editor}
        value={value}
        raw={unfit?.raw}
        readOnly={readOnly}
        invalid={unfit !== undefined}
        onType={(input, when) => {
          setUnfit('raw' in input ? input : undefined);
          if ('value' in input) onChange(input.value ?? (isBlank && !part.optional ? '' : undefined), when);
        }}
      />
      {unfit !== undefined && (
        <p id={`${id}-fault`} role="alert" className={classes.fault}>
          {words(unfit.wrong)}
        </p>
      )}
    </div>
  );
}
