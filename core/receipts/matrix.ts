import type { z } from 'zod';
import type { receiptCalls } from '../../contract/exchange/receipts.ts';
import { PLACE_LIMITS, type ReceiptState } from '../../domain/exchange/receipts.ts';
import { InstallationId, RecordId } from '../../domain/records/ids.ts';
import { dayOf } from '../directory/bounds.ts';
import { canBeSentTo } from '../exchange/addressees.ts';
import { findInstallation, listInstallations } from '../exchange/cards.ts';
import { missingNumbers } from '../exchange/places.ts';
import { findRecord } from '../records/rows.ts';
import type { Session } from '../session.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';
import type { Vault } from '../vault/vault.ts';
import { ownRecalls, type RecallRow } from './recalls.ts';

type Matrix = z.input<typeof receiptCalls.matrix.output>;
type Cell = Matrix['cells'][number];
type Bundle = Matrix['bundles'][number];

interface Placed {
  readonly bundle: string;
  readonly installation: string;
  readonly number: number;
  readonly created: string;
  readonly state: ReceiptState | null;
  readonly at: string | null;
  readonly aside: number | null;
  readonly kept: number | null;
}

interface Sent {
  readonly id: string;
  readonly purpose: string;
  readonly meeting: string | null;
  readonly created: string;
  readonly records: number;
  readonly attachments: number;
}

const statementsOf = preparedOnce((sqlite) => ({
  sent: sqlite.prepare<[string], Sent>(
    `SELECT id, purpose, meeting, created, json_extract(manifest, '$.totals.records') AS records,
     json_extract(manifest, '$.totals.attachments') AS attachments
     FROM bundle WHERE direction = 'out' AND sender = ? ORDER BY created DESC, rowid DESC`,
  ),
  places: sqlite.prepare<[string], Placed>(
    `SELECT bundle_place.bundle, bundle_place.counterpart AS installation, bundle_place.number, created,
     receipt.state, receipt.at, json_extract(receipt.receipt, '$.aside') AS aside,
     json_extract(receipt.receipt, '$.kept') AS kept
     FROM bundle_place JOIN bundle ON bundle.id = bundle_place.bundle AND bundle.direction = 'out'
     LEFT JOIN receipt ON receipt.direction = 'in' AND receipt.bundle = bundle_place.bundle
       AND receipt.counterpart = bundle_place.counterpart
     WHERE bundle.sender = ? ORDER BY bundle_place.number DESC, bundle_place.counterpart`,
  ),
}));

/** Bundles that only say something have no place in the matrix of what was sent, except recalls and purges. */
const UNLISTED: readonly string[] = ['receipt', 'request'];
const DAY = 24 * 60 * 60 * 1000;

/**
 * Every bundle that this installation sealed beside everybody it was for, and where it stands there; of one meeting, or
 * all. A bundle is missing where a later one to the same addressee was acknowledged and it was not. With it the gaps in
 * the sequences of bundles from others.
 */
export function readMatrix({ vault, surroundings }: Session, meeting?: RecordId): Matrix {
  const { sent, places } = statementsOf(vault.sqlite);
  const recalls = new Map(ownRecalls(vault).map((recall) => [recall.bundle, recall]));
  const listed = sent.all(vault.installation.id).filter(({ purpose }) => !UNLISTED.includes(purpose));
  const shown = listed.filter((bundle) => meeting === undefined || bundle.meeting === meeting);
  const ids = new Set(shown.map(({ id }) => id));
  const all = places.all(vault.installation.id);
  const latest = new Map<string, number>();
  for (const { installation, number, state } of all) {
    if (state !== null) latest.set(installation, Math.max(number, latest.get(installation) ?? 0));
  }
  const cells = all
    .filter(({ bundle }) => ids.has(bundle))
    .map((place) => cellOf(place, latest.get(place.installation) ?? 0, recalls, surroundings.now()));
  return {
    addressees: addresseesOf(vault, all, cells, dayOf(surroundings.now())),
    bundles: shown.map((bundle) => bundleOf(vault, bundle, recalls.get(bundle.id))),
    cells,
    gaps: readGaps(vault),
  };
}

/** Numbers in others' sequences to this installation that did not arrive. */
export function readGaps(vault: Vault): Matrix['gaps'] {
  return listInstallations(vault).flatMap((known) => {
    const numbers = missingNumbers(vault, known.installation, PLACE_LIMITS.numbers);
    return numbers.length === 0 ? [] : [{ ...partyOf(vault, known.installation), numbers }];
  });
}

/** An installation as lists name it; what is not known is empty. */
export function partyOf(vault: Vault, installation: string) {
  const known = findInstallation(vault, installation);
  return {
    installation: InstallationId.parse(installation),
    name: known?.name ?? '',
    ...(known === undefined ? {} : { organisation: known.organisation }),
    organisationName: known?.organisationName ?? '',
  };
}

function cellOf(place: Placed, latest: number, recalls: ReadonlyMap<string, RecallRow>, now: number): Cell {
  const { bundle, number, created, state, at } = place;
  const recalled = recalls.has(bundle);
  return {
    bundle,
    installation: InstallationId.parse(place.installation),
    number,
    is: state ?? (number < latest ? 'missing' : 'sealed'),
    ...(at === null ? {} : { at }),
    days: state === null ? Math.max(0, Math.floor((now - Date.parse(created)) / DAY)) : 0,
    aside: place.aside ?? 0,
    kept: place.kept ?? 0,
    ...(recalled ? { recall: state === 'recalled' ? ('answered' as const) : ('asked' as const) } : {}),
  };
}

function bundleOf(vault: Vault, row: Sent, recall: RecallRow | undefined): Bundle {
  const { id, purpose, meeting, created, records, attachments } = row;
  const meetingTitle = meeting === null ? '' : (findRecord(vault, meeting)?.title ?? '');
  return {
    bundle: id,
    purpose,
    ...(meeting === null ? {} : { meeting: RecordId.parse(meeting) }),
    ...(meetingTitle === '' ? {} : { meetingTitle }),
    created,
    records,
    attachments,
    ...(recall === undefined ? {} : { recalled: { reason: recall.reason, at: recall.at } }),
  };
}

/** Everybody to whom one of the bundles went, and those trusted on the board to whom none did. */
function addresseesOf(vault: Vault, all: readonly Placed[], cells: readonly Cell[], day: string): Matrix['addressees'] {
  const heard = new Map<string, string>();
  for (const { installation, at } of all) {
    if (at !== null && at > (heard.get(installation) ?? '')) heard.set(installation, at);
  }
  const silent = Map.groupBy(
    cells.filter(({ at }) => at === undefined),
    ({ installation }) => String(installation),
  );
  const addressed = new Set<string>(cells.map(({ installation }) => installation));
  const members = listInstallations(vault).filter((one) => canBeSentTo(one, day) && one.role !== 'guest');
  const shown = new Set<string>([...members.map(({ installation }) => installation), ...addressed]);
  return [...shown]
    .map((installation) => {
      const last = heard.get(installation);
      return {
        ...partyOf(vault, installation),
        trust: findInstallation(vault, installation)?.trust ?? ('unverified' as const),
        ...(last === undefined ? {} : { heard: last }),
        silent: silent.get(installation)?.length ?? 0,
      };
    })
    .sort((one, other) => compare(one.organisationName, other.organisationName) || compare(one.name, other.name));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
