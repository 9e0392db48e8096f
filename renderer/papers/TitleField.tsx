import { useLingui } from '@lingui/react/macro';
import { own } from '../../domain/records/own.ts';
import { text } from '../../domain/records/text.ts';
import { useForm } from '../parts/form/useForm.ts';
import classes from './papers.module.css';

/** The title of a paper, changed where it stands and saved as a form's fields are. */
export function TitleField({ record, readOnly }: { readonly record: string; readonly readOnly: boolean }) {
  const { t } = useLingui();
  const { keeper, state } = useForm(record);
  const typed = state.typed.get('title')?.input;
  const kept = state.view === undefined ? '' : text(own(state.view.body, 'title'));
  const shown = typed !== undefined && 'value' in typed ? text(typed.value) : kept;
  return (
    <textarea
      rows={1}
      className={classes.title}
      aria-label={t`Title`}
      placeholder={t`Without a title`}
      value={shown}
      readOnly={readOnly}
      dir="auto"
      onFocus={() => keeper.visit('title')}
      onBlur={() => void keeper.leave('title')}
      onChange={(event) => {
        const words = event.currentTarget.value.replace(/\s*\n\s*/gu, ' ');
        keeper.type('title', { value: words === '' ? undefined : words }, 'pause');
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        event.currentTarget.blur();
      }}
    />
  );
}
