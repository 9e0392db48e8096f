import type { z } from 'zod';
import type { deskCalls } from '../../contract/desk/calls.ts';
import { type AtAddressee, silences } from '../../domain/desk/reminders.ts';
import { dayOf } from '../directory/bounds.ts';
import { canBeSentTo } from '../exchange/addressees.ts';
import { listInstallations } from '../exchange/cards.ts';
import { partyOf, readGaps } from '../receipts/matrix.ts';
import { receiptsDue } from '../receipts/owed.ts';
import { readAsked } from '../receipts/requests.ts';
import { findRecord } from '../records/rows.ts';
import type { Session } from '../session.ts';
import { preparedOnce } from '../vault/preparedOnce.ts';

type Reminders = z.input<typeof deskCalls.read.output>['exchange'];
type Row = Omit<AtAddressee, 'heard'> & { readonly meeting: string | null; readonly heard: number };

const statementsOf = preparedOnce((sqlite) =>
  sqlite.prepare<[string], Row>(
    `SELECT bundle.id AS bundle, bundle_place.counterpart AS installation, purpose, bundle_place.number, created, meeting,
     receipt.bundle IS NOT NULL AS heard
     FROM bundle_place JOIN bundle ON bundle.id = bundle_place.bundle AND bundle.direction = 'out'
     LEFT JOIN receipt ON receipt.direction = 'in' AND receipt.bundle = bundle_place.bundle
       AND receipt.counterpart = bundle_place.counterpart
     WHERE bundle.sender = ?`,
  ),
);

/** What the exchange reminds a desk of: silence, gaps, requests, and receipts to be sent back. */
export function exchangeReminders({ vault, surroundings }: Session): Reminders {
  const rows = statementsOf(vault.sqlite).all(vault.installation.id);
  const meetings = new Map(rows.map(({ bundle, meeting }) => [bundle, meeting]));
  // Who was revoked or is not known any more is not waited for.
  const day = dayOf(surroundings.now());
  const inForce = listInstallations(vault).filter((one) => canBeSentTo(one, day));
  const reached = new Set<string>(inForce.map(({ installation }) => installation));
  const awaited = rows.filter(({ installation }) => reached.has(installation));
  return {
    silent: silences(
      awaited.map((row) => ({ ...row, heard: row.heard === 1 })),
      surroundings.now(),
    ).map(({ bundle, installation, purpose, days, missing }) => {
      const meeting = meetings.get(bundle) ?? '';
      const meetingTitle = meeting === '' ? '' : (findRecord(vault, meeting)?.title ?? '');
      return {
        ...partyOf(vault, installation),
        bundle,
        purpose,
        ...(meetingTitle === '' ? {} : { meetingTitle }),
        days,
        missing,
      };
    }),
    gaps: readGaps(vault).map(({ numbers, ...party }) => ({ ...party, bundles: numbers.length })),
    requests: readAsked(vault)
      .filter(({ state }) => state === 'open')
      .map(({ carrier, counterpart, at, asks }) => ({
        ...partyOf(vault, counterpart),
        carrier,
        at,
        everything: asks.everything === true,
      })),
    due: receiptsDue(vault).map(({ installation, bundles, since }) => ({
      ...partyOf(vault, installation),
      bundles,
      since,
    })),
  };
}
