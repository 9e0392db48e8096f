import type { z } from 'zod';
import type { adoptionCalls } from '../../contract/adoption/calls.ts';
import { AdoptionResult } from '../../domain/adoption/kinds.ts';
import {
  finalResult,
  hasPassed,
  refusalOf,
  type Situation,
  unreachedIn,
  warningsFor,
} from '../../domain/adoption/standing.ts';
import { adopts, subjectDigest, subjectWords } from '../../domain/adoption/subjects.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { objects, text, texts } from '../../domain/records/text.ts';
import { byOrder } from '../../domain/release/inOrder.ts';
import { minuteOf } from '../context.ts';
import type { RecordView } from '../records/recordView.ts';
import { findRecord } from '../records/rows.ts';
import type { Session } from '../session.ts';
import type { Vault } from '../vault/vault.ts';
import { answersTo, namedHere, requireAdoption, saysIn, wayOf } from './adoptionsHere.ts';
import { reachOf } from './reach.ts';
import { whenAnswered } from './whenAnswered.ts';

type Read = z.input<typeof adoptionCalls.read.output>;
type Member = Read['members'][number];

/** An adoption as a desk shows it (see `adoptionCalls.read`). Throws `record.missing`. */
export function readAdoption(session: Session, id: RecordId): Read {
  const { vault } = session;
  const view = requireAdoption(vault, id);
  const { body, handling, conflicted, deleted } = view;
  const put = objects(body.put)
    .toSorted(byOrder)
    .map((one) => putUpHere(vault, one));
  const situation = situationOf(session, view);
  const meeting = namedHere(vault, body.meeting);
  const chair = namedHere(vault, body.chair);
  const result = AdoptionResult.safeParse(body.result);
  const final = finalResult(body);
  const { organisation, role, seat } = vault.installation;
  const isSecretariat = role === 'secretariat';
  const presides = [seat, organisation].some((one) => one === body.chair);
  return {
    adoption: id,
    title: view.title,
    ...(meeting && { meeting }),
    way: wayOf(view),
    text: text(body.text),
    ...(text(body.opened) === '' ? {} : { opened: text(body.opened) }),
    ...(text(body.deadline) === '' ? {} : { deadline: text(body.deadline) }),
    zone: text(body.zone),
    passed: hasPassed(body, minuteOf(session.surroundings.now())),
    handling,
    conflicted,
    deleted,
    put,
    members: situation.members,
    unreached: unreachedIn(situation.members).map((one) => RecordId.parse(one)),
    extensions: objects(body.extensions)
      .toSorted(byOrder)
      .map(({ from, on, reason }) => ({ from: text(from), on: text(on), reason: text(reason) })),
    ...(chair && { chair }),
    ...(result.success ? { result: result.data } : {}),
    ...(final === undefined ? {} : { recorded: recordedIn(vault, body) }),
    open: final === undefined,
    mayRecord: final === undefined && !deleted && (isSecretariat || presides),
    onInstruction: isSecretariat && !presides,
    ...(texts(body.asked).includes(organisation) ? { own: organisation } : {}),
    checks: final === undefined ? checksOf(situation) : [],
  };
}

function putUpHere(vault: Vault, { record, title, digest, words }: JsonObject): Read['put'][number] {
  const id = RecordId.parse(record);
  const row = findRecord(vault, id);
  const isHere = row !== undefined && !row.deleted;
  const now = isHere ? { now: subjectWords(row.body) } : {};
  const state = !isHere
    ? ('gone' as const)
    : subjectDigest(row.body) === digest
      ? ('same' as const)
      : ('changed' as const);
  return { record: id, kind: row?.kind ?? '', title: text(title), words: text(words), ...now, state };
}

/** Everybody who is asked, and what they said; and what the rules of recording look at. */
export function situationOf(session: Session, view: RecordView): Situation & { readonly members: Member[] } {
  const { vault, surroundings } = session;
  const { body } = view;
  const answers = answersTo(vault, view.id);
  const reach = reachOf(session, view);
  const deadline = text(body.deadline);
  const members = texts(body.asked).map(
    (organisation): Member & { says?: ReturnType<typeof saysIn>; late?: boolean } => {
      const row = findRecord(vault, organisation);
      const given = answers.get(organisation);
      const named = { organisation: RecordId.parse(organisation), name: row?.title ?? '', zone: text(row?.body.zone) };
      if (given === undefined) return { ...named, reach: reach(organisation) };
      const when = whenAnswered(vault, given);
      const late = deadline !== '' && when.arrived > deadline;
      const says = saysIn(given);
      const { words, text: explanation, onBehalf } = given.body;
      const answer = {
        answer: given.id,
        says,
        words: text(words),
        text: text(explanation),
        onBehalf: text(onBehalf),
        ...when,
        late,
        conflicted: given.conflicted,
      };
      return { ...named, reach: 'answered', says, late, answer };
    },
  );
  members.sort((one, other) => one.name.localeCompare(other.name));
  const changed = objects(body.put).some((one) => {
    const row = findRecord(vault, text(one.record));
    return row !== undefined && subjectDigest(row.body) !== one.digest;
  });
  return {
    way: wayOf(view),
    passed: deadline === '' || hasPassed(body, minuteOf(surroundings.now())),
    changed,
    members,
  };
}

function checksOf(situation: Situation): Read['checks'] {
  return AdoptionResult.options.filter(adopts).map((result) => {
    const refused = refusalOf(result, situation);
    const warnings = warningsFor(result, situation).map(({ code, organisations }) => ({
      code,
      organisations: [...organisations],
    }));
    return { result, ...(refused === undefined ? {} : { refused }), warnings };
  });
}

function recordedIn(vault: Vault, body: JsonObject): NonNullable<Read['recorded']> {
  return {
    on: text(body.resultOn),
    by: namedHere(vault, body.resultBy)?.title ?? '',
    instruction: text(body.instruction),
    remark: text(body.remark),
    unreached: texts(body.unreached).flatMap((one) => namedHere(vault, one)?.title ?? []),
  };
}
