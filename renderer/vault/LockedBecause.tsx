import { useLingui } from '@lingui/react/macro';
import type { LockReason } from '../application/gate.ts';
import classes from './threshold.module.css';

/** Why the vault was locked, unless the person did it here. */
export function LockedBecause({ reason }: { readonly reason: LockReason | undefined }) {
  const { t } = useLingui();
  if (reason === undefined || reason === 'asked' || reason === 'replaced') return null;
  const words: Readonly<Record<typeof reason, string>> = {
    elsewhere: t`Locked in another window.`,
    idle: t`Locked because nothing was typed or moved for a while. Everything typed was saved.`,
    suspended: t`Locked because the computer slept.`,
    gone: t`Locked because the disk with the vault is gone. Plug it in again, then unlock.`,
    stopped: t`Locked because Amberdesk was stopped.`,
    newKey: t`The vault has a new key. Unlock it with the new passphrase.`,
    deleted: t`The exercise was deleted.`,
  };
  return (
    <p className={classes.note} role="status">
      {words[reason]}
    </p>
  );
}
