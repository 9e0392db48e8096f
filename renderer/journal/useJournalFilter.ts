import { useSearchParams } from 'react-router';
import type { z } from 'zod';
import type { JournalFilter } from '../../contract/journal/calls.ts';

export interface Filter {
  /** As calls take it. */
  readonly query: z.input<typeof JournalFilter>;
  /** What the page's address says of it. */
  readonly search: string;
  readonly act: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** The id of a bundle, record or installation, and what it is called. */
  readonly about: { readonly id: string; readonly name: string } | undefined;
  readonly isEmpty: boolean;
  /** `null` takes it away. */
  set(changes: Readonly<Record<string, string | null>>): void;
}

/** Which lines of the journal are shown: a part of the address, so that it can be led to and gone back to. */
export function useJournalFilter(): Filter {
  const [params, setParams] = useSearchParams();
  const [search, act, from, to, id] = ['q', 'act', 'from', 'to', 'about'].map((name) => params.get(name));
  return {
    query: {
      ...(search ? { search: search.slice(0, 200) } : {}),
      ...(act ? { acts: [act] } : {}),
      ...(isDay(from) ? { from } : {}),
      ...(isDay(to) ? { to } : {}),
      ...(id ? { about: [id] } : {}),
    },
    search: search ?? '',
    act: act ?? null,
    from: from ?? null,
    to: to ?? null,
    about: id ? { id, name: params.get('name') ?? '' } : undefined,
    isEmpty: !(search || act || from || to || id),
    set: (changes) =>
      setParams(
        (present) => {
          const next = new URLSearchParams(present);
          for (const [name, value] of Object.entries(changes)) {
            if (value === null || value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
  };
}

const isDay = (text: string | null | undefined): text is string => /^\d{4}-\d\d-\d\d$/.test(text ?? '');
