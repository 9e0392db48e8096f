import { useLingui } from '@lingui/react/macro';
import { Anchor, Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconGitCompare } from '@tabler/icons-react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { RecordId } from '../../../domain/records/ids.ts';
import { useAction } from '../../application/actions.ts';
import { addressOf, readingAddress, versionsAddress } from '../../application/addresses.ts';
import { useRead } from '../../application/queries.ts';
import classes from './dossiers.module.css';
import { ToPage } from './ToPage.tsx';
import { useBookWords } from './useBookWords.ts';

/** Above a paper that is read in a book (`?book=`): where it stands there, what became of it since the issue, and its neighbours. */
export function ReadingBar({ paper }: { readonly paper: string }) {
  const [search] = useSearchParams();
  const book = RecordId.safeParse(search.get('book'));
  return book.success ? <InBook paper={paper} dossier={book.data} /> : null;
}

function InBook({ paper, dossier }: { readonly paper: string; readonly dossier: RecordId }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { changes } = useBookWords();
  const { data } = useRead('dossiers', 'read', { dossier }, { keep: true });
  const here = (data?.papers ?? []).filter(({ notReady }) => !notReady.includes('missing'));
  const at = here.findIndex((line) => line.paper === paper);
  const line = here[at];
  const [before, after] = [at > 0 ? here[at - 1] : undefined, at < 0 ? undefined : here[at + 1]];
  const group = t`Dossier`;
  const to = (other: typeof line) => other !== undefined && navigate(readingAddress(other.paper, dossier));
  const previous = {
    id: 'reading.previous',
    title: t`Previous paper of the book`,
    group,
    icon: IconArrowLeft,
    shortcut: 'alt+shift+PageUp',
    whileTyping: true,
    disabled: before === undefined,
    run: () => to(before),
  };
  const next = {
    id: 'reading.next',
    title: t`Next paper of the book`,
    group,
    icon: IconArrowRight,
    shortcut: 'alt+shift+PageDown',
    whileTyping: true,
    disabled: after === undefined,
    run: () => to(after),
  };
  const { had, now } = line ?? {};
  const mayCompare = line?.change === 'changed' && had !== undefined && now !== undefined;
  const compare = {
    id: 'reading.compare',
    title: t`Compare with what the issue had`,
    group,
    icon: IconGitCompare,
    shortcut: 'alt+shift+C',
    whileTyping: true,
    disabled: !mayCompare,
    run: () => navigate(`${versionsAddress(paper, had ?? '', now ?? '')}&book=${dossier}`),
  };
  useAction(previous);
  useAction(next);
  useAction(compare);
  if (data === undefined || line === undefined) return null;
  const place = at + 1;
  const count = here.length;
  const { pages } = line;
  return (
    <nav className={classes.reading} aria-label={t`In the book`}>
      <Anchor component={Link} to={addressOf('dossier', dossier)} inherit>
        {data.title}
      </Anchor>
      <span>{t`${place} of ${count}`}</span>
      {pages !== undefined && (
        <span>{pages.first === pages.last ? t`p. ${pages.first}` : t`p. ${pages.first}–${pages.last}`}</span>
      )}
      {line.change !== 'same' && <b>{changes[line.change]}</b>}
      <span className={classes.readingEnd}>
        {mayCompare && (
          <Button size="compact-sm" variant="default" onClick={compare.run}>
            {t`Compare`}
          </Button>
        )}
        <ToPage papers={here} open={(found) => navigate(readingAddress(found, dossier))} />
        <Button
          size="compact-sm"
          variant="default"
          disabled={previous.disabled}
          aria-label={previous.title}
          onClick={previous.run}
        >
          <IconArrowLeft size={16} stroke={1.6} aria-hidden />
        </Button>
        <Button size="compact-sm" variant="default" disabled={next.disabled} aria-label={next.title} onClick={next.run}>
          <IconArrowRight size={16} stroke={1.6} aria-hidden />
        </Button>
      </span>
    </nav>
  );
}
