import { useLingui } from '@lingui/react/macro';
import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconCircleHalf2,
} from '@tabler/icons-react';
import { valueName } from '../../../domain/records/valueNames.ts';
import { capitalised } from '../../language/capitalised.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { MinutedItem } from './minuted.ts';
import classes from './minutes.module.css';

const SIGNS = { draft: IconCircle, circulated: IconCircleHalf2, approved: IconCircleCheckFilled };

/** How far the minutes of an item are: a shape and a word. */
export function StatusMark({ minutes }: Pick<MinutedItem, 'minutes'>) {
  const { t } = useLingui();
  const language = useLanguage();
  if (minutes?.conflicted === true) {
    return (
      <span className={classes.status} data-status="conflict">
        <IconAlertTriangle size={15} stroke={1.6} aria-hidden />
        {t`In conflict`}
      </span>
    );
  }
  const status = minutes?.status;
  const Sign = status === undefined ? IconCircleDashed : SIGNS[status];
  return (
    <span className={classes.status} data-status={status ?? 'none'}>
      <Sign size={15} stroke={1.6} aria-hidden />
      {status === undefined ? t`Not begun` : capitalised(valueName('minutes', 'status', status, language) ?? status)}
    </span>
  );
}
