import type { z } from 'zod';
import type { Selection } from '../../contract/exchange/calls.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { Audience } from '../../domain/release/audience.ts';
import type { Explanation } from '../../domain/release/explain.ts';
import { isOutside } from '../../domain/release/material.ts';
import { type Release, release } from '../../domain/release/release.ts';
import { minuteOf } from '../context.ts';
import { readCircle } from '../records/circle.ts';
import type { Session } from '../session.ts';
import { gatherMaterial } from './gatherMaterial.ts';
import { mintedIds } from './mintedIds.ts';

/** What came through the gate for one audience, why the rest did not, and what its records are called there. */
export interface Outcome<A extends Audience> {
  readonly release: Release<A>;
  readonly explanation: Explanation;
  /** The id that a record has in the release: its own for members, a minted one outside the board. */
  idIn(record: RecordId): RecordId;
}

/** Lays what was selected from the vault before the gate, as it stands now. */
export function releaseFor<A extends Audience>(
  session: Session,
  selection: z.infer<typeof Selection>,
  audience: A,
  product: 'documents' | 'revisions',
): Outcome<A> {
  const { vault, surroundings } = session;
  const mint = mintedIds(vault, audience);
  const made = release(gatherMaterial(vault, selection, { histories: product === 'revisions' }), audience, {
    at: minuteOf(surroundings.now()),
    circle: readCircle(vault),
    mint,
    product,
  });
  return { ...made, idIn: (record) => (isOutside(audience.kind) ? mint(record) : record) };
}
