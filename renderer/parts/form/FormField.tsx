import { useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { sentenceOf } from '../../../domain/errors.ts';
import { fieldName } from '../../../domain/records/fieldNames.ts';
import type { Json } from '../../../domain/records/json.ts';
import type { FieldRule } from '../../../domain/records/kind.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { chooseEditor } from './chooseEditor.ts';
import { Divided } from './Divided.tsx';
import { FieldEditor } from './editors/FieldEditor.tsx';
import { useFaultWords } from './faultWords.ts';
import classes from './form.module.css';
import type { FormKeeper } from './formKeeper.ts';
import type { FieldLayout } from './layout.ts';
import type { Typed } from './typed.ts';
import { useDescription } from './useDescription.ts';
import { widthOf } from './widthOf.ts';

interface FormFieldProps {
  readonly keeper: FormKeeper;
  readonly kind: string;
  readonly layout: FieldLayout;
  readonly rule: FieldRule;
  /** What the vault has. */
  readonly value: Json | undefined;
  readonly typed: Typed | undefined;
  readonly readOnly: boolean;
  /** Who changed it last, and when. */
  readonly changed: string | undefined;
}

/** One field: its label, its editor, what is wrong with what was typed, and who changed it last. */
export function FormField({ keeper, kind, layout, rule, value, typed, readOnly, changed }: FormFieldProps) {
  const id = useId();
  const language = useLanguage();
  const { t } = useLingui();
  const faultWords = useFaultWords();
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Faults are told when the person is done: on leaving the field, or with Enter. */
  const [isDone, setDone] = useState(true);
  const { field } = layout;
  const path = [kind, field];
  const editor = chooseEditor(path, rule, { editor: layout.editor, kinds: layout.kinds });
  const label = layout.label ?? fieldName(kind, field, language);
  const shown = typed !== undefined && 'value' in typed.input ? typed.input.value : value;
  const raw = typed !== undefined && 'raw' in typed.input ? typed.input.raw : undefined;
  const wrong = isDone ? typed?.wrong : undefined;
  const problem = wrong !== undefined ? faultWords(wrong) : typed?.refusal && sentenceOf(typed.refusal.code, language);
  useDescription(id, layout.help && `${id}-help`, problem && `${id}-problem`, changed && `${id}-changed`);
  const enter = () => {
    clearTimeout(leaving.current);
    keeper.visit(field);
  };
  const leave = () => {
    // The focus may be on its way to a list or calendar of this field, which stands elsewhere on the page.
    leaving.current = setTimeout(() => {
      setDone(true);
      void keeper.leave(field);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement) || readOnly) return;
    setDone(true);
    void keeper.settle();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: follows the focus of what is inside.
    <div
      className={classes.field}
      data-field={field}
      data-width={layout.width ?? widthOf(field, editor)}
      onFocus={enter}
      onBlur={leave}
      onKeyDown={onKeyDown}
    >
      <div className={classes.labelRow}>
        <label id={`${id}-label`} htmlFor={id} className={classes.label}>
          {label}
        </label>
        {changed !== undefined && (
          <span id={`${id}-changed`} className={classes.changed}>
            {changed}
          </span>
        )}
      </div>
      {layout.help !== undefined && (
        <p id={`${id}-help`} className={classes.help}>
          {layout.help}
        </p>
      )}
      <FieldEditor
        id={id}
        labelId={`${id}-label`}
        label={label}
        path={path}
        editor={editor}
        value={shown}
        raw={raw}
        readOnly={readOnly || layout.readOnly === true}
        invalid={problem !== undefined}
        create={layout.create}
        onType={(input, when) => {
          setDone(when === 'now');
          keeper.type(field, input, when);
        }}
      />
      {problem !== undefined && (
        <p id={`${id}-problem`} role="alert" className={classes.fault}>
          {problem}{' '}
          <UnstyledButton className={classes.back} onClick={() => keeper.drop(field)}>
            {t`Back to what is saved`}
          </UnstyledButton>
        </p>
      )}
      {typed?.divided === true && 'value' in typed.input && (
        <Divided
          path={path}
          editor={editor}
          mine={typed.input.value}
          theirs={value}
          decide={(decided) => void keeper.decide(field, decided)}
        />
      )}
    </div>
  );
}
