import { useLingui } from '@lingui/react/macro';
import { IconClockExclamation } from '@tabler/icons-react';
import { isLate } from '../../../domain/papers/status.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { text } from '../../../domain/records/text.ts';
import { formatDate } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import classes from './papers.module.css';

/** When a paper is due; that it is late, in words. `cells`: its due date and its status, as a list has them. */
export function DueCell({ cells }: { readonly cells: JsonObject }) {
  const { t } = useLingui();
  const language = useLanguage();
  const due = text(cells.due);
  if (due === '') return null;
  const day = formatDate(due, language);
  if (!isLate(cells, Temporal.Now.plainDateISO().toString())) return day;
  return (
    <span className={classes.late}>
      <IconClockExclamation size={16} stroke={1.6} aria-hidden />
      {t`${day}, late`}
    </span>
  );
}
