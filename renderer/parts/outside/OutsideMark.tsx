import { useLingui } from '@lingui/react/macro';
import { IconWorldCheck, IconWorldExclamation } from '@tabler/icons-react';
import classes from './outside.module.css';

interface OutsideMarkProps {
  /** What the record says of it. */
  readonly provenance: unknown;
  /** Where there is no room for words: they are read out, and shown by the pointer. */
  readonly brief?: boolean;
}

/**
 * Beside the name of a paper that came from outside, wherever it stands: that nobody on the board wrote it, and whether
 * it is verified where it comes from.
 */
export function OutsideMark({ provenance, brief = false }: OutsideMarkProps) {
  const { t } = useLingui();
  if (provenance !== 'outside' && provenance !== 'verified') return null;
  const words = provenance === 'outside' ? t`from outside, unverified` : t`from outside, verified`;
  const Sign = provenance === 'outside' ? IconWorldExclamation : IconWorldCheck;
  const isUnverified = provenance === 'outside' || undefined;
  if (brief) {
    return (
      <span role="img" aria-label={words} title={words} className={classes.brief} data-unverified={isUnverified}>
        <Sign size={16} stroke={1.6} aria-hidden />
      </span>
    );
  }
  return (
    <span className={classes.mark} data-unverified={isUnverified}>
      <Sign size={14} stroke={1.6} aria-hidden />
      {words}
    </span>
  );
}
