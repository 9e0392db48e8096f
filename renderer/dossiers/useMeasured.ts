import { useState } from 'react';
import { RecordId } from '../../domain/records/ids.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { useWork } from '../parts/work/useWork.ts';
import type { BookData, BookLine } from './bookTypes.ts';

export interface Pages {
  readonly first: number;
  readonly last: number;
}

interface Counted {
  /** What the book held when its pages were counted. */
  readonly of: string;
  readonly pages: number;
  readonly papers: ReadonlyMap<string, Pages>;
}

/** On which pages papers stand: as they were counted for the book as it is; else those of the issue beside which it is read. */
export function useMeasured(book: BookData) {
  const client = useClient();
  const [counted, setCounted] = useState<Counted>();
  const state = JSON.stringify(book.papers.map(({ paper, now, annexes, tab }) => [paper, now, annexes, tab]));
  const work = useWork(
    async (of: string, job) => {
      const { pages, papers } = await client.dossiers.measure({ dossier: RecordId.parse(book.dossier), job });
      setCounted({ of, pages, papers: new Map(papers.map(({ paper, ...where }) => [paper, where])) });
      return pages;
    },
    { endsWithWindow: true },
  );
  const holds = counted?.of === state ? counted : undefined;
  return {
    job: work.job,
    error: work.error,
    cancel: work.cancel,
    pages: holds?.pages,
    count: () => void work.start(state),
    pagesOf: ({ paper, pages }: Pick<BookLine, 'paper' | 'pages'>): Pages | undefined =>
      holds === undefined ? pages : holds.papers.get(paper),
  };
}

export type Measured = ReturnType<typeof useMeasured>;
