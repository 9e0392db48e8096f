import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useClient } from '../application/ApplicationContext.ts';
import { asksForNothing, type Question } from './asked.ts';

/** Results are read so many at a time. */
const PAGE = 30;

/**
 * What the library finds, page after page. While a changed question is asked, the last answer stays; but not all that
 * there is, which is what is counted where nothing was asked yet.
 */
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
  const answered = useRef(question);
  if (!found.isPlaceholderData) answered.current = question;
  const isAnswer = first !== undefined && !asksForNothing(answered.current);
  return {
    /** For the counts of what results can be narrowed to. */
    first,
    /** What is shown answers a question. */
    isAnswer,
    hits: isAnswer ? (found.data?.pages.flatMap(({ hits }) => hits) ?? []) : [],
    hasMore: isAnswer && found.hasNextPage,
    isReadingMore: found.isFetchingNextPage,
    readMore: () => void found.fetchNextPage(),
    error: found.error,
  };
}
export type Found = ReturnType<typeof useFound>;
export type FoundHit = Found['hits'][number];
