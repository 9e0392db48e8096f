import { useLingui } from '@lingui/react/macro';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { usePreference } from '../application/preferences.ts';
import classes from './print.module.css';
import { SheetBar } from './SheetBar.tsx';
import { SheetPage } from './SheetPage.tsx';
import type { OpenPdf } from './usePdf.ts';
import { useRatio } from './useRatio.ts';
import { nextZoom, scaleOf, Zoom } from './zoom.ts';

interface SheetsProps {
  readonly opened: OpenPdf;
  /** They are not what is chosen now; what is comes soon. */
  readonly stale: boolean;
  /** What lies over the pages: that they are being made anew. */
  readonly children?: ReactNode;
}

/** The pages of a document, one below the other: drawn as they come into view. */
export function Sheets({ opened, stale, children }: SheetsProps) {
  const { t } = useLingui();
  const { pdf, pages, width, height } = opened;
  const [zoom, setZoom] = usePreference('print/zoom', Zoom, 'width');
  const { ref: room, width: roomWidth, height: roomHeight } = useElementSize();
  const scroller = useRef<HTMLDivElement>(null);
  const near = useNear(scroller, pages, roomWidth > 0);
  const ratio = useRatio();
  const [page, setPage] = useState(1);
  const scale = scaleOf(zoom, opened, { width: roomWidth, height: roomHeight });
  const measured = roomWidth > 0;

  // The same lines stay in view when pages grow or shrink.
  const before = useRef(scale);
  useLayoutEffect(() => {
    const { current } = scroller;
    if (current !== null && before.current > 0) current.scrollTop *= scale / before.current;
    before.current = scale;
  }, [scale]);

  // The keys go to the pages, unless something else was chosen meanwhile.
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.tagName === 'MAIN')
      scroller.current?.focus({ preventScroll: true });
  }, []);

  const sheets = () => [...(scroller.current?.querySelectorAll<HTMLElement>('[data-page]') ?? [])];
  const goTo = (number: number) => {
    const sheet = sheets()[Math.min(pages, Math.max(1, number)) - 1];
    if (sheet !== undefined) scroller.current?.scrollTo({ top: sheet.offsetTop - 8 });
  };
  const onScroll = () => {
    const { current } = scroller;
    if (current === null) return;
    const middle = current.scrollTop + current.clientHeight / 3;
    const above = sheets().filter((sheet) => sheet.offsetTop <= middle).length;
    setPage(Math.max(1, above));
  };
  const keyActs = new Map([
    ['PageDown', () => goTo(page + 1)],
    ['PageUp', () => goTo(page - 1)],
    ['ArrowRight', () => goTo(page + 1)],
    ['ArrowLeft', () => goTo(page - 1)],
    ['Home', () => goTo(1)],
    ['End', () => goTo(pages)],
    ['+', () => setZoom(nextZoom(scale, 1))],
    ['=', () => setZoom(nextZoom(scale, 1))],
    ['-', () => setZoom(nextZoom(scale, -1))],
    ['0', () => setZoom('width')],
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const act = keyActs.get(event.key);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  return (
    <div className={classes.preview}>
      <SheetBar page={Math.min(page, pages)} pages={pages} zoom={zoom} scale={scale} setZoom={setZoom} goTo={goTo} />
      <div ref={room} className={classes.room}>
        <section
          ref={scroller}
          className={classes.scroller}
          aria-label={t`Preview`}
          aria-busy={stale}
          data-stale={stale}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: pages are scrolled by keyboard.
          tabIndex={0}
          onKeyDown={onKeyDown}
          onScroll={onScroll}
          // Plain text leaves by its own command alone.
          onCopy={(event) => event.preventDefault()}
          onDragStart={(event) => event.preventDefault()}
        >
          {measured &&
            Array.from({ length: pages }, (_, at) => (
              <SheetPage
                // biome-ignore lint/suspicious/noArrayIndexKey: pages are their numbers
                key={at}
                pdf={pdf}
                number={at + 1}
                of={pages}
                width={Math.floor(width * scale)}
                height={Math.floor(height * scale)}
                ratio={ratio}
                near={near.has(at + 1)}
              />
            ))}
        </section>
        {children}
      </div>
    </div>
  );
}

/** The numbers of the pages in view and a screen around. */
function useNear(
  scroller: { readonly current: HTMLElement | null },
  pages: number,
  ready: boolean,
): ReadonlySet<number> {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set());
  // biome-ignore lint/correctness/useExhaustiveDependencies: other pages are watched when there are more or fewer
  useEffect(() => {
    const { current: root } = scroller;
    if (root === null || !ready) return;
    const observer = new IntersectionObserver(
      (entries) =>
        setNear((known) => {
          const next = new Set(known);
          for (const { target, isIntersecting } of entries) {
            const number = Number(target instanceof HTMLElement ? target.dataset.page : 0);
            if (isIntersecting) next.add(number);
            else next.delete(number);
          }
          return next;
        }),
      { root, rootMargin: '100% 0px' },
    );
    for (const sheet of root.querySelectorAll('[data-page]')) observer.observe(sheet);
    return () => observer.disconnect();
  }, [scroller, pages, ready]);
  return near;
}
