import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useParams } from 'react-router';
import { text } from '../../../domain/records/text.ts';
import { addressOf } from '../../application/addresses.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useSubject } from '../../application/sidePanel.ts';
import type { RecordView } from '../../parts/form/formKeeper.ts';
import { HandlingBadge } from '../../parts/handling/HandlingBadge.tsx';
import { NotHere } from '../../parts/page/NotHere.tsx';
import { Page } from '../../parts/page/Page.tsx';
import { PageHead } from '../../parts/page/PageHead.tsx';
import { RedactPanel } from './RedactPanel.tsx';
import { RedactText } from './RedactText.tsx';
import classes from './redaction.module.css';
import { useRedaction } from './useRedaction.ts';

/** Where a redacted version of a paper is made. */
export function RedactPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  useSubject(id);
  const { data: view, error } = useRead('records', 'read', { id });
  const { data: about, error: refused } = useRead('papers', 'redactions', { paper: id });
  const crumbs = [{ title: t`Papers`, address: '/papers' }];
  const wrong = error ?? refused;
  if (wrong !== null) return <NotHere crumbs={crumbs} why={sentenceFor(wrong)} />;
  if (view === undefined || about === undefined) return <Page>{null}</Page>;
  if (!about.mayRedact) {
    return (
      <NotHere
        crumbs={crumbs}
        why={t`Only the organisation that wrote a paper makes a redacted version of it, and not while it is in conflict.`}
      />
    );
  }
  return <Redact view={view} digest={about.digest} key={id} />;
}

/** What was there when it was begun is blacked out: a change meanwhile is told when the version is made. */
function Redact(props: { readonly view: RecordView; readonly digest: string }) {
  const { t } = useLingui();
  const [{ view, digest }] = useState(props);
  const desk = useRedaction(view.body);
  const title = text(view.body.title) === '' ? t`Without a title` : text(view.body.title);
  return (
    <Page wide>
      <PageHead
        title={t`Redacted version`}
        crumbs={[
          { title: t`Papers`, address: '/papers' },
          { title, address: addressOf('paper', view.id) },
        ]}
        marks={<HandlingBadge label={view.handling.label} />}
        line={t`What you black out is not in the new paper, in no form and in no earlier version. This paper stays as it is.`}
      />
      <div className={classes.halves} data-redacting="">
        <RedactText body={view.body} desk={desk} />
        <RedactPanel view={view} digest={digest} desk={desk} changed={props.digest !== digest} />
      </div>
    </Page>
  );
}
