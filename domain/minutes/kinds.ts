import { z } from 'zod';
import { CalendarDate, Order } from '../meetings/kinds.ts';
import { RichText } from '../papers/richText.ts';
import { RecordId } from '../records/ids.ts';
import { keyedList, MEMBERS, type RecordKind, richText, scalar } from '../records/kind.ts';
import { text } from '../records/text.ts';

/** How far the minutes of an item are. */
export const MinutesStatus = z.enum(['draft', 'circulated', 'approved']);
export type MinutesStatus = z.infer<typeof MinutesStatus>;

/**
 * The minutes of one agenda item. Whether it may be told who said what stands in their handling, as for everything
 * (`chathamHouse`), and in that of the item and its session. Approved minutes stand until they are reopened (ADR 92).
 */
export const minutes: RecordKind = {
  name: 'minutes',
  release: MEMBERS,
  bornPrivate: false,
  fields: {
    meeting: scalar(RecordId, MEMBERS, { link: true }),
    item: scalar(RecordId, MEMBERS, { link: true }),
    language: scalar(z.enum(['en', 'fr']), MEMBERS),
    body: richText(RichText, MEMBERS, { search: true, attribution: 'said' }),
    status: scalar(MinutesStatus, MEMBERS, { asks: true }),
    /** The day on which they were approved. */
    approvedOn: scalar(CalendarDate, MEMBERS, { asks: true }),
    /** The meeting, or the item of one, at which they were approved. */
    approvedAt: scalar(RecordId, MEMBERS, { link: true, asks: true }),
    /** When approved minutes were opened again, and why. */
    reopenings: keyedList(
      z.array(z.looseObject({ id: z.string(), order: Order, on: CalendarDate, reason: z.string() })),
      MEMBERS,
      {
        order: scalar(Order, MEMBERS),
        on: scalar(CalendarDate, MEMBERS),
        reason: scalar(z.string(), MEMBERS, { search: true }),
      },
    ),
  },
  approval: {
    field: 'status',
    value: 'approved',
    reopenings: 'reopenings',
    refusals: { standing: 'minutes.approved', bySecretariat: 'minutes.bySecretariat' },
  },
  title: () => 'Minutes',
  naturalKey: ({ item }) => (text(item) === '' ? undefined : text(item)),
};
