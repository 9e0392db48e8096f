import { useEffect, useRef, useState } from 'react';
import { create } from 'zustand';
import type { Json } from '../../domain/records/json.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { useLanguage } from '../language/useLanguage.ts';

/** How long a text rests before its pages are counted, and how long after it was opened: opening comes first. */
const REST = 2_500;
const AFTER_OPENING = 1_500;

/** The pages of papers that are open, as they were last counted. */
const useCounted = create<{ readonly pages: ReadonlyMap<string, number> }>(() => ({ pages: new Map() }));

/** How many pages an open paper has, as its head says it. */
export function usePagesShown(paper: string): number | undefined {
  return useCounted(({ pages }) => pages.get(paper));
}

/**
 * How many pages a paper has in print, counted anew when its text has rested. Undefined while that is not known, and
 * where it cannot be printed.
 */
export function usePages(paper: string, body: Json | undefined, updated: string): number | undefined {
  const client = useClient();
  const language = useLanguage();
  const [pages, setPages] = useState<number>();
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text and the moment say that there is something to count
  useEffect(() => {
    const job = crypto.randomUUID();
    let running = false;
    let over = false;
    const count = async () => {
      if (over || document.visibilityState === 'hidden') return;
      running = true;
      const found = await client.papers.measure({ paper, language, job }).catch(() => undefined);
      running = false;
      if (over) return;
      setPages(found?.pages);
      useCounted.setState(({ pages: before }) => {
        const next = new Map(before);
        if (found === undefined) next.delete(paper);
        else next.set(paper, found.pages);
        return { pages: next };
      });
    };
    const resting = setTimeout(() => void count(), first.current ? AFTER_OPENING : REST);
    first.current = false;
    return () => {
      over = true;
      clearTimeout(resting);
      if (running) client.jobs.cancel({ job }).catch(() => {});
    };
  }, [client, paper, language, body, updated]);
  return pages;
}
