import { RecordId } from '../../domain/records/ids.ts';
import { isJsonObject, type JsonObject } from '../../domain/records/json.ts';
import type { Attribution, FieldRule } from '../../domain/records/kind.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { objects, text, texts } from '../../domain/records/text.ts';
import type { Audience } from '../../domain/release/audience.ts';
import type { Passed, ReleasableRecord, ReleasedRecord, ReleasedRevision } from '../../domain/release/material.ts';
import type { RuleName } from '../../domain/release/rules.ts';
import { CANARY, type Canary, INNER, UUID } from './canaries.ts';
import { refersTo } from './referencesWithCanaries.ts';
import { freshIdOf } from './releasable.ts';
import { isStricter, labelOf, type Oracle, oracleFor } from './releaseOracle.ts';
import type { CanaryVault } from './vaultsWithCanaries.ts';

/** Something that is wrong with what came through the gate. */
export interface Fault {
  readonly says: string;
  /** The rules that it breaks: each alone would have prevented it. None where something did not go that should have. */
  readonly rules: readonly RuleName[];
}

/** What is looked at: what came through, for whom, and what it may be. */
interface Look {
  readonly vault: CanaryVault;
  readonly audience: Audience;
  readonly passed: Passed<Audience>;
  readonly oracle: Oracle;
  /** The vault's records by the ids that they have in the release; outside, by their own as well. */
  readonly sources: ReadonlyMap<string, ReleasableRecord>;
}

/** Everything that is wrong with what came through the gate: what leaked, and what should have gone and did not. */
export function faultsOf(vault: CanaryVault, audience: Audience, passed: Passed<Audience>): Fault[] {
  const oracle = oracleFor(vault, audience);
  const sources = new Map<string, ReleasableRecord>();
  for (const record of vault.records) {
    sources.set(record.id, record);
    if (oracle.outside) sources.set(freshIdOf(record.id), record);
  }
  const look: Look = { vault, audience, passed, oracle, sources };
  const faults = [
    ...shapeFaults(look),
    ...canaryFaults(look),
    ...historyFaults(look),
    ...(oracle.outside ? traceFaults(look) : nameFaults(look)),
    ...documentFaults(look),
    ...fileFaults(look),
    ...referenceFaults(look),
  ];
  return oracle.outside ? [...faults, ...gapFaults(passed)] : faults;
}

function found(pattern: RegExp, value: unknown): Set<string> {
  return new Set(JSON.stringify(value).match(pattern));
}

/** A release is what is looked at below, and nothing else. */
function shapeFaults({ passed, oracle }: Look): Fault[] {
  const known = ['kind', 'at', 'documents', 'revisions', 'fresh', 'attachments'];
  const other = Object.keys(passed).filter((key) => !known.includes(key));
  const isFresh = oracle.outside ? passed.fresh === passed.documents : passed.fresh.length === 0;
  return [...other, ...(isFresh ? [] : ['fresh'])].map((key) => ({ says: `unknown part ${key}`, rules: [] }));
}

function canaryFaults(look: Look): Fault[] {
  const { vault, audience, passed, oracle, sources } = look;
  const canaries = new Map(vault.canaries.map((one) => [one.text, one]));
  const shown = new Set<string>();
  const faults: Fault[] = [];
  for (const document of passed.documents) {
    const source = sources.get(document.id);
    for (const words of found(CANARY, document)) {
      const canary = canaries.get(words);
      if (canary === undefined || source === undefined) {
        faults.push({ says: `leaked ${words} of a history`, rules: ['history'] });
        continue;
      }
      shown.add(words);
      const rules = barsOn(canary, source, look);
      if (rules.length > 0) faults.push({ says: `leaked ${words} in ${canary.field} of ${source.kind}`, rules });
    }
  }
  for (const canary of vault.canaries) {
    if (shown.has(canary.text) || !oracle.goes(canary.record)) continue;
    const record = sources.get(canary.record);
    if (record !== undefined && canary.declared.includes(audience.kind) && barsOn(canary, record, look).length === 0) {
      faults.push({ says: `withheld ${canary.text} in ${canary.field} of ${record.kind}`, rules: [] });
    }
  }
  return faults;
}

