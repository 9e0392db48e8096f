import { RecordId } from '../../domain/records/ids.ts';
import { isJsonObject, type JsonObject } from '../../domain/records/json.ts';
import { objects, text, texts } from '../../domain/records/text.ts';
import type { Audience } from '../../domain/release/audience.ts';
import type { Passed, ReleasableRecord, ReleasedRecord, ReleasedRevision } from '../../domain/release/material.ts';
import { CANARY, type Canary, INNER, UUID } from './canaries.ts';
import { freshIdOf } from './releasable.ts';
import { isStricter, labelOf, type Oracle, oracleFor } from './releaseOracle.ts';
import type { CanaryVault } from './vaultsWithCanaries.ts';

/** Everything that is wrong with what came through the gate: what leaked, and what should have gone and did not. */
export function faultsOf(vault: CanaryVault, audience: Audience, passed: Passed<Audience>): string[] {
  const oracle = oracleFor(vault, audience);
  const faults = [
    ...canaryFaults(vault, audience, passed, oracle),
    ...historyFaults(vault, audience, passed, oracle),
    ...idFaults(vault, passed, oracle),
    ...documentFaults(vault, passed, oracle),
    ...fileFaults(vault, audience, passed, oracle),
  ];
  return oracle.outside ? [...faults, ...gapFaults(passed)] : faults;
}

function found(pattern: RegExp, value: unknown): Set<string> {
  return new Set(JSON.stringify(value).match(pattern));
}

function canaryFaults(vault: CanaryVault, audience: Audience, passed: Passed<Audience>, oracle: Oracle): string[] {
  const byId = new Map(vault.records.map((record) => [record.id, record]));
  const shown = found(CANARY, passed.documents);
  const due = new Set(
    vault.canaries.filter((one) => isDue(one, byId.get(one.record), audience, oracle)).map(({ text: words }) => words),
  );
  const travelled = found(
    CANARY,
    [...vault.histories].flatMap(([id, history]) => {
      const record = vault.records.find((one) => one.id === id);
      return record === undefined || !sealsHistory(audience)
        ? []
        : history.filter((one) => oracle.travels(record, one));
    }),
  );
  const anywhere = found(CANARY, { ...passed, documents: [] });
  return [
    ...[...shown].filter((one) => !due.has(one)).map((one) => `leaked ${one}`),
    ...[...due].filter((one) => !shown.has(one)).map((one) => `withheld ${one}`),
    ...[...anywhere]
      .filter((one) => !due.has(one) && !travelled.has(one))
      .map((one) => `leaked outside documents ${one}`),
  ];
}

function isDue(canary: Canary, record: ReleasableRecord | undefined, audience: Audience, oracle: Oracle): boolean {
  if (record === undefined || !oracle.goes(record.id) || !canary.declared.includes(audience.kind)) return false;
  const { mark, beside, names } = canary;
  if (mark !== undefined && audience.kind !== 'self' && isStricter(mark, labelOf(record))) return false;
  if (names !== undefined && oracle.isUnnamed(names)) return false;
  return beside === undefined || isLinkShown(beside.party, record, oracle, 'speaker');
}

function isLinkShown(
  id: string,
  record: ReleasableRecord,
  oracle: Oracle,
  attribution?: 'author' | 'speaker',
): boolean {
  if (oracle.isUnnamed(id) || (oracle.outside && !oracle.goes(id))) return false;
  if (attribution === undefined || !oracle.isAnonymous(record)) return true;
  return attribution === 'speaker' && !oracle.isPerson(id);
}

function sealsHistory(audience: Audience): boolean {
  return ['persons', 'organisation', 'group', 'board'].includes(audience.kind);
}

function historyFaults(vault: CanaryVault, audience: Audience, passed: Passed<Audience>, oracle: Oracle): string[] {
  const due = new Set<string>();
  if (sealsHistory(audience)) {
    for (const record of vault.records) {
      for (const one of vault.histories.get(record.id) ?? []) if (oracle.travels(record, one)) due.add(one.id);
    }
  }
  const went = new Set<string>(passed.revisions.map(({ revision }) => revision.id));
  return [
    ...[...went].filter((one) => !due.has(one)).map((one) => `revision leaked ${one}`),
    ...[...due].filter((one) => !went.has(one)).map((one) => `revision withheld ${one}`),
    ...passed.revisions
      .filter(({ revision, line }) => JSON.parse(line).id !== revision.id)
      .map(() => 'line of another revision'),
  ];
}

