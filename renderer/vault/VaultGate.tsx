import type { ReactNode } from 'react';

/** Shows what is inside once a vault is open. */
export function VaultGate({ children }: { readonly children: ReactNode }) {
  return children;
}
