import { clearanceDigest } from '../../domain/handling/change.ts';
import type { Handling, Mark } from '../../domain/handling/handling.ts';
import type { Json, JsonObject } from '../../domain/records/json.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import type { SignedRevision } from '../../domain/records/revision.ts';
import { objects, text, texts } from '../../domain/records/text.ts';
import type { Audience } from '../../domain/release/audience.ts';
import type { ReleasableRecord } from '../../domain/release/material.ts';
import type { RuleName } from '../../domain/release/rules.ts';
import type { CanaryVault } from './vaultsWithCanaries.ts';

/** A set of ids of organisations and persons, `SELF` for this installation; or everyone there is. */
type Reach = ReadonlySet<string> | 'everyone';

/** A rule and what it keeps back. */
type Bar<T extends unknown[]> = readonly [RuleName, (...about: T) => boolean];

/**
 * Says what may go to an audience, worked out in another way than the gate does: marks and audiences are written out
 * as sets of everybody in them, and histories are walked revision by revision.
 */
export interface Oracle {
  goes(record: string): boolean;
  /** The rules that keep a record from being shown; each alone would. */
  barsOf(record: string): RuleName[];
  travels(record: ReleasableRecord, revision: SignedRevision): boolean;
  /** The rules that keep a revision from travelling. */
  barsOnWay(record: ReleasableRecord, revision: SignedRevision): RuleName[];
  readable(paper: string, placeholder: string): boolean;
  isUnnamed(id: string): boolean;
  /** Whether the audience may not know who it is: it appears under another name, or, where there is none, not at all. */
  isVeiled(id: string): boolean;
  hasOtherName(id: string): boolean;
  /** Whether a record's authors and speakers are withheld. */
  isAnonymous(record: ReleasableRecord): boolean;
  isPerson(id: string): boolean;
  /** Whether it can have said something: a body, a person, or what nobody knows. */
  isSpeaker(id: string): boolean;
  /** Whether the audience is one of these, or of their people. */
  isAskedAmong(asked: readonly string[]): boolean;
  readonly outside: boolean;
}

/** What a record goes along with only: what a comment is on and answers, what is put up, the adoption that is answered. */
const ABOVE: Readonly<Record<string, (body: JsonObject) => (JsonObject[string] | undefined)[]>> = {
  comment: ({ record, replyTo }) => [record, replyTo],
  adoption: ({ put }) => objects(put).map(({ record }) => text(record)),
  answer: ({ adoption }) => [adoption],
  decision: cameOf,
  action: cameOf,
  recommendation: cameOf,
};

/** The minutes in which it is marked and its item, where it has these. */
function cameOf({ minutes, item }: JsonObject): (Json | undefined)[] {
  return [minutes, item].filter((id) => id !== undefined);
}

