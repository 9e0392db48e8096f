import { notifications } from '@mantine/notifications';
import { type ReactNode, useEffect } from 'react';
import { useHost } from '../application/ApplicationContext.ts';
import { useGate } from '../application/gate.ts';
import { useRead } from '../application/queries.ts';
import { CrashBoundary } from '../parts/crash/CrashBoundary.tsx';
import { BeforeVault } from './BeforeVault.tsx';
import { useActivity } from './useActivity.ts';
import { useSavingOnLeave } from './useSavingOnLeave.ts';

interface VaultGateProps {
  readonly children: ReactNode;
  /** A window that can do no more than be unlocked: no other vault is opened or made from it. */
  readonly unlockOnly?: boolean;
}

/**
 * Shows what is inside once a vault is open, and what stands before it until then: unlocking, the first start, the
 * exercise. The first start goes on for a while after its vault was made.
 */
export function VaultGate({ children, unlockOnly = false }: VaultGateProps) {
  const host = useHost();
  const { data: status } = useRead('vault', 'status', {});
  const screen = useGate((state) => state.screen);
  const isOpen = status?.state === 'unlocked';
  useActivity(isOpen);
  useSavingOnLeave();

  useEffect(
    () =>
      host.subscribe((event) => {
        if (event.event !== 'vaultLocked') return;
        useGate.getState().locked(event.reason);
        // Both may name what is in the vault.
        notifications.clean();
        document.title = 'Amberdesk';
      }),
    [host],
  );
  useEffect(() => {
    if (!isOpen) return;
    useGate.getState().opened(status?.folder);
  }, [isOpen, status?.folder]);

  return (
    <CrashBoundary>
      {screen === undefined && isOpen ? (
        children
      ) : (
        <BeforeVault screen={screen} waiting={status === undefined} unlockOnly={unlockOnly} />
      )}
    </CrashBoundary>
  );
}
