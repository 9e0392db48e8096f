import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useClient } from '../application/ApplicationContext.ts';
import type { Question } from './asked.ts';

/** Results are read so many at a time. */
const PAGE = 30;

/** What the library finds, page after page. While a changed question is asked, the last answer stays. */
export function useFound(question: Question) {
  const client = useClient();
  const found = useInfiniteQuery({
    queryKey: ['library', 'search', question, 'pages'],
    queryFn: ({ pageParam }) => client.library.search({ ...question, offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (last.hits.length < PAGE ? undefined : pages.length * PAGE),
    placeholderData: keepPreviousData,
  });
  const [first] = found.data?.pages ?? [];
  return {
    first,
    hits: found.data?.pages.flatMap(({ hits }) => hits) ?? [],
    hasMore: found.hasNextPage,
    isReadingMore: found.isFetchingNextPage,
    readMore: () => void found.fetchNextPage(),
    error: found.error,
  };
}
export type Found = ReturnType<typeof useFound>;
export type FoundHit = Found['hits'][number];
