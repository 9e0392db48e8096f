import type { Act } from './told.ts';

/** What is done with the network's directory. */
export const directoryActs = {} as const satisfies Readonly<Record<string, Act>>;
