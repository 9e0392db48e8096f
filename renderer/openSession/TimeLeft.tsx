import { useLingui } from '@lingui/react/macro';
import { useNow } from '../application/useNow.ts';
import classes from './openSession.module.css';

const SECOND = 1000;
const MINUTE = 60;

/** What time an item has left, counted down. */
export function TimeLeft({ ends }: { readonly ends: string }) {
  const { t } = useLingui();
  const left = Math.ceil((Date.parse(ends) - useNow()) / SECOND);
  const all = Math.abs(left);
  const counted = `${Math.floor(all / MINUTE)}:${String(all % MINUTE).padStart(2, '0')}`;
  return (
    <p className={classes.left} data-over={left < 0 || undefined} role="timer">
      {left < 0 ? t`${counted} over` : t`${counted} left`}
    </p>
  );
}
