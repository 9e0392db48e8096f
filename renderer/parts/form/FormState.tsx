import { useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { sentenceOf } from '../../../domain/errors.ts';
import { sameJson } from '../../../domain/records/json.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { useFaultWords } from './faultWords.ts';
import classes from './form.module.css';
import type { FormState as State } from './formKeeper.ts';
import type { Typed } from './typed.ts';

interface FormStateProps {
  readonly state: State;
  /** What a field is called in this form. */
  readonly nameOf: (field: string) => string;
}

/** In one quiet line, whether what was typed is in the vault; if not, why not. */
export function FormState({ state, nameOf }: FormStateProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const faultWords = useFaultWords();
  const reason = (typed: Typed): string | undefined => {
    if (typed.refusal !== undefined) return sentenceOf(typed.refusal.code, language);
    if (typed.divided) return t`Another window changed it too.`;
    return typed.wrong && faultWords(typed.wrong);
  };
  const stuck = [...state.typed].flatMap(([field, typed]) => {
    // What is half typed is not wrong yet.
    const why = field === state.visited && typed.wrong !== undefined ? undefined : reason(typed);
    return why === undefined ? [] : [`${nameOf(field)}: ${why}`];
  });
  const isPending = [...state.typed.values()].some(
    (typed) => 'value' in typed.input && reason(typed) === undefined && !sameJson(typed.input.value, typed.base),
  );
  const saving = state.saving || isPending;
  return (
    <div className={classes.state} data-quiet={(stuck.length === 0 && !saving && !state.saved) || undefined}>
      <span aria-hidden={saving && stuck.length === 0}>{saving && stuck.length === 0 && t`Saving…`}</span>
      <span aria-live="polite">
        {stuck.length > 0 && (
          <span className={classes.stuck}>
            <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
            {t`Not saved: ${stuck.join(' ')}`}
          </span>
        )}
        {stuck.length === 0 && !saving && state.saved && (
          <span className={classes.saved}>
            <IconCheck size={16} stroke={1.6} aria-hidden />
            {t`Saved`}
          </span>
        )}
      </span>
    </div>
  );
}