export function oracleFor(vault: CanaryVault, audience: Audience): Oracle {
  const { records, holder } = vault;
  const byId = new Map(records.map((record) => [String(record.id), record]));
  const alive = records.filter((record) => !record.deleted);
  const bodies = alive.filter(({ kind }) => kind === 'organisation');
  const people = alive.filter(({ kind }) => kind === 'person');
  const known = new Set([...bodies, ...people].map(({ id }) => String(id))).add(holder.person).add(holder.organisation);
  const homeOf = (person: string): string => {
    if (person === holder.person) return holder.organisation;
    const record = people.find(({ id }) => id === person);
    return record === undefined || record.conflicted ? '' : text(record.body.organisation);
  };
  const withPeople = (ids: Iterable<string>): Set<string> => {
    const all = new Set(ids);
    for (const person of [...people.map(({ id }) => String(id)), holder.person]) {
      if (all.has(homeOf(person))) all.add(person);
    }
    return all;
  };
  const network = alive.find(({ kind, conflicted }) => kind === 'network' && !conflicted);
  const seats = (...wanted: string[]): string[] =>
    bodies
      .filter(
        ({ id, body, conflicted }) =>
          (!conflicted && wanted.includes(text(body.membership))) || id === text(network?.body.secretariat),
      )
      .map(({ id }) => id);
  const board = withPeople(seats('secretariat', 'member'));
  const community = withPeople(seats('secretariat', 'member', 'invited'));
  // While nobody is known to be on the board, it is whoever sits here.
  if (board.size === 0) for (const wide of [board, community]) wide.add('SELF');

  const reachOf = ({ label, distribution }: Mark): Reach => {
    if (distribution.to === 'installation') return new Set(['SELF']);
    const isNamed = distribution.to === 'named';
    const named = isNamed ? withPeople(distribution.organisations) : new Set<string>();
    if (isNamed) for (const person of distribution.persons) named.add(person);
    const wide: Reach = distribution.to === 'everyone' ? 'everyone' : distribution.to === 'board' ? board : community;
    switch (label) {
      case 'PRIVATE': {
        const among = isNamed ? named : wide;
        return new Set(among === 'everyone' || among.has(holder.person) || among.has('SELF') ? ['SELF'] : []);
      }
      case 'TLP:RED':
        return new Set(isNamed ? distribution.persons : []);
      case 'TLP:AMBER+STRICT':
        return isNamed && distribution.organisations.length === 1 && distribution.persons.length === 0
          ? named
          : new Set();
      case 'TLP:AMBER':
        return isNamed ? named : board;
      case 'TLP:GREEN':
        return isNamed ? named : wide === 'everyone' ? known : wide;
      case 'TLP:CLEAR':
        return isNamed ? named : wide;
    }
  };
  const parties = partiesOf(audience, vault, seats('secretariat', 'member'));
  const inReach = (mark: Mark): boolean => {
    const reach = reachOf(mark);
    if (reach === 'everyone') return true;
    const isHere = (id: string): boolean =>
      (known.has(id) && reach.has(id)) || (audience.kind === 'self' && reach.has('SELF'));
    return parties.length > 0 && parties.every(isHere);
  };
  const marksOf = ({ handling, body }: Marked): Mark[] =>
    handling.cleared !== undefined && isStale(handling, body) ? [handling, handling.cleared.otherwise] : [handling];
  const allowed = (marked: Marked): boolean => marksOf(marked).every(inReach);

  const namesItself = (id: string): boolean => parties.length > 0 && parties.every((party) => party === id);
  const hides = (record: ReleasableRecord): boolean => {
    if (!record.conflicted && record.body.doNotName !== true) return false;
    const { cleared, ...handling } = record.handling;
    return !inReach(
      record.conflicted ? { label: 'PRIVATE', distribution: { to: 'installation' } } : (cleared?.otherwise ?? handling),
    );
  };
  const unnamedBodies = new Set(
    bodies.filter((record) => hides(record) && !namesItself(record.id)).map(({ id }) => String(id)),
  );
  const unnamed = new Set(unnamedBodies);
  for (const person of people) {
    if ((unnamedBodies.has(homeOf(person.id)) || hides(person)) && !namesItself(person.id)) unnamed.add(person.id);
  }

  if (unnamedBodies.has(holder.organisation) && !namesItself(holder.person)) unnamed.add(holder.person);

  const mappingsOf = (id: string): ReleasableRecord[] =>
    alive.filter(({ kind, body }) => kind === 'pseudonym' && body.subject === id);
  const otherNamed = new Map<string, boolean>();
  for (const { id, kind, body, conflicted } of records) {
    if (kind !== 'person' || audience.kind === 'self' || namesItself(id)) continue;
    const mappings = mappingsOf(id);
    const isUnder = body.anonymity === 'pseudonym' || (conflicted && mappings.length > 0);
    const isWhole = mappings.length === 1 && mappings.every((one) => !one.conflicted);
    const isKnown = isWhole && mappings.every(({ handling }) => inReach(handling.cleared?.otherwise ?? handling));
    if (isUnder && !isKnown) otherNamed.set(id, isWhole);
  }

  const isOutsider = ['guest', 'community', 'public'].includes(audience.kind);
  const scope = audience.kind === 'guest' ? guestScope(audience, byId, homeOf) : undefined;
  const isOfOneHouse = (originator: string): boolean =>
    audience.kind === 'self' ||
    (parties.length > 0 &&
      parties.every((party) => known.has(party) && (party === originator || homeOf(party) === originator)));
  const kinds = ({ kind, handling }: Pick<ReleasableRecord, 'kind' | 'handling'>): boolean => {
    const declared = kindOf(kind);
    if (declared === undefined) return true;
    const staysWithin = declared.withinOrganisation === true && !isOfOneHouse(handling.originator);
    return declared.release.includes(audience.kind) && !staysWithin;
  };
  const lost = ({ handling, body }: Marked): boolean =>
    handling.cleared !== undefined && isStale(handling, body) && !inReach(handling.cleared.otherwise);
  const own: readonly Bar<[ReleasableRecord]>[] = [
    ['names', ({ id }) => unnamed.has(id)],
    ['pseudonyms', ({ id }) => otherNamed.has(id)],
    ['kind', (record) => !kinds(record)],
    ['distribution', ({ handling }) => !inReach(handling)],
    ['expiry', ({ handling }) => audience.kind !== 'self' && (handling.expires ?? '9') < '2027-03-03'],
    ['clearance', lost],
  ];
  const isHidden = (record: ReleasableRecord): boolean => own.some(([, keepsBack]) => keepsBack(record));
  const namesHidden = ({ kind, body }: Pick<ReleasableRecord, 'kind' | 'body'>): boolean =>
    (ONLY_WITH[kind] ?? []).some((field) => {
      const id = body[field];
      const named = byId.get(text(id));
      if (id === undefined || named === undefined) return id !== undefined && audience.kind !== 'self';
      return isOutsider ? barsOf(named.id).length > 0 : isHidden(named);
    });
  const isBarred = (record: ReleasableRecord): boolean => isHidden(record) || namesHidden(record);
  const isAdrift = (record: ReleasableRecord, below: readonly string[] = []): boolean =>
    Object.hasOwn(ABOVE, record.kind) &&
    [record, ...(vault.histories.get(record.id) ?? [])].some(({ body }) =>
      (ABOVE[record.kind]?.(body) ?? []).some((id, index) => {
        if ((id === undefined && index === 1) || below.includes(text(id))) return false;
        const above = byId.get(text(id));
        if (above === undefined) return audience.kind !== 'self';
        return isBarred(above) || isAdrift(above, [...below, record.id]);
      }),
    );
  const numbersOf = ({ kind, body }: ReleasableRecord): string[] => {
    const within = kind === 'agendaItem' ? text(body.meeting) : '';
    const given = ['meeting', 'agendaItem', 'paper', ...OUTCOMES].includes(kind) ? ['number', 'openNumber'] : [];
    return given.flatMap((field) => (body[field] === undefined ? [] : [[kind, field, within, body[field]].join()]));
  };
  const taken = new Map<string, number>();
  for (const number of alive.flatMap(numbersOf)) taken.set(number, (taken.get(number) ?? 0) + 1);
  const isTwin = (record: ReleasableRecord): boolean =>
    !record.deleted && numbersOf(record).some((number) => (taken.get(number) ?? 0) > 1);
  const everywhere: readonly Bar<[ReleasableRecord]>[] = [
    ['conflict', ({ conflicted }) => conflicted],
    ['numberTwice', isTwin],
    ...own,
    ['parties', namesHidden],
    ['comments', (record) => isAdrift(record)],
  ];
  const sessionOf = (record: ReleasableRecord): ReleasableRecord | undefined =>
    record.kind === 'session' ? record : byId.get(text(record.body.session));
  const isShut = (record: ReleasableRecord): boolean => {
    if (record.kind === 'dossier' && record.body.book !== 'open') return true;
    if (record.kind !== 'session' && record.kind !== 'agendaItem') return false;
    const session = sessionOf(record);
    return session?.kind !== 'session' || session.deleted || session.conflicted || session.body.access !== 'open';
  };
  const isOpen = audience.kind === 'community' || audience.kind === 'public';
  const labels = audience.kind === 'community' ? ['TLP:GREEN', 'TLP:CLEAR'] : ['TLP:CLEAR'];
  const shown: readonly Bar<[ReleasableRecord]>[] = [
    ['deleted', ({ deleted }) => deleted],
    ['kind', ({ kind }) => kindOf(kind) === undefined],
    ...everywhere,
    ['guestScope', ({ id, kind }) => scope !== undefined && !scope.has(id) && kind !== 'network'],
    ['openLabel', (record) => isOpen && !marksOf(record).every(({ label }) => labels.includes(label))],
    ['closedSession', (record) => isOpen && isShut(record)],
  ];
  const bars = new Map<string, RuleName[]>();
  const barsOf = (id: string): RuleName[] => {
    const record = byId.get(id);
    const known = bars.get(id) ?? (record === undefined ? [] : rulesAmong(shown, record));
    bars.set(id, known);
    return known;
  };
  const goes = (id: string): boolean => byId.has(id) && barsOf(id).length === 0;
  const readable = (paper: string, placeholder: string): boolean => {
    const portions = records.filter(({ kind, body }) => kind === 'portion' && body.placeholder === placeholder);
    return portions.length === 1 && portions.every(({ id, body }) => body.paper === paper && goes(id));
  };

  const isFlagged = (record: ReleasableRecord | undefined, depth = 0): boolean => {
    if (record === undefined || record.handling.chathamHouse || depth > 5) return true;
    if (OUTCOMES.includes(record.kind))
      return record.body.item !== undefined && isFlagged(byId.get(text(record.body.item)), depth + 1);
    const owners = { agendaItem: 'session', minutes: 'item', cue: 'record', comment: 'record', portion: 'paper' };
    const above = new Map(Object.entries(owners)).get(record.kind);
    return above !== undefined && isFlagged(byId.get(text(record.body[above])), depth + 1);
  };
  const seesAuthors = (originator: string): boolean =>
    audience.kind === 'self' ||
    (audience.kind !== 'public' &&
      parties.length > 0 &&
      parties.every((party) => known.has(party) && (party === originator || homeOf(party) === originator)));
  const isSpeaker = (id: string): boolean => ['organisation', 'person', undefined].includes(byId.get(id)?.kind);
  const saidBy = ({ kind, body }: SignedRevision): string[] =>
    kind === 'minutes' ? [...JSON.stringify(body.body).matchAll(/"record":"([^"]+)"/g)].map(([, id]) => id ?? '') : [];
  const tells = (record: ReleasableRecord, revision: SignedRevision): boolean => {
    const { handling, kind, body, seat } = revision;
    if (!(handling.chathamHouse || isFlagged(record)) || seesAuthors(record.handling.originator)) return false;
    const foreign = (id: string): boolean => id !== holder.organisation && homeOf(id) !== holder.organisation;
    const speakers = [
      ...texts(body.leads),
      ...texts(body.items),
      ...objects(body.speakers).map(({ party }) => text(party)),
    ];
    const isBody = (id: string): boolean => id === holder.organisation || bodies.some((one) => one.id === id);
    if (saidBy(revision).some((id) => isSpeaker(id) && foreign(id))) return true;
    const authors = [
      ...texts(body.from),
      ...texts(body.commissionedFrom),
      ...(kind === 'cue' ? [text(body.organisation)] : []),
    ];
    return foreign(seat) || authors.some(foreign) || speakers.some((id) => !isBody(id) && foreign(id));
  };

  const after = (record: ReleasableRecord, one: SignedRevision): SignedRevision[] =>
    (vault.histories.get(record.id) ?? [])
      .filter(({ parents }) => parents.includes(one.id))
      .flatMap((child) => [child, ...after(record, child)]);
  const isFromBefore = (record: ReleasableRecord, revision: SignedRevision): boolean => {
    const history = vault.histories.get(record.id) ?? [];
    const placeholders = (one: SignedRevision): string[] =>
      [...remembered(TEXTS, one.body, () => JSON.stringify(one.body)).matchAll(/"placeholder":"([^"]+)"/g)]
        .map(([, id]) => id ?? '')
        .filter(() => one.kind === 'paper');
    const isBefore = (placeholder: string): boolean =>
      !history.some(
        (one) => placeholders(one).includes(placeholder) && [one, ...after(record, one)].includes(revision),
      );
    return history.flatMap(placeholders).some((one) => !readable(record.id, one) && isBefore(one));
  };
  const namesSomebody = ({ body, handling, seat }: SignedRevision, among: Iterable<string>): boolean => {
    const { originator, distribution, cleared } = handling;
    const named: unknown[] = [body, distribution, cleared?.otherwise.distribution ?? null];
    if (seat !== holder.person) named.push(seat);
    if (originator !== holder.organisation) named.push(originator);
    const words = JSON.stringify(named);
    return [...among].some((id) => words.includes(id));
  };
  const onWay: readonly Bar<[ReleasableRecord, SignedRevision]>[] = [
    ['history', () => !sealsHistory(audience)],
    ...everywhere,
    ['kind', (_record, revision) => !kinds(revision)],
    ['ownHandling', (_record, revision) => !allowed(revision)],
    ['parties', (_record, revision) => namesHidden(revision)],
    ['attribution', tells],
    ['laterTightening', (record, revision) => after(record, revision).some(({ handling }) => !inReach(handling))],
    ['beforePortion', isFromBefore],
    ['blockMarks', (_record, revision) => hasStrictBlock(revision)],
    ['names', (_record, revision) => unnamed.size > 0 && namesSomebody(revision, unnamed)],
    ['pseudonyms', (_record, revision) => otherNamed.size > 0 && namesSomebody(revision, otherNamed.keys())],
  ];
  return {
    goes,
    barsOf,
    travels: (record, revision) => !onWay.some(([, keepsBack]) => keepsBack(record, revision)),
    barsOnWay: (record, revision) => rulesAmong(onWay, record, revision),
    readable,
    isUnnamed: (id) => unnamed.has(id),
    isVeiled: (id) => otherNamed.has(id),
    hasOtherName: (id) => otherNamed.get(id) === true && !unnamed.has(id),
    isAnonymous: (record) => isFlagged(record) && !seesAuthors(record.handling.originator),
    isSpeaker,
    isAskedAmong: (asked) =>
      audience.kind === 'guest' && [audience.party, homeOf(audience.party)].some((id) => asked.includes(id)),
    isPerson: (id) => id !== holder.organisation && !bodies.some((one) => one.id === id),
    outside: isOutsider,
  };

  function hasStrictBlock({ body, handling }: SignedRevision): boolean {
    return [...remembered(TEXTS, body, () => JSON.stringify(body)).matchAll(/"mark":"([^"]+)"/g)].some(([, mark]) =>
      isStricter(mark ?? '', handling.label),
    );
  }
}

