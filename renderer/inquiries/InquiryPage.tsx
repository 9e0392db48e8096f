import { useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { IconFileCheck } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from 'react-router';
import { RecordId } from '../../domain/records/ids.ts';
import { text } from '../../domain/records/text.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { useAction } from '../application/actions.ts';
import { addressOf } from '../application/addresses.ts';
import { sentenceFor, tellError } from '../application/errors.tsx';
import { useRead } from '../application/queries.ts';
import { useSubject } from '../application/sidePanel.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { InConflict } from '../parts/conflict/InConflict.tsx';
import type { RecordView } from '../parts/form/formKeeper.ts';
import { HandlingOf } from '../parts/handling/HandlingOf.tsx';
import { ActionButton } from '../parts/page/ActionButton.tsx';
import { NotHere } from '../parts/page/NotHere.tsx';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import { useTitles } from '../parts/picker/useTitles.ts';
import { RecordMenu } from '../parts/record/RecordMenu.tsx';
import { FillAnswer } from './FillAnswer.tsx';
import { useTakeForms } from './givenForm.ts';
import { useTakeAction } from './InquiriesPage.tsx';
import classes from './inquiries.module.css';
import { Lines } from './Lines.tsx';
import { Ministries } from './Ministries.tsx';
import { Naming } from './Naming.tsx';
import { useInquiryWords } from './useInquiryWords.ts';

/** One inquiry: whom it asks, what each ministry says to each line, and what the delegation settles. */
export function InquiryPage() {
  const { id = '' } = useParams();
  const { place } = useInquiryWords();
  useSubject(id);
  useTakeForms();
  const { data, error } = useRead('records', 'read', { id });
  if (error !== null) return <NotHere crumbs={[{ title: place, address: '/inquiries' }]} why={sentenceFor(error)} />;
  if (data === undefined) return <Page>{null}</Page>;
  return <Inquiry key={id} view={data} />;
}

function Inquiry({ view }: { readonly view: RecordView }) {
  const { t } = useLingui();
  const client = useClient();
  const navigate = useNavigate();
  const language = useLanguage();
  const { place } = useInquiryWords();
  const inquiry = RecordId.parse(view.id);
  const { data: standing } = useRead('inquiries', 'standing', { inquiry });
  const about = text(view.body.about);
  const paper = text(view.body.paper);
  const { titles } = useTitles([about].filter((one) => one !== ''));
  const group = t`Ministries`;
  const take = useTakeAction();
  const made = {
    id: 'inquiry.paper',
    title: paper === '' ? t`Make the national position` : t`Open the national position`,
    group,
    icon: IconFileCheck,
    disabled: (standing?.lines ?? []).every(({ settledOn }) => settledOn === ''),
    run: () =>
      void client.inquiries
        .makePaper({ inquiry, language })
        .then((one) => navigate(addressOf('paper', one.paper)))
        .catch(tellError),
  };
  useAction(made);
  const source = titles.get(about);
  const title = view.title === '' ? t`Without a name` : view.title;
  return (
    <Page>
      <PageHead
        title={title}
        crumbs={[{ title: place, address: '/inquiries' }]}
        marks={
          <>
            <HandlingOf record={view.id} />
            {view.conflicted && <InConflict record={view.id} />}
          </>
        }
        line={
          <span className={classes.line}>
            {source !== undefined && (
              <Anchor component={Link} to={addressOf(source.kind, about)} inherit>
                {source.title}
              </Anchor>
            )}
            <span>{t`Never leaves our own organisation`}</span>
          </span>
        }
        actions={
          <>
            <ActionButton action={take} />
            {source?.kind === 'adoption' && <FillAnswer inquiry={inquiry} />}
            <ActionButton action={made} primary />
            <RecordMenu
              record={view}
              title={title}
              words={{ more: t`More with this inquiry`, remove: t`Delete this inquiry`, group }}
              back="/inquiries"
            />
          </>
        }
      />
      {standing !== undefined && (
        <>
          <Naming view={view} />
          <Ministries view={view} standing={standing} />
          <Lines view={view} standing={standing} />
        </>
      )}
    </Page>
  );
}
