import { useLingui } from '@lingui/react/macro';
import type { JsonObject } from '../../../domain/records/json.ts';
import { compareEntries } from '../../../domain/records/mergeFields.ts';
import { objects, text } from '../../../domain/records/text.ts';
import { valueName } from '../../../domain/records/valueNames.ts';
import { capitalised } from '../../language/capitalised.ts';
import { formatDate } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { RecordView } from '../../parts/form/formKeeper.ts';
import { useRecordName } from '../../parts/picker/recordName.ts';
import { useTitles } from '../../parts/picker/useTitles.ts';
import classes from './life.module.css';

/** Each change of status: who, when, and why. */
export function Course({ view }: { readonly view: RecordView }) {
  const { t } = useLingui();
  const language = useLanguage();
  const nameOf = useRecordName();
  const course = objects(view.body.course).toSorted(compareEntries);
  const reminders = objects(view.body.reminders).toSorted(compareEntries);
  const { titles } = useTitles([...course, ...reminders].map(({ by = null }) => text(by)).filter((id) => id !== ''));
  const byWords = (by: string) => (by === '' ? '' : nameOf(titles.get(by)));
  if (course.length === 0 && reminders.length === 0) {
    return <p className={classes.quiet}>{t`Nothing was noted yet.`}</p>;
  }
  const lines = [
    ...course.map((entry) => lineOf(entry, 'status')),
    ...reminders.map((entry) => lineOf(entry, 'reminder')),
  ].toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  return (
    <ol className={classes.course}>
      {lines.map(({ id, what, on, by, status, reason }) => {
        return (
          <li key={id}>
            <span className={classes.day}>{formatDate(on, language)}</span>
            <span>
              <b>
                {what === 'reminder'
                  ? t`Reminded`
                  : capitalised(valueName('paper', 'status', status, language) ?? status)}
              </b>
              {byWords(by) !== '' && ` · ${byWords(by)}`}
              {reason !== '' && <span className={classes.reason}>{reason}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function lineOf(entry: JsonObject, what: 'status' | 'reminder') {
  const { id = null, on = null, by = null, status = null, reason = null } = entry;
  return { what, id: text(id), on: text(on), by: text(by), status: text(status), reason: text(reason) };
}
