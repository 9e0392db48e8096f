const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Minutes without input after which a vault is locked. */
export const LOCK_AFTER = { usual: 10, least: 1, most: 480 } as const;

/** How long locking waits for work that a person started: what takes longer is cancelled. */
const PATIENCE = 120 * MINUTE;
/** How far the clock on the wall may run ahead of the steady one: more is sleep, or a clock that was set. */
const AHEAD = 30 * SECOND;
/** Where the steady clock goes on during sleep, nothing else is seen for so long. */
const FROZEN = 120 * SECOND;

/** What passed, in milliseconds. */
export interface Passed {
  /** Since the last look, by the clock on the wall; negative when it was set back. */
  readonly wall: number;
  /** Since the last look, by a clock that nobody sets. */
  readonly steady: number;
  /** Since the last input, by that clock. */
  readonly idle: number;
}

/**
 * Whether an open vault is to be locked now. A clock that was set back locks nothing; one that was set ahead does, as
 * it cannot be told from sleep. Work in progress holds back the idle lock alone, for two hours at most.
 */
export function reasonToLock(
  { wall, steady, idle }: Passed,
  lockAfterMinutes: number,
  working: boolean,
): 'suspended' | 'idle' | undefined {
  if (wall - steady > AHEAD || steady > FROZEN) return 'suspended';
  const due = lockAfterMinutes * MINUTE;
  return idle >= due + (working ? PATIENCE : 0) ? 'idle' : undefined;
}
