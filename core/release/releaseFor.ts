import type { z } from 'zod';
import type { Selection } from '../../contract/exchange/calls.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { SignedRevision } from '../../domain/records/revision.ts';
import type { Audience } from '../../domain/release/audience.ts';
import { type Explanation, explanationOf } from '../../domain/release/explain.ts';
import { explanationOfLack, type Lack } from '../../domain/release/lacking.ts';
import { type Circumstances, isOutside, type Material } from '../../domain/release/material.ts';
import { type Release, release, withoutHeld, withoutRecords } from '../../domain/release/release.ts';
import { minuteOf } from '../context.ts';
import { readCircle } from '../records/circle.ts';
import type { Session } from '../session.ts';
import { gatherAround } from './gatherAround.ts';
import { gatherMaterial, wantedIn } from './gatherMaterial.ts';
import { mintedIds } from './mintedIds.ts';
import { withAhead } from './sharedAhead.ts';
import { unmentioned } from './unmentioned.ts';

/** What came through the gate for one audience, why the rest did not, and what its records are called there. */
export interface Outcome<A extends Audience> {
  readonly release: Release<A>;
  readonly explanation: Explanation;
  /** The id that a record has in the release: its own for members, a minted one outside the board. */
  idIn(record: RecordId): RecordId;
}

/**
 * Lays what was selected from the vault before the gate, as it stands now; `ahead`: with revisions that are not shared
 * yet, to be explained only; `language`: in which somebody is named who appears under another name.
 */
export function releaseFor<A extends Audience>(
  session: Session,
  selection: z.infer<typeof Selection>,
  audience: A,
  product: 'documents' | 'revisions',
  ahead: readonly SignedRevision[] = [],
  language: 'en' | 'fr' = 'en',
): Outcome<A> {
  const material = withAhead(materialFor(session.vault, selection, audience, product), ahead);
  const outcome = outcomeOf(session, material, audience, product, language);
  if (!isOutside(audience.kind) || selection.of !== 'meeting') return outcome;
  const { release: whole, explanation, idIn } = outcome;
  const left = unmentioned(whole.documents, idIn, audience);
  const records = explanation.records.filter(({ record }) => !left.has(idIn(RecordId.parse(record))));
  return { release: withoutRecords(whole, left), explanation: explanationOf(audience.kind, records), idIn };
}

/**
 * What somebody lacks of what was selected: the gate decides first, then what they have is left out. The same as the
 * whole of it without what they have, but only the records of which something is lacking are laid before the gate. For
 * the board's own people: throws `bundle.noReceipts` for others.
 */
export function releaseLacking<A extends Audience>(
  session: Session,
  selection: z.infer<typeof Selection>,
  audience: A,
  lack: Lack,
  ahead: readonly SignedRevision[] = [],
): Outcome<A> {
  if (isOutside(audience.kind) || audience.kind === 'self') throw new AmberdeskError('bundle.noReceipts');
  const material = withAhead(gatherAround(session.vault, lackingAmong(session, selection, lack)), ahead);
  const whole = outcomeOf(session, material, audience, 'revisions');
  const narrowed = withoutHeld(whole.release, lack);
  return {
    ...whole,
    release: narrowed,
    explanation: explanationOfLack(whole.explanation, narrowed.revisions, lack),
  };
}

/**
 * What the gate looks at. For signed histories of less than everything that is what bears on them; outside the board and
 * in print no history is read, since none goes.
 */
function materialFor(
  vault: Session['vault'],
  selection: z.infer<typeof Selection>,
  audience: Audience,
  product: 'documents' | 'revisions',
): Material {
  const sealsHistory = product === 'revisions' && !isOutside(audience.kind) && audience.kind !== 'self';
  const wanted = sealsHistory ? wantedIn(vault, selection) : undefined;
  return wanted === undefined
    ? gatherMaterial(vault, selection, { histories: sealsHistory })
    : gatherAround(vault, wanted);
}

function lackingAmong(
  { vault }: Session,
  selection: z.infer<typeof Selection>,
  { records }: Lack,
): ReadonlySet<string> {
  return wantedIn(vault, selection)?.intersection(records) ?? records;
}

function outcomeOf<A extends Audience>(
  { vault, surroundings }: Session,
  material: Material,
  audience: A,
  product: NonNullable<Circumstances['product']>,
  language: 'en' | 'fr' = 'en',
): Outcome<A> {
  const mint = mintedIds(vault, audience);
  const circumstances = { at: minuteOf(surroundings.now()), circle: readCircle(vault), mint, product, language };
  const made = release(material, audience, circumstances);
  return { ...made, idIn: (record) => (isOutside(audience.kind) ? mint(record) : record) };
}
