import type { z } from 'zod';
import type { Purpose as PurposeSchema, Selection as SelectionSchema } from '../../../contract/exchange/calls.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import type { Card } from '../../parts/card/CardTrust.tsx';

export type Purpose = z.output<typeof PurposeSchema>;
export type Selection = z.output<typeof SelectionSchema>;

/** For whom something is sealed: everybody on the board, those who are named, or the other desks of our own organisation. */
export interface Whom {
  readonly who: 'board' | 'organisations' | 'persons' | 'ours' | 'bodies' | 'guest';
  readonly organisations: readonly string[];
  readonly persons: readonly string[];
  /** Invited bodies: each gets a bundle of its own, in which it is named alone. */
  readonly bodies: readonly string[];
  /** A speaker, as another page asked: for one item, with these papers. */
  readonly guest?: { readonly party: string; readonly item: string; readonly papers: readonly string[] };
}

/** In which languages there are readable copies and a form for the answer, for who has not got the application. */
export type CopiesIn = 'none' | 'en' | 'fr' | 'both';

export const languagesOf = (copies: CopiesIn): readonly ('en' | 'fr')[] =>
  copies === 'none' ? [] : copies === 'both' ? ['en', 'fr'] : [copies];

export const NOBODY: Whom = { who: 'board', organisations: [], persons: [], bodies: [] };

/** What goes into it. */
export interface What {
  /** `lacking`: all that they may have and do not have yet. */
  readonly of: 'everything' | 'meeting' | 'records' | 'lacking';
  readonly meeting: string | null;
  readonly records: readonly string[];
  /** Leaves out what they have already. */
  readonly delta: boolean;
}

/** One file: for whom it is, and whose installations can open it. */
export interface Envelope {
  /** The organisation or person that it is for alone; absent where one file is for all. */
  readonly party?: string;
  readonly audience: Audience;
  readonly cards: readonly Card[];
}

/** What is selected; undefined while nothing is. */
export function selectionFor({ of, meeting, records }: What): Selection | undefined {
  if (of === 'everything' || of === 'lacking') return { of: 'everything' };
  if (of === 'meeting') return meeting === null ? undefined : { of, meeting: RecordId.parse(meeting) };
  return records.length === 0 ? undefined : { of, records: records.map((id) => RecordId.parse(id)) };
}

/** Whether it goes to somebody outside the board, who may not have the application. */
export const isForOutside = ({ who }: Whom): boolean => who === 'bodies' || who === 'guest';

/** Whether what they have already can be left out: by the receipts of members, none of which come from others. */
export const knowsWhatTheyHave = ({ who }: Whom, underWords: boolean): boolean =>
  who !== 'bodies' && who !== 'guest' && !underWords;

/** The cards of the installations of those for whom it is. `own`: our organisation. */
export function cardsFor({ who, ...named }: Whom, cards: readonly Card[], own: string | undefined): Card[] {
  const others = cards.filter(({ trust, inForce }) => trust !== 'own' && inForce);
  switch (who) {
    case 'board':
      return others.filter(({ role }) => role !== 'guest');
    case 'ours':
      return others.filter(({ organisation }) => organisation === own);
    case 'persons':
      return others.filter(({ seat }) => named.persons.includes(seat));
    case 'guest':
      return others.filter(({ seat, organisation }) => [seat, organisation].some((id) => id === named.guest?.party));
    default:
      return others.filter(({ organisation }) => named[who].includes(organisation));
  }
}

/** Whether there is a choice between one file for all and one for each. Bodies always get one each. */
export const mayDivide = ({ who, organisations, persons }: Whom): boolean =>
  who === 'board' || (who === 'organisations' && organisations.length > 1) || (who === 'persons' && persons.length > 1);

/**
 * The files to be made: one for all, or one each. `cards` are those that were chosen among `cardsFor`. Empty while nobody
 * is named.
 */
export function envelopesFor(whom: Whom, cards: readonly Card[], each: boolean, own: string | undefined): Envelope[] {
  const { who, bodies } = whom;
  const id = (party: string) => RecordId.parse(party);
  if (who === 'bodies') {
    return bodies.map((party) => ({
      party,
      audience: { kind: 'community', bodies: [id(party)] },
      cards: cards.filter(({ organisation }) => organisation === party),
    }));
  }
  if (each && mayDivide(whom)) {
    if (who === 'persons') {
      return whom.persons.map((party) => ({
        party,
        audience: { kind: 'persons', persons: [id(party)] },
        cards: cards.filter(({ seat }) => seat === party),
      }));
    }
    const parties = who === 'board' ? new Set(cards.map(({ organisation }) => organisation)) : whom.organisations;
    return [...parties].map((party) => ({
      party,
      audience: { kind: 'organisation', organisation: id(party) },
      cards: cards.filter(({ organisation }) => organisation === party),
    }));
  }
  const audience = audienceForAll(whom, own);
  return audience === undefined ? [] : [{ audience, cards }];
}

/** Everybody for whom something is made, in one file or in several: for whom it is decided what may stand in it. */
export function wholeAudience(whom: Whom, own: string | undefined): Audience | undefined {
  const [first, ...rest] = whom.bodies.map((one) => RecordId.parse(one));
  if (whom.who !== 'bodies') return audienceForAll(whom, own);
  return first === undefined ? undefined : { kind: 'community', bodies: [first, ...rest] };
}

function audienceForAll({ who, organisations, persons, guest }: Whom, own: string | undefined): Audience | undefined {
  if (who === 'board') return { kind: 'board' };
  if (who === 'guest') {
    if (guest === undefined) return undefined;
    const papers = guest.papers.map((one) => RecordId.parse(one));
    return { kind: 'guest', party: RecordId.parse(guest.party), item: RecordId.parse(guest.item), papers };
  }
  if (who === 'persons') {
    return persons.length === 0 ? undefined : { kind: 'persons', persons: persons.map((one) => RecordId.parse(one)) };
  }
  const named = who === 'ours' ? [own].filter((one) => one !== undefined) : organisations;
  const [first, ...rest] = named.map((one) => RecordId.parse(one));
  if (first === undefined) return undefined;
  return rest.length === 0
    ? { kind: 'organisation', organisation: first }
    : { kind: 'group', organisations: [first, ...rest] };
}

export const isTrusted = ({ trust }: Card): boolean => trust === 'verified' || trust === 'vouched';

/** What a bundle is for, unless the person says otherwise. */
export function usualPurpose(role: string | undefined, { who }: Whom, { of }: What): Purpose {
  if (who === 'ours') return 'delegation';
  if (who === 'guest') return 'consultation';
  if (who === 'bodies') return of === 'meeting' ? 'open-session' : 'consultation';
  if (role !== 'secretariat') return 'contribution';
  return of === 'lacking' ? 'supplement' : 'dossier';
}

/** Whom a purpose is always for; undefined where it may be for anybody. */
export function whoOfPurpose(purpose: Purpose): Whom['who'] | undefined {
  if (purpose === 'delegation') return 'ours';
  return purpose === 'open-session' ? 'bodies' : undefined;
}
