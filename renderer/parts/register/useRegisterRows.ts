import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { useClient } from '../../application/ApplicationContext.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { Row, Titles } from './columns.ts';
import type { Narrowing } from './registerState.ts';

/** Rows are read so many at a time, as they come into view. */
const PAGE = 100;

export interface RegisterRows {
  readonly total: number;
  /** Undefined while it is being read. */
  row(index: number): Row | undefined;
  readonly titles: Titles;
  /** Nothing has been read yet. */
  readonly waiting: boolean;
  readonly error: unknown;
}

/** The question that a list asks, without its page. */
export function useRegisterQuestion(kinds: readonly string[], columns: readonly string[], narrowing: Narrowing) {
  const language = useLanguage();
  const { filters, search, sort, deleted } = narrowing;
  return {
    kinds: [...kinds],
    columns: [...columns],
    filters,
    sort,
    deleted,
    language,
    ...(search.trim() === '' ? {} : { search }),
  };
}
export type RegisterQuestion = ReturnType<typeof useRegisterQuestion>;

/** The rows from `first` to `last`, and how many there are in all. */
export function useRegisterRows(question: RegisterQuestion, first: number, last: number): RegisterRows {
  const client = useClient();
  const from = Math.floor(Math.max(0, first) / PAGE);
  const to = Math.floor(Math.max(first, last) / PAGE);
  const pages = useQueries({
    queries: Array.from({ length: to - from + 1 }, (_, index) => {
      const input = { ...question, offset: (from + index) * PAGE, limit: PAGE };
      return {
        queryKey: ['records', 'register', input],
        queryFn: () => client.records.register(input),
        placeholderData: keepPreviousData,
      };
    }),
  });
  const known = pages.find((page) => page.data !== undefined && !page.isPlaceholderData) ?? pages[0];
  const total = useRef(0);
  if (known?.data !== undefined) total.current = known.data.total;
  const fresh = pages.map((page) => page.data);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answers themselves, however many there are.
  const titles = useMemo<Titles>(() => Object.assign({}, ...fresh.map((page) => page?.titles ?? {})), fresh);
  return {
    total: total.current,
    row: (index) => fresh[Math.floor(index / PAGE) - from]?.rows[index % PAGE],
    titles,
    waiting: pages.every((page) => page.data === undefined),
    error: pages.find((page) => page.error !== null)?.error,
  };
}
