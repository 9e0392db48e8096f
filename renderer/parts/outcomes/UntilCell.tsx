import { useLingui } from '@lingui/react/macro';
import { IconClockExclamation } from '@tabler/icons-react';
import { formatDate } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import classes from './outcomes.module.css';

/** Until when; that it is late, in words. */
export function UntilCell({ due, late }: { readonly due: string; readonly late: boolean }) {
  const { t } = useLingui();
  const language = useLanguage();
  if (due === '') return null;
  const day = formatDate(due, language);
  if (!late) return day;
  return (
    <span className={classes.late}>
      <IconClockExclamation size={16} stroke={1.6} aria-hidden />
      {t`${day}, late`}
    </span>
  );
}
