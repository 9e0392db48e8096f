import type { Audience } from '../../domain/release/audience.ts';
import type { BookData } from './bookTypes.ts';

/** For whom a copy is: a member or a person of one; of the open book, the body that is invited. */
export function audienceFor({ book }: Pick<BookData, 'book'>, { party, kind }: BookData['copies'][number]): Audience {
  if (kind === 'person') return { kind: 'persons', persons: [party] };
  return book === 'open' ? { kind: 'community', bodies: [party] } : { kind: 'organisation', organisation: party };
}
