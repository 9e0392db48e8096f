import { useEffect } from 'react';
import { useClient } from '../application/ApplicationContext.ts';

const AT_MOST_EVERY_MS = 20_000;

/** Tells the application that somebody is there, while a vault is open. */
export function useActivity(isOpen: boolean): void {
  const client = useClient();
  useEffect(() => {
    if (!isOpen) return;
    let told = Number.NEGATIVE_INFINITY;
    const tell = () => {
      const now = performance.now();
      if (now - told < AT_MOST_EVERY_MS) return;
      told = now;
      client.vault.stayAwake({}).catch(() => {});
    };
    const inputs = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;
    for (const input of inputs) window.addEventListener(input, tell, { passive: true });
    return () => {
      for (const input of inputs) window.removeEventListener(input, tell);
    };
  }, [client, isOpen]);
}
