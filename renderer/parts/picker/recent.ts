import { z } from 'zod';
import { usePreference } from '../../application/preferences.ts';

const MOST = 8;
const RecentByKind = z.record(z.string(), z.array(z.string()));

/** The records of these kinds that were chosen last, the latest first, and how another one is remembered. */
export function useRecent(kinds: readonly string[]): {
  readonly recent: readonly string[];
  remember(kind: string, id: string): void;
} {
  const [byKind, write] = usePreference('picker.recent', RecentByKind, {});
  return {
    recent: kinds.flatMap((kind) => byKind[kind] ?? []).slice(0, MOST),
    remember(kind, id) {
      const before = byKind[kind] ?? [];
      if (before[0] !== id) write({ ...byKind, [kind]: [id, ...before.filter((one) => one !== id)].slice(0, MOST) });
    },
  };
}
