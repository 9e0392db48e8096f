import { effectiveHandling } from '../../domain/handling/change.ts';
import type { Circle } from '../../domain/handling/circle.ts';
import { audienceParties, markCoversAll } from '../../domain/handling/covers.ts';
import type { Handling } from '../../domain/handling/handling.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { Audience } from '../../domain/release/audience.ts';
import type { ReleasableRecord } from '../../domain/release/material.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly body: string;
  readonly handling: string;
  readonly deleted: number;
  readonly conflicted: number;
}

const COLUMNS = 'id, kind, body, handling, deleted, conflicted';

const statementsOf = preparedOnce((sqlite) => ({
  parties: sqlite.prepare<[], Row>(
    `SELECT ${COLUMNS} FROM record WHERE kind IN ('network', 'organisation', 'person', 'pseudonym') ORDER BY id`,
  ),
  handlings: sqlite
    .prepare<[], string>("SELECT DISTINCT handling FROM record WHERE kind IN ('meeting', 'agendaItem', 'paper')")
    .pluck(),
  marked: sqlite.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM record
     WHERE kind IN ('meeting', 'agendaItem', 'paper') AND handling IN (SELECT value FROM json_each(?)) ORDER BY id`,
  ),
  titled: sqlite.prepare<[string], { id: string; kind: string; title: string }>(
    `SELECT id, kind, title FROM record
     WHERE kind IN ('meeting', 'agendaItem', 'paper') AND handling NOT IN (SELECT value FROM json_each(?))`,
  ),
}));

/** What is called something, as far as it bears on which names an audience of members may know. */
export interface NamedMaterial {
  /** Bodies and persons with what their other names are made of, and what else has a mark that may keep it from the audience. */
  readonly records: readonly ReleasableRecord[];
  /** The titles of all else, which the audience may have. */
  titles(): readonly string[];
}

/**
 * The same names as from all records, of which most are told by their marks alone: titles of what the audience may have
 * are read without what they stand on.
 */
export function namedMaterial(vault: Vault, audience: Audience, circle: Circle): NamedMaterial {
  const { parties, handlings, marked, titled } = statementsOf(vault.sqlite);
  const people = audienceParties(audience, circle);
  const strict = handlings.all().filter((written) => {
    const handling: Handling = JSON.parse(written);
    return handling.cleared !== undefined || !markCoversAll(effectiveHandling(handling, {}), people, circle);
  });
  const list = JSON.stringify(strict);
  const records = [...parties.all(), ...(strict.length === 0 ? [] : marked.all(list))].map(recordOf);
  return { records, titles: () => titled.all(list).map(({ title }) => title) };
}

function recordOf({ id, kind, body, handling, deleted, conflicted }: Row): ReleasableRecord {
  return {
    id: RecordId.parse(id),
    kind,
    body: JSON.parse(body),
    handling: JSON.parse(handling),
    deleted: deleted === 1,
    conflicted: conflicted === 1,
  };
}
