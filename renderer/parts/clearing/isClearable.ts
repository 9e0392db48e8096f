import type { z } from 'zod';
import type { RecordView } from '../../../contract/records/calls.ts';
import { effectiveHandling } from '../../../domain/handling/change.ts';
import type { Mark } from '../../../domain/handling/handling.ts';

type View = Pick<z.output<typeof RecordView>, 'handling' | 'body' | 'conflicted' | 'deleted' | 'unknown'>;

/** Whether a mark keeps a record inside this one organisation. */
export function isKeptWithin({ distribution }: Mark, organisation: string | undefined): boolean {
  return (
    distribution.to === 'named' &&
    distribution.organisations.length === 1 &&
    distribution.organisations[0] === organisation &&
    distribution.persons.length === 0
  );
}

/** Whether this organisation keeps the record to itself, wrote it, and may therefore clear it for others. */
export function isClearable(view: View, organisation: string | undefined): boolean {
  const effective = effectiveHandling(view.handling, view.body);
  return (
    !view.conflicted &&
    !view.deleted &&
    !view.unknown &&
    view.handling.originator === organisation &&
    isKeptWithin(effective, organisation)
  );
}
