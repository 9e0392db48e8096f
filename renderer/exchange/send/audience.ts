import type { z } from 'zod';
import type { Purpose as PurposeSchema, Selection as SelectionSchema } from '../../../contract/exchange/calls.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import type { Card } from '../../parts/card/CardTrust.tsx';

export type Purpose = z.output<typeof PurposeSchema>;
export type Selection = z.output<typeof SelectionSchema>;

/** For whom a bundle is: everybody on the board, or those who are named. */
export interface Whom {
  readonly who: 'board' | 'organisations' | 'persons' | 'body';
  readonly organisations: readonly string[];
  readonly persons: readonly string[];
  /** An invited body gets a bundle of its own, in which it is named alone. */
  readonly body: string | null;
}

/** What goes into it. */
export interface What {
  readonly of: 'everything' | 'meeting' | 'records';
  readonly meeting: string | null;
  readonly records: readonly string[];
}

/** The audience that the gate is asked for; undefined while nobody is named. */
export function audienceFor({ who, organisations, persons, body }: Whom): Audience | undefined {
  switch (who) {
    case 'board':
      return { kind: 'board' };
    case 'organisations': {
      const [first, ...rest] = organisations.map((id) => RecordId.parse(id));
      if (first === undefined) return undefined;
      return rest.length === 0
        ? { kind: 'organisation', organisation: first }
        : { kind: 'group', organisations: [first, ...rest] };
    }
    case 'persons':
      return persons.length === 0 ? undefined : { kind: 'persons', persons: persons.map((id) => RecordId.parse(id)) };
    case 'body':
      return body === null ? undefined : { kind: 'community', bodies: [RecordId.parse(body)] };
  }
}

/** What is selected; undefined while nothing is. */
export function selectionFor({ of, meeting, records }: What): Selection | undefined {
  if (of === 'everything') return { of };
  if (of === 'meeting') return meeting === null ? undefined : { of, meeting: RecordId.parse(meeting) };
  return records.length === 0 ? undefined : { of, records: records.map((id) => RecordId.parse(id)) };
}

/** The cards of the installations of those for whom the bundle is. */
export function cardsFor({ who, organisations, persons, body }: Whom, cards: readonly Card[]): Card[] {
  const others = cards.filter(({ trust }) => trust !== 'own');
  switch (who) {
    case 'board':
      return others.filter(({ role }) => role !== 'guest');
    case 'organisations':
      return others.filter(({ organisation }) => organisations.includes(organisation));
    case 'persons':
      return others.filter(({ seat }) => persons.includes(seat));
    case 'body':
      return others.filter(({ organisation }) => organisation === body);
  }
}

export const isTrusted = ({ trust }: Card): boolean => trust === 'verified' || trust === 'vouched';

/** What a bundle is for, unless the person says otherwise. */
export function usualPurpose(role: string | undefined, { who }: Whom, { of }: What): Purpose {
  if (who === 'body') return of === 'meeting' ? 'open-session' : 'consultation';
  return role === 'secretariat' ? 'dossier' : 'contribution';
}

/** A name that says nothing of what is inside or for whom. */
export const usualFileName = (): string => `amberdesk-${Temporal.Now.plainDateISO().toString()}.amber`;

/** With the ending that a bundle has. */
export function asFileName(typed: string): string {
  const name = typed.trim();
  if (name === '') return usualFileName();
  return name.toLowerCase().endsWith('.amber') ? name : `${name}.amber`;
}