/** Whether an audience gets signed histories. */
function sealsHistory(audience: Audience): boolean {
  return ['persons', 'organisation', 'group', 'board'].includes(audience.kind);
}

function rulesAmong<T extends unknown[]>(bars: readonly Bar<T>[], ...about: T): RuleName[] {
  return [...new Set(bars.filter(([, keepsBack]) => keepsBack(...about)).map(([rule]) => rule))];
}

/** By kind, the fields whose records must be known for it to go. */
const ONLY_WITH: Readonly<Record<string, readonly string[]>> = {
  participant: ['meeting', 'organisation', 'person'],
  cue: ['record'],
};

/** What comes of a meeting. */
const OUTCOMES: readonly string[] = ['decision', 'action', 'recommendation'];

const ORDER = ['PRIVATE', 'TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'];

/** Whether a block's mark is stricter than a label, or unknown. */
export function isStricter(mark: string, label: string): boolean {
  return ORDER.indexOf(mark) < ORDER.indexOf(label);
}

type Marked = Pick<ReleasableRecord, 'handling' | 'body'>;

function isStale({ cleared }: Handling, body: JsonObject): boolean {
  return cleared !== undefined && cleared.digest !== remembered(DIGESTS, body, () => clearanceDigest(body));
}

const DIGESTS = new WeakMap<object, string>();
const TEXTS = new WeakMap<object, string>();

