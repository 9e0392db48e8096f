import type { Reach } from '../../domain/adoption/standing.ts';
import { subjectDigest } from '../../domain/adoption/subjects.ts';
import { isJson, type Json, sameJson } from '../../domain/records/json.ts';
import type { SignedRevision } from '../../domain/records/revision.ts';
import { objects, text } from '../../domain/records/text.ts';
import { dayOf } from '../directory/bounds.ts';
import { canBeSentTo } from '../exchange/addressees.ts';
import { type KnownInstallation, listInstallations } from '../exchange/cards.ts';
import { heldBy } from '../receipts/held.ts';
import { findContent } from '../receipts/sealedContent.ts';
import type { RecordView } from '../records/recordView.ts';
import type { Session } from '../session.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';

const statementsOf = preparedOnce((sqlite) => ({
  lines: sqlite.prepare<[string], string>('SELECT line FROM revision WHERE record = ?').pluck(),
  sealed: sqlite
    .prepare<[string, string, string], string>(
      `SELECT DISTINCT json_extract(manifest, '$.sums') FROM bundle_place
       JOIN bundle ON bundle.id = bundle_place.bundle AND bundle.direction = 'out'
       WHERE bundle_place.counterpart = ? AND bundle.sender = ? AND bundle.created >= ? AND bundle.state = 'sealed'`,
    )
    .pluck(),
}));

/**
 * How far an adoption got with members: reached where one of a member's installations has acknowledged a bundle with the
 * adoption as it is (what was put up and until when), and with each document that is put up in it as it was put. Known at the
 * desks of whoever put it up alone: elsewhere nobody can know.
 */
export function reachOf({ vault, surroundings }: Session, adoption: RecordView): (organisation: string) => Reach {
  const own = vault.installation.organisation;
  const isOurs = adoption.handling.originator === own;
  const day = dayOf(surroundings.now());
  const installations = isOurs ? listInstallations(vault).filter((one) => canBeSentTo(one, day)) : [];
  const needed = neededRevisions(vault, adoption);
  return (organisation) => {
    if (organisation === own) return 'reached';
    if (!isOurs) return 'unknown';
    const theirs = installations.filter((one) => one.organisation === organisation);
    if (theirs.some((one) => has(heldBy(vault, one.installation).revisions, needed))) return 'reached';
    return theirs.some((one) => wasSealedFor(vault, one, adoption, needed)) ? 'sent' : 'notSent';
  };
}

/** For each thing that a member must have: the revisions of which one is enough. */
function neededRevisions(vault: Vault, { id, body }: RecordView): string[][] {
  const { lines } = statementsOf(vault.sqlite);
  // What lies here was checked when it was written.
  const read = (record: string) => lines.all(record).map((line): SignedRevision => JSON.parse(line));
  const isAsNow = (one: SignedRevision) =>
    sameJson(plain(one.body.put), plain(body.put)) && sameJson(plain(one.body.deadline), plain(body.deadline));
  const documents = objects(body.put).filter(({ words }) => text(words) === '');
  return [
    read(id).filter(isAsNow),
    ...documents.map(({ record, digest }) => read(text(record)).filter((one) => subjectDigest(one.body) === digest)),
  ].map((revisions) => revisions.map((one) => one.id));
}

const plain = (value: unknown): Json => (isJson(value) ? value : null);

function has(held: readonly (readonly string[])[], needed: readonly (readonly string[])[]): boolean {
  const all = new Set(held.flat());
  return needed.every((some) => some.some((id) => all.has(id)));
}

function wasSealedFor(vault: Vault, to: KnownInstallation, adoption: RecordView, needed: readonly string[][]): boolean {
  const opened = text(adoption.body.opened);
  return statementsOf(vault.sqlite)
    .sealed.all(to.installation, vault.installation.id, opened)
    .some((sums) => has([findContent(vault, sums)?.revisions ?? []], needed.slice(0, 1)));
}