/** The rules that keep a string out of the document of `source`. */
function barsOn(canary: Canary, source: ReleasableRecord, { audience, oracle, sources }: Look): RuleName[] {
  const record = sources.get(canary.record);
  if (record === undefined) return [];
  const rules = new Set<RuleName>();
  const { place } = canary;
  if (record !== source && place !== undefined && refersTo(source.body, place.paper, place.block)) {
    // Where something is, said by a text that refers to it.
    for (const rule of oracle.barsOf(place.paper)) rules.add(rule);
    const { placeholder } = place;
    const isShown = placeholder === undefined || (!oracle.outside && oracle.readable(place.paper, placeholder));
    if (!isShown) rules.add('portions');
    if (!canary.declared.includes(audience.kind)) rules.add(canary.by ?? 'fields');
  } else if (record !== source) {
    // The text of a portion, read at its place in a paper.
    if (oracle.outside || !oracle.readable(source.id, text(record.body.placeholder))) rules.add('portions');
  } else {
    for (const rule of oracle.barsOf(record.id)) rules.add(rule);
    if (!canary.declared.includes(audience.kind)) rules.add(canary.by ?? 'fields');
  }
  const { mark, beside, names, over } = canary;
  if (over !== undefined && oracle.outside && !over.some((id) => oracle.goes(id))) rules.add('links');
  if (mark !== undefined && audience.kind !== 'self' && isStricter(mark, labelOf(record))) rules.add('blockMarks');
  if (names !== undefined && oracle.isUnnamed(names)) rules.add('names');
  if (names !== undefined && oracle.isVeiled(names)) rules.add('pseudonyms');
  if (names !== undefined && source.kind === 'minutes' && oracle.isSpeaker(names) && oracle.isAnonymous(source)) {
    rules.add('attribution');
  }
  const { saidTo, drawn } = canary;
  if (drawn !== undefined && oracle.outside && !(drawn && audience.kind !== 'public')) rules.add('attachments');
  if (saidTo !== undefined && oracle.outside && !oracle.isAskedAmong(saidTo)) rules.add('saidTo');
  if (beside !== undefined) {
    const attribution = beside.field === 'speakers' ? ('speaker' as const) : undefined;
    for (const rule of barsOnLink(beside.party, record, oracle, attribution)) rules.add(rule);
  }
  return [...rules];
}

function barsOnLink(id: string, record: ReleasableRecord, oracle: Oracle, attribution?: Attribution): RuleName[] {
  const rules: RuleName[] = [];
  if (oracle.isUnnamed(id)) rules.push('names');
  if (oracle.isVeiled(id)) rules.push('pseudonyms');
  if (oracle.outside && !oracle.goes(id)) rules.push('links');
  const tells = attribution === 'author' || (attribution === 'speaker' && oracle.isPerson(id));
  if (tells && oracle.isAnonymous(record)) rules.push('attribution');
  return rules;
}

/** A text says where something is that it refers to, as far as that may be had; outside it tells of nothing else. */
function referenceFaults({ vault, passed, oracle, sources, audience }: Look): Fault[] {
  const faults: Fault[] = [];
  for (const document of passed.documents) {
    const source = sources.get(document.id);
    const words = JSON.stringify(document.body);
    if (oracle.outside && words.includes('not found]'))
      faults.push({ says: `trace in ${document.id}`, rules: ['links'] });
    if (words.includes('crossReference')) faults.push({ says: `untold in ${document.id}`, rules: ['nodes'] });
    if (source === undefined) continue;
    for (const { text: said, place, declared } of vault.canaries) {
      if (place === undefined || !declared.includes(audience.kind) || !refersTo(source.body, place.paper, place.block))
        continue;
      const isShown =
        place.placeholder === undefined || (!oracle.outside && oracle.readable(place.paper, place.placeholder));
      const isOther = place.block !== undefined || source.id !== place.paper;
      if (oracle.goes(place.paper) && isShown && isOther && !words.includes(said))
        faults.push({ says: `withheld ${said}, to which ${source.id} refers`, rules: [] });
    }
  }
  return faults;
}

function historyFaults({ vault, passed, oracle }: Look): Fault[] {
  const went = new Set<string>(passed.revisions.map(({ revision }) => revision.id));
  const faults: Fault[] = [];
  for (const record of vault.records) {
    for (const revision of vault.histories.get(record.id) ?? []) {
      const due = oracle.travels(record, revision);
      if (went.has(revision.id) && !due) {
        faults.push({ says: `revision leaked ${revision.id}`, rules: oracle.barsOnWay(record, revision) });
      }
      if (due && !went.has(revision.id)) faults.push({ says: `revision withheld ${revision.id}`, rules: [] });
    }
  }
  for (const { revision, line } of passed.revisions) {
    const isWhole = vault.histories.get(revision.record)?.includes(revision) && vault.lines.get(revision.id) === line;
    if (!isWhole) faults.push({ says: `revision ${revision.id} is not as it was signed`, rules: [] });
  }
  return faults;
}

