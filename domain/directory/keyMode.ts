import { z } from 'zod';

/**
 * Which age keys the installations of a network have: `classic` (X25519, `age1…`), or `hybrid` (ML-KEM-768 with X25519,
 * `age1pq1…`), which keeps what is sealed today from a quantum computer of tomorrow. Never mixed.
 */
export const KeyMode = z.enum(['classic', 'hybrid']);
export type KeyMode = z.infer<typeof KeyMode>;

/** The sort of key that an age recipient is. */
export function keyModeOf(ageRecipient: string): KeyMode {
  return ageRecipient.startsWith('age1pq1') ? 'hybrid' : 'classic';
}
