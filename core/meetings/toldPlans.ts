import { z } from 'zod';
import { type Circle, organisationOf } from '../../domain/handling/circle.ts';
import { ToldPlan, toldPlan } from '../../domain/meetings/told.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { findRecord } from '../records/rows.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';
import { readArrangement } from './arrangeMeeting.ts';

/** A bundle sealed here that told of a plan. */
export interface Telling {
  readonly bundle: string;
  readonly created: string;
  /** The kind of its audience, whom that names, and the organisations of its addressees. */
  readonly audience: string;
  readonly parties: readonly string[];
  readonly organisations: readonly string[];
  readonly plan: ToldPlan;
}

const Row = z.object({
  bundle: z.string(),
  created: z.string(),
  audience: z.string(),
  parties: z.string().nullable(),
  addressees: z.string(),
  plans: z.string(),
});
const Addressed = z.array(z.object({ organisation: z.string() }));
const Parties = z.array(z.string());

const statementsOf = preparedOnce((sqlite) =>
  sqlite.prepare<[string, string], z.infer<typeof Row>>(
    `SELECT id AS bundle, created, json_extract(manifest, '$.audience.kind') AS audience,
     json_extract(applied, '$.parties') AS parties, json_extract(manifest, '$.addressees') AS addressees,
     json_extract(applied, '$.plans') AS plans
     FROM bundle WHERE direction = 'out' AND sender = ? AND instr(json_extract(applied, '$.plans'), ?) > 0
     ORDER BY rowid DESC`,
  ),
);

/** What was told of a meeting's plan by the bundles that were sealed here, the latest first. */
export function tellingsOf(vault: Vault, meeting: RecordId): Telling[] {
  return statementsOf(vault.sqlite)
    .all(vault.installation.id, meeting)
    .flatMap((row) => {
      const plan = z
        .array(ToldPlan)
        .parse(JSON.parse(row.plans))
        .find((one) => one.meeting === meeting);
      if (plan === undefined) return [];
      const { bundle, created, audience } = row;
      const organisations = Addressed.parse(JSON.parse(row.addressees)).map(({ organisation }) => organisation);
      return [
        { bundle, created, audience, parties: Parties.parse(JSON.parse(row.parties ?? '[]')), organisations, plan },
      ];
    });
}

/**
 * Whether a bundle was for somebody: for an installation of theirs or of their organisation; under words, for whom it was
 * meant, or for everybody on the board.
 */
export function reaches(told: Telling, party: string, circle: Circle): boolean {
  const own = [party, organisationOf(circle, party)].filter((one) => one !== undefined);
  if (told.organisations.length > 0) return own.some((one) => told.organisations.includes(one));
  return own.some((one) => told.parties.includes(one) || (told.audience === 'board' && circle.board.has(one)));
}

/** The plan as it is now, of what somebody may know of it. Undefined for a meeting that is not here, or has no day. */
export function planNow(vault: Vault, meeting: string, isKnown: (record: RecordId) => boolean): ToldPlan | undefined {
  const id = RecordId.safeParse(meeting).data;
  const held = id === undefined ? undefined : findRecord(vault, id);
  if (id === undefined || held?.kind !== 'meeting' || held.deleted) return undefined;
  return toldPlan(readArrangement(vault, id), isKnown);
}