/** Those who are not to be named are not named to members. */
function nameFaults({ vault, passed, oracle }: Look): Fault[] {
  const hidden = vault.records.map(({ id }) => id).filter((id) => oracle.isUnnamed(id) || oracle.isVeiled(id));
  if (hidden.length === 0) return [];
  const words = JSON.stringify({ ...passed, revisions: passed.revisions.map((one) => withoutSender(vault, one)) });
  const rulesOf = (id: string): RuleName[] => [
    ...(oracle.isUnnamed(id) ? (['names'] as const) : []),
    ...(oracle.isVeiled(id) ? (['pseudonyms'] as const) : []),
  ];
  return hidden.filter((id) => words.includes(id)).map((id) => ({ says: `named ${id}`, rules: rulesOf(id) }));
}

/** Who seals signs, and so shows who it is. */
function withoutSender({ holder }: CanaryVault, { revision }: ReleasedRevision): unknown {
  const { seat, handling, ...rest } = revision;
  const own: readonly string[] = [holder.person, holder.organisation];
  return [
    rest,
    own.includes(seat) ? '' : seat,
    { ...handling, originator: own.includes(handling.originator) ? '' : handling.originator },
  ];
}

/** Outside, no id leads back into the vault. */
function traceFaults({ vault, passed, oracle }: Look): Fault[] {
  const ids = new Set(vault.records.map(({ id }) => String(id)));
  const all = JSON.stringify(passed);
  if (all.match(INNER) === null && ![...ids].some((id) => all.includes(id))) return [];
  const idsIn = (value: unknown): string[] => [...found(UUID, value)].filter((id) => ids.has(id));
  const faults: Fault[] = [];
  const add = (id: string, ...rules: RuleName[]) => faults.push({ says: `id ${id}`, rules });
  for (const document of passed.documents) {
    const { id: own, body, ...about } = document;
    if (ids.has(own)) add(own, 'ids');
    for (const id of idsIn({ ...about, title: '' })) add(id, 'origin');
    const words = JSON.stringify(body);
    for (const id of idsIn(body)) add(id, oracle.goes(id) && !words.includes(`amberdesk:${id}`) ? 'ids' : 'links');
    for (const inner of found(INNER, document)) add(inner, 'positions');
  }
  for (const id of idsIn(passed.revisions)) add(id, 'history');
  for (const id of [...idsIn(passed.attachments), ...found(INNER, passed.attachments)]) add(id, 'attachments');
  return faults;
}

function documentFaults(look: Look): Fault[] {
  const { vault, passed, oracle, sources } = look;
  const shown = new Map(
    passed.documents.filter((one) => !isStandIn(one, look)).map((one) => [sources.get(one.id), one]),
  );
  return vault.records.flatMap((record) => {
    const document = shown.get(record);
    const says = `record ${record.kind} ${record.id}`;
    if (document === undefined) return oracle.goes(record.id) ? [{ says: `${says} withheld`, rules: [] }] : [];
    const bars = oracle.barsOf(record.id);
    return bars.length > 0 ? [{ says: `${says} leaked`, rules: bars }] : partFaults(record, document, look);
  });
}

/** What stands for somebody who appears under another name: that name, and nothing else. */
function isStandIn({ id, kind, title, body }: ReleasedRecord, { vault, oracle }: Look): boolean {
  const isOther = Object.keys(body).join() === 'name' && body.name === title && /^Person [A-Z]{3}-\d\d$/.test(title);
  return (
    isOther && kind === 'person' && vault.records.some((one) => freshIdOf(one.id) === id && oracle.hasOtherName(one.id))
  );
}

function partFaults(record: ReleasableRecord, document: ReleasedRecord, { audience, oracle, sources }: Look): Fault[] {
  const faults: Fault[] = [];
  const add = (says: string, ...rules: RuleName[]) => faults.push({ says: `${says} of ${record.kind}`, rules });
  const fields = kindOf(record.kind)?.fields ?? {};
  for (const [name, rule] of Object.entries(fields)) {
    if (!rule.release.includes(audience.kind)) {
      if (document.body[name] !== undefined) add(`field ${name}`, 'fields');
      continue;
    }
    if (rule.link) linkFaults(rule, listed(record.body[name]), listed(document.body[name]), name);
    for (const [inner, entry] of Object.entries(rule.entry ?? {})) {
      const all = (body: JsonObject) =>
        objects(body[name])
          .map((one) => text(one[inner]))
          .filter((id) => id !== '');
      const may = entry.release.includes(audience.kind);
      if (!may && all(document.body).length > 0) add(`entry ${name}/${inner}`, 'entries');
      if (may && entry.link) linkFaults(entry, all(record.body), all(document.body), `${name}/${inner}`);
    }
    const known = ['id', ...Object.keys(rule.entry ?? {})];
    for (const entry of rule.entry === undefined ? [] : objects(document.body[name])) {
      for (const inner of Object.keys(entry)) if (!known.includes(inner)) add(`entry ${name}/${inner}`, 'entries');
    }
  }
  for (const name of Object.keys(document.body)) if (!Object.hasOwn(fields, name)) add(`field ${name}`, 'fields');
  if (document.label !== labelOf(record)) add('label', 'clearance');
  const showsAuthor = document.originator !== undefined || document.written?.by !== undefined;
  if (showsAuthor && oracle.outside) add('author', 'origin');
  else if (showsAuthor && oracle.isAnonymous(record)) add('author', 'attribution');
  if (oracle.outside && document.written !== undefined) add('date', 'origin');
  return faults;

  function linkFaults({ attribution }: FieldRule, ids: string[], shown: string[], at: string): void {
    const isShown = (id: string): boolean =>
      shown.includes(id) ||
      (oracle.outside && !oracle.isVeiled(id) && shown.some((one) => sources.get(one)?.id === id));
    const standsIn = (id: string): boolean => oracle.hasOtherName(id) && shown.includes(freshIdOf(RecordId.parse(id)));
    for (const id of ids) {
      const bars = barsOnLink(id, record, oracle, attribution);
      if (isShown(id) && bars.length > 0) add(`link ${at}`, ...bars);
      if (!isShown(id) && bars.length === 0) add(`withheld link ${at}`);
    }
    for (const id of ids) {
      const isDue = oracle.hasOtherName(id) && !(attribution !== undefined && oracle.isAnonymous(record));
      if (isDue && !standsIn(id) && !isShown(id)) add(`no other name in ${at}`);
    }
    if (shown.length !== ids.filter((id) => isShown(id) || standsIn(id)).length) add(`another link ${at}`);
  }
}

