import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Checkbox, Menu } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowDown,
  IconArrowUp,
  IconDots,
  IconGitCompare,
  IconGripVertical,
  IconTrash,
} from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { movedBy, movedTo, withAnnexes, withoutPapers } from '../../domain/dossiers/plan.ts';
import { readingAddress, versionsAddress } from '../application/addresses.ts';
import { formatDate } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { useBookWords } from '../parts/dossiers/useBookWords.ts';
import { HandlingBadge } from '../parts/handling/HandlingBadge.tsx';
import { walkRows } from '../parts/page/walkRows.ts';
import classes from './book.module.css';
import type { BookData, BookLine } from './bookTypes.ts';
import type { BookActions } from './useBook.ts';
import type { Dropping } from './useDropping.ts';
import type { Pages } from './useMeasured.ts';

interface PaperRowProps {
  readonly line: BookLine;
  readonly place: number;
  readonly book: BookData;
  readonly actions: BookActions;
  readonly pages: Pages | undefined;
  readonly isTabbable: boolean;
  readonly isChosen: boolean;
  readonly drop: Dropping;
  choose(): void;
}

/** One paper in its place: what it is, why it is not ready, what became of it since the issue, and on which pages it stands. */
export function PaperRow({ line, place, book, actions, pages, isTabbable, isChosen, drop, choose }: PaperRowProps) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const language = useLanguage();
  const { entry, paper, number, label, annexes, files, due } = line;
  const title = line.title === '' ? t`A paper that is not here` : line.title;
  const name = [number, title].filter(Boolean).join(' ');
  const isMine = book.isOwn && !book.deleted;
  const mayCompare = line.change === 'changed' && line.had !== undefined && line.now !== undefined;
  const compare = () => navigate(versionsAddress(paper, line.had ?? '', line.now ?? ''));
  return (
    <li
      className={classes.paper}
      data-record={paper}
      data-chosen={isChosen || undefined}
      data-before={drop.before === entry || undefined}
      draggable={isMine}
      {...drop.onRow(line)}
    >
      {isMine ? <IconGripVertical size={16} stroke={1.6} aria-hidden className={classes.grip ?? ''} /> : <span />}
      <button
        type="button"
        className={classes.what}
        data-entry={entry}
        tabIndex={isTabbable ? 0 : -1}
        aria-current={isChosen ? 'true' : undefined}
        onFocus={choose}
        onClick={() => navigate(readingAddress(paper, book.dossier))}
        onKeyDown={walk}
      >
        <span className={classes.place}>{place}</span>
        <span className={classes.number}>{number}</span>
        <span className={classes.title}>
          {title}
          <Said line={line} due={due === undefined ? '' : formatDate(due, language)} />
        </span>
      </button>
      {label === undefined ? <span /> : <HandlingBadge label={label} />}
      <span className={classes.pages}>
        {pages === undefined
          ? ''
          : pages.first === pages.last
            ? t`p. ${pages.first}`
            : t`p. ${pages.first}–${pages.last}`}
      </span>
      {files > 0 ? (
        <Checkbox
          size="xs"
          label={t`Files`}
          aria-label={t`Bind the files of ${name} in`}
          checked={annexes}
          disabled={!isMine}
          onChange={({ currentTarget: { checked } }) =>
            void actions.arrange(
              checked ? t`bound the files of ${name} in` : t`left the files of ${name} out`,
              (plan) => withAnnexes(plan, entry, checked),
            )
          }
        />
      ) : (
        <span />
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size="sm" tabIndex={-1} aria-label={t`More with ${name}`}>
            <IconDots size={16} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconGitCompare size={16} stroke={1.6} aria-hidden />}
            disabled={!mayCompare}
            onClick={compare}
          >
            {t`Compare with what the issue had`}
          </Menu.Item>
          {isMine && (
            <>
              <Menu.Item
                leftSection={<IconArrowUp size={16} stroke={1.6} aria-hidden />}
                onClick={() => void actions.arrange(t`moved ${name} up`, (plan) => movedBy(plan, entry, -1))}
              >
                {t`Move up`}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconArrowDown size={16} stroke={1.6} aria-hidden />}
                onClick={() => void actions.arrange(t`moved ${name} down`, (plan) => movedBy(plan, entry, 1))}
              >
                {t`Move down`}
              </Menu.Item>
              {book.tabs
                .filter(({ id }) => id !== line.tab)
                .map((tab) => (
                  <Menu.Item
                    key={tab.id}
                    onClick={() =>
                      void actions.arrange(t`moved ${name} behind “${tab.name}”`, (plan) =>
                        movedTo(plan, entry, tab.id),
                      )
                    }
                  >
                    {t`Behind “${tab.name}”`}
                  </Menu.Item>
                ))}
              <Menu.Item
                leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
                onClick={() => void actions.arrange(t`took ${name} out`, (plan) => withoutPapers(plan, [entry]))}
              >
                {t`Take out of the book`}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

/** What has to be known of it, in words. */
function Said({ line, due }: { readonly line: BookLine; readonly due: string }) {
  const { t } = useLingui();
  const { notReady, changes } = useBookWords();
  const change = changes[line.change];
  if (line.notReady.length === 0 && change === '') return null;
  return (
    <span className={classes.said}>
      {line.notReady.length > 0 && (
        <span className={classes.unready}>
          <IconAlertTriangle size={14} stroke={1.6} aria-hidden />
          {line.notReady
            .map((reason) => (reason === 'late' && due !== '' ? t`late, due ${due}` : notReady[reason]))
            .join(', ')}
        </span>
      )}
      {change !== '' && (
        <span className={classes.change} data-change={line.change}>
          {change}
        </span>
      )}
    </span>
  );
}

/** Arrows go from paper to paper, over all tabs. */
const walk = walkRows('data-entry');
