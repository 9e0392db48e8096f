import { useLook } from './application/look.ts';
import { useRead } from './application/queries.ts';
import { useKeptFocus } from './frame/useKeptFocus.ts';
import { OpenFrame } from './openSession/OpenFrame.tsx';
import { OpenSessionPage } from './openSession/OpenSessionPage.tsx';
import { EdgeGuard } from './parts/edges/EdgeGuard.tsx';
import { PrintGuard } from './parts/printing/PrintGuard.tsx';
import { ThemeProvider } from './theme/ThemeProvider.tsx';
import { VaultGate } from './vault/VaultGate.tsx';

/**
 * A window in the open session, under its frame from the first moment on: no rail, no palette, no side panel, no search,
 * no notices. It has a host of its own (`host/openSessionHost.ts`), which reaches what was released to the room.
 */
export function OpenSessionWindow({ nonce }: { readonly nonce: string }) {
  useKeptFocus();
  const { appearance, contrast } = useLook();
  const status = useRead('vault', 'status', {});
  const isOpen = status.data?.state === 'unlocked';
  return (
    <ThemeProvider appearance={appearance} contrast={contrast} nonce={nonce}>
      <PrintGuard />
      <EdgeGuard />
      <OpenFrame open={isOpen}>
        <VaultGate unlockOnly>{isOpen && <OpenSessionPage />}</VaultGate>
      </OpenFrame>
    </ThemeProvider>
  );
}
