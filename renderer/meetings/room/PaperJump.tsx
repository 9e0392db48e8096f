import { useLingui } from '@lingui/react/macro';
import { Modal } from '@mantine/core';
import { useEffect } from 'react';
import { RecordId } from '../../../domain/records/ids.ts';
import { useRead } from '../../application/queries.ts';
import { ToPage } from '../../parts/dossiers/ToPage.tsx';
import { DocumentEditor } from '../../parts/editor/DocumentEditor.tsx';
import { HandlingBadge } from '../../parts/handling/HandlingBadge.tsx';
import classes from './room.module.css';
import type { RoomItem } from './roomState.ts';

/** What is shown over the room: the list of papers, or one of them. */
export type Jump = { readonly of: 'list' } | { readonly of: 'paper'; readonly paper: string };

interface PaperJumpProps {
  readonly jump: Jump | undefined;
  /** The item under way, or the one that is chosen: its papers come first. */
  readonly item: RoomItem | undefined;
  readonly items: readonly RoomItem[];
  /** Whose book gives the page numbers. */
  readonly meeting: string;
  go(jump: Jump | undefined): void;
}

/** Keys that are pressed for the papers, in their order. */
const KEYS = '123456789abcdefghijklmnopqrstuvwxyz';

type Paper = RoomItem['papers'][number];

/** Any paper in two keystrokes: one opens the list, one the paper. Escape leads back to where one was. */
export function PaperJump({ jump, item, items, meeting, go }: PaperJumpProps) {
  const { t } = useLingui();
  const papers = papersOf(item, items);
  const shown = jump?.of === 'paper' ? papers.find(({ paper }) => paper === jump.paper) : undefined;
  useEffect(() => {
    if (jump?.of !== 'list') return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
      if (event.key === '.') {
        const page = document.querySelector<HTMLElement>('[data-page-of-book]');
        if (page !== null) event.preventDefault();
        page?.focus();
        return;
      }
      const at = KEYS.indexOf(event.key.toLowerCase());
      const paper = at < 0 ? undefined : papers[at];
      if (paper === undefined) return;
      event.preventDefault();
      go({ of: 'paper', paper: paper.paper });
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  });
  return (
    <Modal
      opened={jump !== undefined}
      onClose={() => go(undefined)}
      size={jump?.of === 'paper' ? '900px' : 'lg'}
      title={shown === undefined ? t`Papers` : `${shown.number} ${shown.title}`.trim()}
      transitionProps={{ duration: 0 }}
    >
      {jump?.of === 'list' && <PageOfBook meeting={meeting} open={(paper) => go({ of: 'paper', paper })} />}
      {jump?.of === 'list' &&
        (papers.length === 0 ? (
          <p>{t`There are no papers on the items of this day.`}</p>
        ) : (
          <ol className={classes.papers} aria-label={t`Papers by key`}>
            {papers.map(({ paper, number, title, label }, at) => (
              <li key={paper}>
                <button type="button" onClick={() => go({ of: 'paper', paper })}>
                  <kbd>{KEYS[at]?.toUpperCase()}</kbd>
                  <span>{number}</span>
                  <span>{title}</span>
                  {label !== undefined && <HandlingBadge label={label} />}
                </button>
              </li>
            ))}
          </ol>
        ))}
      {jump?.of === 'paper' && <PaperText paper={jump.paper} />}
    </Modal>
  );
}

/** From a page of the issued book, which is what somebody in the room reads out, to its paper: after the key “.”. */
function PageOfBook({ meeting, open }: { readonly meeting: string; open(paper: string): void }) {
  const { t } = useLingui();
  const { data: books = [] } = useRead('dossiers', 'list', { meeting: RecordId.parse(meeting) });
  const book = books.find(({ issue }) => issue !== undefined);
  const { data } = useRead(
    'dossiers',
    'read',
    { dossier: book?.dossier ?? RecordId.parse(meeting) },
    { enabled: book !== undefined },
  );
  if (data === undefined) return null;
  return (
    <div className={classes.pageOfBook}>
      <kbd>.</kbd>
      <span>{t`Page of the book`}</span>
      <ToPage papers={data.papers.filter(({ notReady }) => !notReady.includes('missing'))} open={open} />
    </div>
  );
}

function PaperText({ paper }: { readonly paper: string }) {
  const { data } = useRead('records', 'read', { id: paper });
  if (data === undefined) return null;
  return (
    <article className={classes.paper} data-record={paper}>
      <DocumentEditor record={paper} readOnly compact />
    </article>
  );
}

/** The papers of the item first, then those of the others of the day; those that are here. */
function papersOf(item: RoomItem | undefined, items: readonly RoomItem[]): Paper[] {
  const all = [...(item?.papers ?? []), ...items.flatMap(({ papers }) => papers)];
  return [...new Map(all.map((paper) => [paper.paper, paper])).values()]
    .filter(({ here, deleted }) => here && !deleted)
    .slice(0, KEYS.length);
}