/** What is the same for all audiences is worked out once. */
function remembered(known: WeakMap<object, string>, about: object, workOut: () => string): string {
  const before = known.get(about) ?? workOut();
  known.set(about, before);
  return before;
}

/** The label that counts: of a stale clearance the stricter one. */
export function labelOf({ handling, body }: Marked): string {
  const { label, cleared } = handling;
  return cleared && isStale(handling, body) && isStricter(cleared.otherwise.label, label)
    ? cleared.otherwise.label
    : label;
}

function partiesOf(audience: Audience, { holder }: CanaryVault, board: string[]): string[] {
  switch (audience.kind) {
    case 'self':
      return [holder.person];
    case 'persons':
      return audience.persons;
    case 'organisation':
      return [audience.organisation];
    case 'group':
      return audience.organisations;
    case 'board':
      return board;
    case 'guest':
      return [audience.party];
    case 'community':
      return audience.bodies;
    case 'public':
      return ['the public'];
  }
}

function guestScope(
  audience: Extract<Audience, { kind: 'guest' }>,
  byId: ReadonlyMap<string, ReleasableRecord>,
  homeOf: (person: string) => string,
): Set<string> {
  const listed = [audience.item, ...audience.papers, audience.party, homeOf(audience.party)];
  const of = (id: string, field: 'session' | 'meeting'): string => {
    const above = byId.get(text(byId.get(id)?.body[field]));
    return above?.kind === field ? above.id : '';
  };
  const scope = new Set([...listed, ...listed.flatMap((id) => [of(id, 'session'), of(id, 'meeting')])]);
  for (const id of [...scope]) {
    const { leads, from, chair, coChair, host, organisation, speakers } = byId.get(id)?.body ?? {};
    const parties = objects(speakers).map(({ party }) => text(party));
    for (const named of [
      ...texts(leads),
      ...texts(from),
      text(chair),
      text(coChair),
      text(host),
      text(organisation),
      ...parties,
    ]) {
      if (['organisation', 'person'].includes(byId.get(named)?.kind ?? '')) scope.add(named);
    }
  }
  for (const { id, kind, body } of byId.values()) {
    if (kind === 'dossier' && body.book === 'open' && scope.has(text(body.meeting))) scope.add(id);
  }
  return scope;
}