function idFaults(vault: CanaryVault, passed: Passed<Audience>, oracle: Oracle): string[] {
  if (!oracle.outside) {
    const named = [...found(UUID, { ...passed, revisions: passed.revisions.map((one) => withoutSender(vault, one)) })];
    return named.filter(oracle.isUnnamed).map((id) => `named ${id}`);
  }
  const all = found(UUID, passed);
  const inner = [...found(INNER, passed)];
  return [...vault.records.map(({ id }) => String(id)).filter((id) => all.has(id)), ...inner].map((id) => `id ${id}`);
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

const LINKS: Readonly<Record<string, 'author' | 'speaker' | undefined>> = {
  leads: 'speaker',
  from: 'author',
  papers: undefined,
  session: undefined,
  meeting: undefined,
  organisation: undefined,
  chair: undefined,
  secretariat: undefined,
};

function documentFaults(vault: CanaryVault, passed: Passed<Audience>, oracle: Oracle): string[] {
  const released = new Map<string, ReleasedRecord>(passed.documents.map((one) => [one.id, one]));
  return vault.records.flatMap((record) => {
    const document = released.get(oracle.outside ? freshIdOf(record.id) : record.id);
    if (oracle.goes(record.id) !== (document !== undefined)) return [`record ${record.kind} ${record.id}`];
    return document === undefined ? [] : partFaults(record, document, oracle);
  });
}

function partFaults(record: ReleasableRecord, document: ReleasedRecord, oracle: Oracle): string[] {
  const faults: string[] = [];
  const expected = (ids: readonly string[], attribution?: 'author' | 'speaker'): string[] =>
    ids.filter((id) => isLinkShown(id, record, oracle, attribution)).map((id) => (oracle.outside ? freshOf(id) : id));
  const listed = (value: JsonObject[string] | undefined): string[] =>
    typeof value === 'string' ? [value] : texts(value);
  for (const [field, attribution] of Object.entries(LINKS)) {
    const is = listed(document.body[field]).join();
    if (is !== expected(listed(record.body[field]), attribution).join())
      faults.push(`links of ${field} in ${record.id}`);
  }
  const speakers = objects(document.body.speakers).map(({ party }) => text(party));
  const due = expected(
    objects(record.body.speakers).map(({ party }) => text(party)),
    'speaker',
  );
  if (record.kind === 'agendaItem' && isSpeakersDeclared(document, oracle) && speakers.join() !== due.join()) {
    faults.push(`speakers of ${record.id}`);
  }
  if (document.label !== labelOf(record)) faults.push(`label of ${record.id}`);
  const showsAuthor = document.originator !== undefined || document.written?.by !== undefined;
  if (showsAuthor && (oracle.outside || oracle.isAnonymous(record))) faults.push(`author of ${record.id}`);
  if (oracle.outside && document.written !== undefined) faults.push(`date of ${record.id}`);
  return faults;
}

function isSpeakersDeclared(document: ReleasedRecord, oracle: Oracle): boolean {
  return !oracle.outside || document.body.speakers !== undefined;
}

function freshOf(id: string): string {
  return freshIdOf(RecordId.parse(id));
}

function fileFaults(vault: CanaryVault, audience: Audience, passed: Passed<Audience>, oracle: Oracle): string[] {
  const due = new Set<string>();
  for (const record of vault.records) {
    const shows = oracle.goes(record.id) && audience.kind !== 'public';
    if (shows) for (const file of objects(record.body.attachments)) due.add(text(file.sha256));
    if (!sealsHistory(audience)) continue;
    for (const one of vault.histories.get(record.id) ?? []) {
      if (oracle.travels(record, one)) for (const file of objects(one.body.attachments)) due.add(text(file.sha256));
    }
  }
  const went = passed.attachments.map(({ sha256 }) => sha256);
  if (went.length === due.size && went.every((one) => due.has(one))) return [];
  return ['attachments'];
}

/** Outside nothing is missing between two numbers, keys or ids. */
function gapFaults(passed: Passed<Audience>): string[] {
  const faults: string[] = [];
  const isWhole = (numbers: readonly number[]): boolean =>
    [...numbers].sort((one, other) => one - other).every((number, index) => number === index + 1);
  for (const kind of ['agendaItem', 'paper']) {
    const numbers = passed.documents.filter((one) => one.kind === kind).map(({ body }) => text(body.openNumber));
    const series = numbers.filter((number) => number !== '').map((number) => Number(number.replace(/^.*O/, '')));
    if (passed.kind !== 'guest' && !isWhole(series)) faults.push(`numbers of ${kind}: ${numbers.join()}`);
  }
  const orders = passed.documents.flatMap(({ body }) => (typeof body.order === 'string' ? [body.order] : []));
  if (!orders.sort().every((order, index) => order === `a${index}`)) faults.push(`order keys ${orders.join()}`);
  for (const { id, body } of passed.documents) {
    const blocks = objects(isJsonObject(body.body) ? body.body.content : undefined);
    if (!blocks.every(({ attrs }, index) => isJsonObject(attrs) && attrs.id === `b${index + 1}`))
      faults.push(`blocks of ${id}`);
    if (/"(portion|weather)"/.test(JSON.stringify(blocks))) faults.push(`trace in ${id}`);
  }
  return faults;
}
