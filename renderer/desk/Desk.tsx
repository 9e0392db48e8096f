import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconHome, IconPencil, IconShieldQuestion } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../application/addresses.ts';
import { useRead } from '../application/queries.ts';
import { formatShortMoment } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { EmptyState } from '../parts/empty/EmptyState.tsx';
import { kindName } from '../parts/kinds/kindNames.ts';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import classes from './desk.module.css';

const SHOWN = 12;

/** What waits for this seat, and what was last at work here. */
export function Desk() {
  const { t } = useLingui();
  const status = useRead('vault', 'status', {});
  const counts = useRead('records', 'counts', {});
  const name = status.data?.installation?.name;
  if (counts.data === undefined) return <Page>{null}</Page>;
  const { byKind } = counts.data;
  const isEmpty = Object.values(byKind).every((count) => count === 0);
  return (
    <Page>
      <PageHead title={name === undefined ? t`Desk` : t`Desk of ${name}`} />
      <Waiting
        conflicted={counts.data.conflicted}
        drafts={counts.data.drafts}
        unconfirmed={status.data?.recoveryConfirmed === false && status.data.network?.exercise !== true}
      />
      {isEmpty ? (
        <EmptyState icon={IconHome} title={t`An empty desk`} actions={<Link to="/people">{t`Begin with people`}</Link>}>
          {t`Meetings, papers and people show here as they arrive: from your own hand, or in a bundle from the Secretariat.`}
        </EmptyState>
      ) : (
        <Recent />
      )}
    </Page>
  );
}

interface WaitingProps {
  readonly conflicted: number;
  readonly drafts: number;
  readonly unconfirmed: boolean;
}

function Waiting({ conflicted, drafts, unconfirmed }: WaitingProps) {
  const { t } = useLingui();
  if (conflicted === 0 && drafts === 0 && !unconfirmed) return null;
  return (
    <section aria-labelledby="desk-waiting">
      <h2 id="desk-waiting" className={classes.heading}>
        {t`Waits for you`}
      </h2>
      <ul className={classes.lines}>
        {unconfirmed && (
          <Line icon={<IconShieldQuestion size={18} stroke={1.6} aria-hidden />}>
            <Trans>
              Nobody has confirmed the recovery sheet. <Link to="/settings">Do it in settings</Link>
            </Trans>
          </Line>
        )}
        {conflicted > 0 && (
          <Line icon={<IconAlertTriangle size={18} stroke={1.6} aria-hidden />}>
            <Plural value={conflicted} one="# record is in conflict" other="# records are in conflict" />
          </Line>
        )}
        {drafts > 0 && (
          <Line icon={<IconPencil size={18} stroke={1.6} aria-hidden />}>
            <Plural
              value={drafts}
              one="# record has changes that nobody else has"
              other="# records have changes that nobody else has"
            />
          </Line>
        )}
      </ul>
    </section>
  );
}

function Line({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <li className={classes.line}>
      {icon}
      <span>{children}</span>
    </li>
  );
}

function Recent() {
  const { t, i18n } = useLingui();
  const language = useLanguage();
  const { data } = useRead('records', 'register', {
    kinds: ['meeting', 'agendaItem', 'paper', 'person', 'organisation'],
    columns: [],
    filters: [],
    sort: [{ column: '$updated', descending: true }],
    offset: 0,
    limit: SHOWN,
  });
  if (data === undefined) return null;
  return (
    <section aria-labelledby="desk-recent">
      <h2 id="desk-recent" className={classes.heading}>
        {t`Changed last`}
      </h2>
      <ul className={classes.lines}>
        {data.rows.map(({ id, kind, title, updated }) => (
          <li key={id} className={classes.recent}>
            <Link to={addressOf(kind, id)}>{title}</Link>
            <span className={classes.quiet}>{i18n._(kindName(kind))}</span>
            <time className={classes.quiet} dateTime={updated}>
              {formatShortMoment(updated, language)}
            </time>
          </li>
        ))}
      </ul>
    </section>
  );
}
