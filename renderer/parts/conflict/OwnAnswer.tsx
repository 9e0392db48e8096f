import { useId, useState } from 'react';
import { isJsonObject, type Json } from '../../../domain/records/json.ts';
import type { Editor } from '../form/chooseEditor.ts';
import { FieldEditor } from '../form/editors/FieldEditor.tsx';
import { useFaultWords } from '../form/faultWords.ts';
import type { InputFault } from '../form/typed.ts';
import { useDescription } from '../form/useDescription.ts';
import { type Conflict, oneBlock } from './answers.ts';
import classes from './conflict.module.css';

interface OwnAnswerProps {
  readonly conflict: Conflict;
  readonly path: readonly string[];
  readonly editor: Editor;
  readonly heading: string;
  readonly value: Json | undefined;
  readonly disabled: boolean;
  onChange(value: Json | undefined): void;
}

/** What is to stand, written by the person, with the editor of the field. */
export function OwnAnswer({ conflict, path, editor, heading, value, disabled, onChange }: OwnAnswerProps) {
  const id = useId();
  const words = useFaultWords();
  const [unfit, setUnfit] = useState<{ raw: string; wrong: InputFault }>();
  const [begun] = useState(value);
  /** One block is written as a document of its own. */
  const [written, setWritten] = useState(() => documentOf(value));
  useDescription(id, unfit && `${id}-fault`);
  const isBlock = conflict.type === 'block';
  return (
    <div className={classes.own}>
      <label id={`${id}-label`} htmlFor={id} className={classes.unseen}>
        {heading}
      </label>
      <FieldEditor
        id={id}
        labelId={`${id}-label`}
        label={heading}
        path={path}
        editor={isBlock ? { editor: 'richText' } : editor}
        value={isBlock ? written : value}
        raw={unfit?.raw}
        readOnly={disabled}
        invalid={unfit !== undefined}
        onType={(input) => {
          setUnfit('raw' in input ? input : undefined);
          if (!('value' in input)) return;
          setWritten(input.value);
          onChange(isBlock && isJsonObject(begun) ? oneBlock(input.value, begun) : input.value);
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

const documentOf = (block: Json | undefined): Json | undefined =>
  isJsonObject(block) ? { type: 'doc', content: [block] } : undefined;
