import type { z } from 'zod';
import type { Selection } from '../../contract/exchange/calls.ts';
import type { Handling } from '../../domain/handling/handling.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { Json } from '../../domain/records/json.ts';
import { text, texts } from '../../domain/records/text.ts';
import type { Material, ReleasableRecord } from '../../domain/release/material.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';
import { sharedRevisions } from './sharedRevisions.ts';

/** What everybody needs to read anything else: who is who. */
const ALWAYS = ['network', 'organisation', 'person'];

const statementsOf = preparedOnce((sqlite) => ({
  all: sqlite.prepare<
    [],
    { id: string; kind: string; body: string; handling: string; deleted: number; conflicted: number; updated: string }
  >('SELECT id, kind, body, handling, deleted, conflicted, updated FROM record ORDER BY id'),
  named: sqlite.prepare<[], { id: string; kind: string; names: string }>(
    `SELECT id, kind, json_extract(body, '$.meeting', '$.annexOf', '$.paper', '$.record', '$.papers', '$.approves') AS names
     FROM record ORDER BY id`,
  ),
  remarked: sqlite.prepare<[], { id: string; seat: string; at: string }>(
    `SELECT record.id, revision.seat, min(revision.at) AS at FROM record JOIN revision ON revision.record = record.id
     WHERE record.kind = 'comment' AND revision.parents = '[]' GROUP BY record.id`,
  ),
}));

/**
 * Everything that bears on a release: all records as they are now, which of them are wanted, and for bundles their
 * shared revisions with the lines they travel in.
 */
export function gatherMaterial(
  vault: Vault,
  selection: z.infer<typeof Selection>,
  options: { readonly histories: boolean },
): Material {
  const records = everyRecord(vault);
  const wanted = wantedIn(vault, selection);
  if (!options.histories) return wanted ? { records, wanted } : { records };
  const { histories, lines } = sharedRevisions(vault);
  return wanted ? { records, wanted, histories, lines } : { records, histories, lines };
}

/**
 * All records, by id; comments with who first wrote them. Most have the handling that another one has, word for word.
 */
function everyRecord({ sqlite, installation }: Vault): ReleasableRecord[] {
  const remarked = new Map(
    statementsOf(sqlite)
      .remarked.all()
      .map((one) => [one.id, one]),
  );
  const writtenBy = (id: string, kind: string, updated: string): Pick<ReleasableRecord, 'written'> => {
    if (kind !== 'comment') return {};
    const first = remarked.get(id);
    // What was not shared yet was written here.
    return { written: { by: RecordId.parse(first?.seat ?? installation.seat), at: first?.at ?? updated } };
  };
  const handlings = new Map<string, Handling>();
  const handlingOf = (written: string): Handling => {
    const handling: Handling = handlings.get(written) ?? JSON.parse(written);
    handlings.set(written, handling);
    return handling;
  };
  return statementsOf(sqlite)
    .all.all()
    .map(({ id, kind, body, handling, deleted, conflicted, updated }) => ({
      id: RecordId.parse(id),
      kind,
      body: JSON.parse(body),
      handling: handlingOf(handling),
      deleted: deleted === 1,
      conflicted: conflicted === 1,
      ...writtenBy(id, kind, updated),
    }));
}

/** The ids of what was chosen; undefined for everything. */
export function wantedIn(vault: Vault, selection: z.infer<typeof Selection>): ReadonlySet<string> | undefined {
  if (selection.of === 'everything') return undefined;
  if (selection.of === 'records') return new Set<string>(selection.records);
  return ofMeeting(vault, selection.meeting);
}

/**
 * A meeting with its sessions, items and papers, annexes and portions, the minutes that it approves, and what was remarked on
 * any of them.
 */
function ofMeeting({ sqlite }: Vault, meeting: RecordId): Set<string> {
  const records = statementsOf(sqlite)
    .named.all()
    .map(({ id, kind, names }) => {
      const read: (Json | undefined)[] = JSON.parse(names);
      const [within = '', annexOf = '', paper = '', record = ''] = read.map(text);
      return { id, kind, within, annexOf, paper, record, papers: texts(read[4]), approves: text(read[5]) };
    });
  const wanted = new Set<string>([meeting]);
  const add = (belongs: (record: (typeof records)[number]) => boolean) => {
    for (const record of records) if (belongs(record)) wanted.add(record.id);
  };
  add(({ kind }) => ALWAYS.includes(kind));
  add(({ within }) => within === meeting);
  const attached = new Set(records.filter(({ id }) => wanted.has(id)).flatMap(({ papers }) => papers));
  add(({ id }) => attached.has(id));
  const approved = new Set(records.filter(({ id }) => wanted.has(id)).map(({ approves }) => approves));
  add(({ kind, within }) => kind === 'minutes' && within !== '' && approved.has(within));
  add(({ annexOf }) => wanted.has(annexOf));
  add(({ paper }) => wanted.has(paper));
  add(({ record }) => wanted.has(record));
  return wanted;
}
