import type { NamedDocument } from '../../contract/documents/calls.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { withMembership } from '../../domain/handling/circle.ts';
import { type OpenPlan, openPlan } from '../../domain/openSession/openPlan.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { Audience } from '../../domain/release/audience.ts';
import type { Release } from '../../domain/release/release.ts';
import { minuteOf } from '../context.ts';
import { readOf } from '../documents/readOf.ts';
import { readCircle } from '../records/circle.ts';
import { mentionsOf, type Read } from '../release/mentions.ts';
import { releaseFor } from '../release/releaseFor.ts';
import type { Session } from '../session.ts';
import type { Vault } from '../vault/vault.ts';
import { isSame, stateOf, type VaultState } from '../vault/vaultState.ts';

type Community = Extract<Audience, { kind: 'community' }>;

/** What the bodies in the room may see of a meeting, and how to get from the ids there to the records. */
export interface OpenRelease {
  readonly release: Release<Community>;
  readonly audience: Community;
  /** The meeting's id there. */
  readonly meeting: RecordId;
  readonly plan: OpenPlan;
  /**
   * Makes sure that in what is shown no withheld name stands that nobody has decided on: what is on the wall has left.
   * Throws `open.undecided`.
   */
  requireShowable(document: NamedDocument): void;
  /** The record that has this id there. Throws `release.withheld` for every other id. */
  recordOf(id: RecordId): RecordId;
}

interface Kept {
  readonly language: 'en' | 'fr';
  readonly state: VaultState;
  readonly minute: string;
  readonly meeting: RecordId;
  readonly made: OpenRelease;
}

/** Turning a page asks again for what was just asked for: made anew only when something in the vault changed. */
const kept = new WeakMap<Vault, Kept>();

/**
 * What is released to the open session of a meeting: to every body that is invited (¶4, ¶11). Throws
 * `open.nobody` where none is, `open.none` where they may not see the meeting or it has no open session.
 */
export function openReleaseOf(session: Session, meeting: RecordId, language: 'en' | 'fr' = 'en'): OpenRelease {
  const { vault, surroundings } = session;
  const [state, minute] = [stateOf(vault), minuteOf(surroundings.now())];
  const known = kept.get(vault);
  const isKnown = known?.meeting === meeting && known.language === language;
  if (isKnown && known.minute === minute && isSame(state, known.state)) return known.made;
  const made = makeRelease(session, meeting, language);
  kept.set(vault, { state, minute, meeting, language, made });
  return made;
}

function makeRelease(session: Session, meeting: RecordId, language: 'en' | 'fr'): OpenRelease {
  const bodies = withMembership(readCircle(session.vault), 'invited').map((body) => RecordId.parse(body));
  if (bodies.length === 0) throw new AmberdeskError('open.nobody');
  const audience: Community = { kind: 'community', bodies };
  const { release, explanation, idIn } = releaseFor(session, { of: 'everything' }, audience, 'documents', [], language);
  const there = idIn(meeting);
  if (release.documents.every(({ id }) => id !== there)) throw new AmberdeskError('open.none');
  const plan = openPlan(release, there);
  if (plan.sessions.length === 0) throw new AmberdeskError('open.none');
  const looked = new Map<string, boolean>();
  const shownOf = (document: NamedDocument): Read => {
    const read = readOf(session, document);
    if (document.what !== 'agenda' || read === 'everything') return read;
    // Papers that no item names are listed with the agenda.
    const listed = plan.papers.flatMap(({ paper }) => records.get(paper) ?? []);
    return new Map<string, readonly string[] | undefined>([...listed.map((id) => [id, ['title']] as const), ...read]);
  };
  const released = new Set<string>(release.documents.map(({ id }) => id));
  const records = new Map<string, RecordId>();
  for (const { record, goes } of explanation.records) {
    const id = RecordId.parse(record);
    if (goes && released.has(idIn(id))) records.set(idIn(id), id);
  }
  return {
    release,
    audience,
    meeting: there,
    plan,
    requireShowable(document) {
      const key = JSON.stringify(document);
      const isOpen =
        looked.get(key) ??
        mentionsOf(session, release, shownOf(document)).some(({ decision }) => decision === undefined);
      looked.set(key, isOpen);
      if (isOpen) throw new AmberdeskError('open.undecided');
    },
    recordOf(id) {
      const record = records.get(id);
      if (record === undefined) throw new AmberdeskError('release.withheld');
      return record;
    },
  };
}
