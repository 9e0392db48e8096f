import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Navigate, useParams } from 'react-router';
import { addressOf } from '../../application/addresses.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useSubject } from '../../application/sidePanel.ts';
import { InConflict } from '../conflict/InConflict.tsx';
import { RecordForm } from '../form/RecordForm.tsx';
import { kindName } from '../kinds/kindNames.ts';
import { NotHere } from '../page/NotHere.tsx';
import { Page } from '../page/Page.tsx';
import { type Crumb, PageHead } from '../page/PageHead.tsx';
import { Story } from '../story/Story.tsx';
import { RecordMenu } from './RecordMenu.tsx';
import classes from './record.module.css';

interface RecordPageProps {
  readonly crumbs?: readonly Crumb[];
  /** What the feature shows below the form. */
  readonly children?: ReactNode;
}

/** A record of whatever kind: its form on the left, its story on the right. */
export function RecordPage({ crumbs = [], children }: RecordPageProps) {
  const { id = '' } = useParams();
  const { t, i18n } = useLingui();
  useSubject(id);
  const { data, error } = useRead('records', 'read', { id });
  const title = data === undefined || data.title === '' ? t`Without a name` : data.title;
  if (error !== null) {
    return <NotHere crumbs={crumbs} why={sentenceFor(error)} />;
  }
  if (data === undefined) return <Page>{null}</Page>;
  // It was joined with another one: its address leads there.
  if (data.joined !== undefined) return <Navigate to={addressOf(data.kind, data.joined)} replace />;
  return (
    <Page>
      <PageHead
        title={title}
        crumbs={crumbs}
        line={i18n._(kindName(data.kind))}
        {...(data.conflicted ? { marks: <InConflict record={id} /> } : {})}
        actions={
          <RecordMenu
            record={data}
            title={title}
            words={{ more: t`More with this record`, remove: t`Delete this record`, group: t`Record` }}
            back={crumbs.at(-1)?.address ?? '/desk'}
          />
        }
      />
      <div className={classes.halves}>
        <div className={classes.form}>
          <RecordForm record={id} />
          {children}
        </div>
        <section className={classes.story} aria-label={t`Story`}>
          <h2>{t`Story`}</h2>
          <Story record={id} />
        </section>
      </div>
    </Page>
  );
}
