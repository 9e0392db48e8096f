import type { z } from 'zod';
import type { peopleCalls } from '../../contract/people/calls.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { withMembership } from '../../domain/handling/circle.ts';
import { naturalId, RecordId } from '../../domain/records/ids.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import type { Audience } from '../../domain/release/audience.ts';
import { audienceName, codeOf, namedAs, secretsOf, standInId } from '../../domain/release/pseudonyms.ts';
import { readCircle } from '../records/circle.ts';
import { createRecord } from '../records/createRecord.ts';
import { editRecord, restoreRecord } from '../records/editRecord.ts';
import { hasRecord, readRecord } from '../records/recordView.ts';
import { inTransaction } from '../records/transaction.ts';
import type { Session } from '../session.ts';

type Language = 'en' | 'fr';
type OtherNames = z.output<(typeof peopleCalls)['pseudonym']['output']>;

/**
 * Lets somebody appear under other names. The mapping is born for this organisation alone; the stand-in with the mark that
 * new records have. Throws `record.missing`, `record.kind` where such records have no other names, and what editing throws.
 */
export function hideName(session: Session, { record, language }: { record: RecordId; language: Language }) {
  const { vault, surroundings } = session;
  return inTransaction(session, (changed) => {
    const view = readRecord(vault, record);
    if (kindOf(view.kind)?.anonymity === undefined) throw new AmberdeskError('record.kind', { kind: view.kind });
    if (view.body.anonymity !== 'pseudonym') editRecord(session, record, { anonymity: 'pseudonym' });
    const mapping = mappingOf(record);
    if (!hasRecord(vault, mapping)) {
      const secret = Buffer.from(surroundings.randomBytes(32)).toString('hex');
      createRecord(session, 'pseudonym', { subject: record, secrets: [secret] });
    } else if (readRecord(vault, mapping).deleted) restoreRecord(session, mapping);
    const [secret = ''] = secretsOf(readRecord(vault, mapping));
    const standIn = standInId(secret);
    const { name } = kindOf(view.kind)?.anonymity ?? { name: 'name' };
    const board = namedAs(view.kind, codeOf(secret, 'board'), language);
    if (!hasRecord(vault, standIn)) createRecord(session, view.kind, { [name]: board }, { id: standIn });
    else if (readRecord(vault, standIn).deleted) restoreRecord(session, standIn);
    changed.add(record).add(mapping).add(standIn);
    return { mapping, standIn };
  });
}

/** Shows somebody under their own name again. What the names were made of stays, so that they can still be told. */
export function showName(session: Session, record: RecordId): { record: RecordId } {
  if (readRecord(session.vault, record).body.anonymity === 'pseudonym') {
    editRecord(session, record, { anonymity: null });
  }
  return { record };
}

/** The other names of somebody, as far as what they are made of is here. Throws `record.missing`. */
export function otherNames(
  { vault }: Session,
  { record, language }: { record: RecordId; language: Language },
): OtherNames {
  const view = readRecord(vault, record);
  const known = kindOf(view.kind)?.anonymity !== undefined;
  const id = mappingOf(record);
  const mapping = hasRecord(vault, id) ? readRecord(vault, id) : undefined;
  const [secret] = mapping === undefined || mapping.deleted || mapping.conflicted ? [] : secretsOf(mapping);
  const status = {
    under: view.body.anonymity === 'pseudonym',
    possible: known && !view.deleted,
    mayLift: view.originator === vault.installation.organisation,
    names: [],
  };
  if (mapping === undefined || secret === undefined) return status;
  const circle = readCircle(vault);
  const names = [...audiences(circle)].flatMap(({ audience, party }) => {
    const name = namedAs(view.kind, codeOf(secret, audienceName(audience)), language);
    const about = party === undefined ? {} : named(vault, party);
    return audience.kind === 'board' || audience.kind === 'community' || about.partyName !== undefined
      ? [{ audience: audience.kind, name, ...about }]
      : [];
  });
  const standIn = standInId(secret);
  return {
    ...status,
    mapping: mapping.id,
    names,
    ...(hasRecord(vault, standIn) ? { standIn: { record: standIn, name: readRecord(vault, standIn).title } } : {}),
  };
}

type Shown = {
  audience: Extract<Audience, { kind: 'board' | 'community' | 'organisation' | 'guest' }>;
  party?: string;
};

function* audiences(circle: ReturnType<typeof readCircle>): Generator<Shown> {
  const nobody = RecordId.parse('00000000-0000-4000-8000-000000000000');
  yield { audience: { kind: 'board' } };
  yield { audience: { kind: 'community', bodies: [nobody] } };
  for (const party of circle.board)
    yield { audience: { kind: 'organisation', organisation: RecordId.parse(party) }, party };
  for (const party of withMembership(circle, 'invited')) {
    yield { audience: { kind: 'guest', party: RecordId.parse(party), item: nobody, papers: [] }, party };
  }
}

function named(vault: Session['vault'], party: string): { party?: RecordId; partyName?: string } {
  const id = RecordId.parse(party);
  return hasRecord(vault, id) ? { party: id, partyName: readRecord(vault, id).title } : {};
}

/** The id of the record that the names of a record are made of: two desks that never met make the same one. */
function mappingOf(record: RecordId): RecordId {
  return naturalId('pseudonym', record);
}