function listed(value: JsonObject[string] | undefined): string[] {
  return typeof value === 'string' ? [value] : texts(value);
}

function fileFaults({ vault, audience, passed, oracle, sources }: Look): Fault[] {
  const due = new Set<string>();
  const digestsIn = (body: JsonObject) => objects(body.attachments).map((file) => text(file.sha256));
  for (const record of vault.records) {
    if (oracle.goes(record.id) && audience.kind !== 'public') for (const one of digestsIn(record.body)) due.add(one);
    for (const revision of vault.histories.get(record.id) ?? []) {
      const digests = digestsIn(revision.body);
      if (digests.length > 0 && oracle.travels(record, revision)) for (const one of digests) due.add(one);
    }
  }
  const faults: Fault[] = [];
  for (const { sha256 } of passed.attachments) {
    if (due.delete(sha256)) continue;
    const shown = passed.documents.find(({ body }) => digestsIn(body).includes(sha256));
    const sent = passed.revisions.find(({ revision }) => digestsIn(revision.body).includes(sha256))?.revision;
    const record = sources.get(shown?.id ?? sent?.record ?? '');
    // A file goes along with what leaked; alone only where nothing that goes names it.
    const bars = record && (shown ? oracle.barsOf(record.id) : sent && oracle.barsOnWay(record, sent));
    faults.push({ says: `file ${sha256}`, rules: bars === undefined ? ['attachments'] : [...bars, 'fields'] });
  }
  return [...faults, ...[...due].map((sha256): Fault => ({ says: `file withheld ${sha256}`, rules: [] }))];
}

/** Outside nothing is missing between two numbers, keys or ids. */
function gapFaults(passed: Passed<Audience>): Fault[] {
  const faults: Fault[] = [];
  const add = (says: string, rule: RuleName) => faults.push({ says, rules: [rule] });
  const isWhole = (numbers: readonly number[]): boolean =>
    [...numbers].sort((one, other) => one - other).every((number, index) => number === index + 1);
  for (const kind of ['agendaItem', 'paper']) {
    const numbers = passed.documents.filter((one) => one.kind === kind).map(({ body }) => text(body.openNumber));
    const series = numbers.filter((number) => number !== '').map((number) => Number(number.replace(/^.*O/, '')));
    if (passed.kind !== 'guest' && !isWhole(series)) add(`numbers of ${kind}: ${numbers.join()}`, 'numbering');
  }
  for (const kind of new Set(passed.documents.map((one) => one.kind))) {
    const orders = passed.documents.flatMap((one) =>
      one.kind === kind && typeof one.body.order === 'string' ? [one.body.order] : [],
    );
    if (!orders.sort().every((order, index) => order === `a${index}`)) add(`order keys ${orders.join()}`, 'positions');
  }
  for (const { id, body } of passed.documents) {
    const blocks = objects(isJsonObject(body.body) ? body.body.content : undefined);
    if (!blocks.every(({ attrs }, index) => isJsonObject(attrs) && attrs.id === `b${index + 1}`)) {
      add(`blocks of ${id}`, 'positions');
    }
    const words = JSON.stringify(blocks);
    if (words.includes('"portion"')) add(`trace in ${id}`, 'portions');
    if (words.includes('"weather"')) add(`trace in ${id}`, 'nodes');
  }
  return faults;
}
