import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { sentenceFor } from '../application/errors.tsx';
import { usePreference } from '../application/preferences.ts';
import { useRead } from '../application/queries.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { PaperPages } from '../parts/printing/PaperPages.tsx';
import { ShortcutHelp } from '../parts/shortcuts/ShortcutHelp.tsx';
import { useShortcuts } from '../parts/shortcuts/useShortcuts.ts';
import { AgendaList } from './AgendaList.tsx';
import { AgendaShown, ItemShown } from './ItemShown.tsx';
import { Leave } from './Leave.tsx';
import { OpenBar } from './OpenBar.tsx';
import classes from './openSession.module.css';
import { PaperShown } from './PaperShown.tsx';
import { AGENDA, itemsOf, neighbour, outwards, type Plan, type Shown, stillThere } from './shown.ts';
import { useOpenActions } from './useOpenActions.ts';

/** How large it is written: steps of `openSession.module.css`. */
const Size = z.int().min(0).max(5);
const USUAL_SIZE = 2;

/** The open session: its agenda at the side, and large what is being spoken of. */
export function OpenSessionPage() {
  const { t } = useLingui();
  const language = useLanguage();
  const { data, error } = useRead('openSession', 'read', { language }, { keep: true });
  const [leaving, setLeaving] = useState(false);
  useEffect(() => {
    document.title = [t`Open session`, data?.title].filter((part) => part !== undefined && part !== '').join(' · ');
  }, [t, data?.title]);
  const leave = () => setLeaving(true);
  return (
    <>
      {error !== null && (
        <main className={classes.nothing}>
          <h1>{t`There is nothing to show`}</h1>
          <p role="alert">{sentenceFor(error)}</p>
          <button type="button" className={classes.plain} onClick={leave}>
            {t`Leave the open session…`}
          </button>
        </main>
      )}
      {error === null && data !== undefined && <Room plan={data} leave={leave} />}
      {leaving && <Leave onClose={() => setLeaving(false)} />}
    </>
  );
}

function Room({ plan, leave }: { readonly plan: Plan; readonly leave: () => void }) {
  const { t } = useLingui();
  const [asked, setAsked] = useState<Shown>(AGENDA);
  const [size, setSize] = usePreference('openSession.size', Size, USUAL_SIZE);
  const [large, setLarge] = usePreference('openSession.large', z.boolean(), false);
  const [help, setHelp] = useState(false);
  const page = useRef<HTMLElement>(null);
  const shown = stillThere(plan, asked);
  // What begins in the room comes onto the wall, unless a paper is being read there.
  const underWay = itemsOf(plan).find(({ item }) => item === plan.underWay?.item)?.item;
  useEffect(() => {
    if (underWay !== undefined) setAsked((now) => (now.of === 'paper' ? now : { of: 'item', id: underWay }));
  }, [underWay]);
  const show = (next: Shown | undefined) => next !== undefined && setAsked(next);
  const made = useOpenActions({
    plan,
    shown,
    show,
    size,
    setSize: (next) => setSize(Math.min(5, Math.max(0, next))),
    large,
    setLarge,
    help: () => setHelp(true),
    leave,
  });
  useShortcuts();
  const key = shown.of === 'agenda' ? shown.of : `${shown.of} ${shown.id}`;
  // Another page begins at its top, under the keys.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another one is shown
  useEffect(() => {
    page.current?.scrollTo({ top: 0 });
    page.current?.focus({ preventScroll: true });
  }, [key]);
  useTurning(page, (by) => show(neighbour(plan, shown, by)));
  return (
    <div className={classes.room} data-large={large} data-size={size}>
      {!large && <AgendaList plan={plan} shown={shown} show={show} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard. */}
      <main className={classes.page} ref={page} tabIndex={0} aria-label={t`On the screen`}>
        {shown.of === 'agenda' && <AgendaShown plan={plan} show={show} />}
        {shown.of === 'item' && <ItemShown plan={plan} id={shown.id} show={show} />}
        {shown.of === 'paper' && <PaperShown id={shown.id} plan={plan} />}
      </main>
      <OpenBar made={made} back={shown.of === 'agenda' ? undefined : () => show(outwards(shown))} />
      <ShortcutHelp opened={help} onClose={() => setHelp(false)} />
      {made.printer.ready !== undefined && (
        <PaperPages pages={made.printer.ready.pages} paper={made.printer.ready.paper} onDone={made.printer.stop} />
      )}
    </div>
  );
}

/** Page Down and the space bar, as presenters' remotes send them, go through a long paper, and then on to what is next. */
function useTurning(page: { readonly current: HTMLElement | null }, turn: (by: 1 | -1) => void): void {
  const latest = useRef(turn);
  latest.current = turn;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const by = { PageDown: 1, PageUp: -1 }[event.key];
      const { current } = page;
      if (by === undefined || current === null || event.altKey || event.ctrlKey || event.metaKey) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      event.preventDefault();
      const { scrollTop, clientHeight, scrollHeight } = current;
      const isAtEnd = by > 0 ? scrollTop + clientHeight >= scrollHeight - 4 : scrollTop <= 0;
      if (isAtEnd) latest.current(by > 0 ? 1 : -1);
      else current.scrollTo({ top: scrollTop + by * (clientHeight - 60) });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [page]);
}
