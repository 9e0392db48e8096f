import type { z } from 'zod';
import type { JoinPlan, LikelyDuplicate } from '../../../contract/records/duplicates.ts';
import { sentenceOf } from '../../../domain/errors.ts';
import { describeConflict } from '../../../domain/records/conflictWords.ts';
import { ALIASES } from '../../../domain/records/deletion.ts';
import { likelyDuplicates } from '../../../domain/records/duplicates.ts';
import type { Language } from '../../../domain/records/fieldNames.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { kindOf } from '../../../domain/records/kinds.ts';
import { compareKeys, textKey } from '../../../domain/records/sortKey.ts';
import { text, texts } from '../../../domain/records/text.ts';
import type { Session } from '../../session.ts';
import type { Vault } from '../../vault/vault.ts';
import { readCircle } from '../circle.ts';
import { keptFor } from '../kept.ts';
import { linksTo } from '../links.ts';
import { listRecords } from '../listRecords.ts';
import type { RecordView } from '../recordView.ts';
import { findRecord, type RecordRow } from '../rows.ts';
import { JOINED_KINDS, planJoining } from './joinRecords.ts';
import { toldApart } from './toldApart.ts';

type Likely = z.infer<typeof LikelyDuplicate>;

/** Likely duplicates among the persons and organisations that are here, but for those a person told apart. */
export function listDuplicates(vault: Vault): Likely[] {
  const records = JOINED_KINDS.flatMap((kind) => listRecords(vault, { kind, deleted: false }));
  const byId = new Map<string, RecordView>(records.map((record) => [record.id, record]));
  const apart = toldApart(vault);
  return likelyDuplicates(records)
    .filter(({ one, other }) => !apart.has(`${one} ${other}`))
    .flatMap(({ one, other, shared }) => {
      const [first, second] = [byId.get(one), byId.get(other)];
      if (first === undefined || second === undefined) return [];
      return [{ kind: first.kind, one: titled(first), other: titled(second), shared }];
    })
    .sort((one, other) => compareKeys(textKey(one.one.title), textKey(other.one.title)));
}

/** What joining two records would come to, as it crosses the contract. Throws what `planJoining` throws. */
export function joinPlan(
  session: Session,
  one: RecordId,
  other: RecordId,
  language: Language,
): z.input<typeof JoinPlan> {
  const { vault } = session;
  const { kept, gone, view, mark, refused } = planJoining(session, one, other);
  const madeBy = ({ originator }: RecordRow) => findRecord(vault, originator)?.title ?? '';
  const rows = new Map([kept, gone].map((row) => [row.id, row]));
  const who = (version: string) => {
    const row = rows.get(version);
    return row === undefined ? '' : madeBy(row);
  };
  const beside = (row: RecordRow) => ({
    ...titled(row),
    body: row.body,
    handling: row.handling,
    madeBy: madeBy(row),
    updated: row.updated,
    links: linksTo(vault, RecordId.parse(row.id)).length,
  });
  const names = { side: who, record: (id: string) => findRecord(vault, id)?.title };
  return {
    kind: kept.kind,
    kept: beside(kept),
    gone: beside(gone),
    joined: { body: view.body, handling: mark === undefined ? view.handling : { ...view.handling, ...mark } },
    questions: view.conflicts.map((conflict) => ({
      path: conflict.path,
      field: conflict.field,
      type: conflict.type,
      sides: conflict.sides.map(({ version, value }) => ({
        version,
        ...(value === undefined ? {} : { value }),
        who: who(version),
        at: rows.get(version)?.updated ?? '',
        own: rows.get(version)?.originator === vault.installation.organisation,
      })),
      words: describeConflict(kindOf(kept.kind), conflict, names, language).sentence,
    })),
    ...(refused === undefined ? {} : { refused: sentenceOf(refused, language) }),
    marked: countMarkedFor(vault, gone.id),
    outside: countOutside(vault, kept, gone),
  };
}

/** All records that were joined with another one. */
export function listJoined(vault: Vault) {
  const records = JOINED_KINDS.flatMap((kind) => listRecords(vault, { kind }));
  const byId = new Map<string, RecordView>(records.map((record) => [record.id, record]));
  return records
    .filter(({ deleted }) => !deleted)
    .flatMap((kept) =>
      texts(kept.body[ALIASES]).flatMap((alias) => {
        const gone = byId.get(alias);
        if (gone?.deleted !== true || keptFor(vault, alias) !== kept.id) return [];
        return [{ kind: kept.kind, kept: titled(kept), gone: titled(gone) }];
      }),
    )
    .sort((one, other) => compareKeys(textKey(one.kept.title), textKey(other.kept.title)));
}

function titled({ id, title, handling }: Pick<RecordRow, 'id' | 'title' | 'handling'>) {
  return { record: RecordId.parse(id), title, label: handling.label };
}

/** How many records name this one in their mark. */
function countMarkedFor({ sqlite }: Vault, id: string): number {
  const count = sqlite.prepare<[string], number>(
    'SELECT count(*) FROM record WHERE deleted = 0 AND instr(handling, ?) > 0',
  );
  return count.pluck().get(`"${id}"`) ?? 0;
}

/** How many persons of the body that gives way are not in the community, while the other body is invited to it. */
function countOutside(vault: Vault, kept: RecordRow, gone: RecordRow): number {
  const { community, persons } = readCircle(vault);
  if (text(kept.body.membership) !== 'invited' || community.has(gone.id)) return 0;
  return [...persons.values()].filter(({ organisation }) => organisation === gone.id).length;
}
