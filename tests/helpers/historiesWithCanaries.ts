import { RevisionId } from '../../domain/records/ids.ts';
import { isJsonObject, type Json, type JsonObject } from '../../domain/records/json.ts';
import { SignedRevision } from '../../domain/records/revision.ts';
import { objects } from '../../domain/records/text.ts';
import type { ReleasableRecord } from '../../domain/release/material.ts';
import { aFile, aParagraph, type Making, randomHandling } from './canaries.ts';

const AUTHOR = SignedRevision.shape.author.parse('a'.repeat(64));

/** One to five shared revisions, with branches and joins; the last one is what the record is now. */
export function randomHistory(making: Making, record: ReleasableRecord): SignedRevision[] {
  const { choices, mint, persons } = making;
  const history: SignedRevision[] = [];
  const length = 1 + choices.upTo(4);
  for (let index = 0; index < length; index += 1) {
    const isLast = index === length - 1;
    const body = isLast ? record.body : olderBody(making, record);
    const parents = index === 0 ? [] : choices.percent(70) ? history.slice(-1) : choices.some(history, 50);
    history.push({
      id: RevisionId.parse(mint.digest()),
      record: record.id,
      kind: record.kind,
      parents: parents.map(({ id }) => id),
      author: AUTHOR,
      seat: choices.percent(60) ? persons[0] : choices.of(persons[0], ...persons),
      at: '2027-03-01T09:00Z',
      nonce: '0'.repeat(32),
      handling: isLast || choices.percent(60) ? record.handling : randomHandling(making, body, () => mint.canary()),
      body,
      signature: 'c2lnbmVk',
    });
  }
  return history;
}

/** What the record may have been before: some placeholders fewer, words of its own, other authors and files. */
function olderBody(making: Making, record: ReleasableRecord): JsonObject {
  const { choices, mint, organisations } = making;
  const before = choices.percent(50) ? Object.entries(record.body) : Object.entries(record.body).map(reworded);
  const body: JsonObject = { ...Object.fromEntries(before), futureField: mint.canary() };
  function reworded([name, value]: readonly [string, Json]): [string, Json] {
    return [name, inOtherWords(value, mint.canary)];
  }
  if (record.kind === 'comment' && choices.percent(10)) body.record = choices.of(...organisations);
  if (record.kind === 'participant' && choices.percent(30)) body.person = choices.of(...making.persons);
  if (record.kind !== 'paper' && record.kind !== 'portion') return body;
  const attachments = [
    { id: mint.inner(), order: 'a0', name: mint.canary(), mediaType: 'text/csv', size: 2, sha256: aFile(making) },
  ];
  if (record.kind === 'portion') return { ...body, attachments };
  const kept = choices.some(isJsonObject(body.body) ? objects(body.body.content) : [], 70);
  if (choices.percent(10)) kept.push(aParagraph(making, mint.canary(), { mark: 'TLP:RED' }));
  return {
    ...body,
    body: { type: 'doc', content: [...kept, aParagraph(making, mint.canary())] },
    from: choices.some(organisations, 20),
    attachments,
  };
}

/** The same with other canaries: what stood in every field before. */
function inOtherWords(value: Json, word: () => string): Json {
  if (typeof value === 'string') return value.startsWith('canary-') ? word() : value;
  if (Array.isArray(value)) return value.map((one) => inOtherWords(one, word));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inOtherWords(inner, word)]));
}
