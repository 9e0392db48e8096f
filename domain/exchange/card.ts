import { z } from 'zod';
import { RecordId } from '../records/ids.ts';
import { Minute } from '../records/revision.ts';

export const Role = z.enum(['secretariat', 'member', 'guest']);
export type Role = z.infer<typeof Role>;

/** What a card says and its signature covers: the public half of an installation. */
export const CardContent = z.strictObject({
  amberdesk: z.literal('card'),
  format: z.literal(1),
  name: z.string().min(1).max(200),
  organisation: RecordId,
  organisationName: z.string().min(1).max(200),
  /** The person whose seat the installation is. */
  seat: RecordId,
  role: Role,
  /** As in an OpenSSH public key file, without comment: `ssh-ed25519 AAAA…`. */
  signingKey: z.string().regex(/^ssh-ed25519 [A-Za-z0-9+/]{68}$/),
  /** `age1…`, or `age1pq1…` for a post-quantum hybrid. */
  ageRecipient: z
    .string()
    .regex(/^age1[a-z0-9]+$/)
    .max(4096),
  created: Minute,
});
export type CardContent = z.infer<typeof CardContent>;

/** A card (`*.ambercard`): its content, self-signed (armoured SSHSIG over the canonical JSON of the content). */
export const Card = CardContent.extend({ signature: z.string().max(1024) });
export type Card = z.infer<typeof Card>;

/**
 * How far an installation is trusted here. `verified`: somebody compared the digits with the holder in person; never
 * overridden. `vouched`: the Secretariat's bundle carried the card.
 */
export const Trust = z.enum(['unverified', 'verified', 'vouched', 'revoked']);
export type Trust = z.infer<typeof Trust>;

/** How the digits of a card were compared with its holder. */
export const VerifiedHow = z.enum(['inPerson', 'telephone', 'video']);
export type VerifiedHow = z.infer<typeof VerifiedHow>;

/** Whether bundles may be sealed to, and opened from, an installation of this trust. */
export function isTrusted(trust: Trust): boolean {
  return trust === 'verified' || trust === 'vouched';
}
