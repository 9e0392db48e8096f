import { useLingui } from '@lingui/react/macro';
import { IconMailShare, IconPrinter } from '@tabler/icons-react';
import { useNavigate, useParams } from 'react-router';
import { RecordId } from '../../domain/records/ids.ts';
import { useAction } from '../application/actions.ts';
import { addressOf, printAddress, sendAddress } from '../application/addresses.ts';
import { sentenceFor } from '../application/errors.tsx';
import { useRead } from '../application/queries.ts';
import { useSubject } from '../application/sidePanel.ts';
import { Deadline } from '../parts/adoption/Deadline.tsx';
import { useAdoptionWords } from '../parts/adoption/useAdoptionWords.ts';
import { InConflict } from '../parts/conflict/InConflict.tsx';
import { HandlingOf } from '../parts/handling/HandlingOf.tsx';
import { useAskMinistries } from '../parts/inquiries/useAskMinistries.ts';
import { ActionButton } from '../parts/page/ActionButton.tsx';
import { NotHere } from '../parts/page/NotHere.tsx';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import { RecordMenu } from '../parts/record/RecordMenu.tsx';
import classes from './adoption.module.css';
import type { AdoptionData } from './adoptionTypes.ts';
import { Members } from './Members.tsx';
import { OwnAnswer } from './OwnAnswer.tsx';
import { Result } from './Result.tsx';
import { WhatIsPut } from './WhatIsPut.tsx';

/** What is put up for adoption, until when, what each member says, and what became of it. */
export function AdoptionPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const read = RecordId.safeParse(id);
  const { data, error } = useRead(
    'adoption',
    'read',
    { adoption: read.data ?? RecordId.parse(NO_ID) },
    { enabled: read.success, keep: true },
  );
  if (error !== null || !read.success) {
    return (
      <NotHere
        crumbs={[{ title: t`Meetings`, address: '/meetings' }]}
        why={error === null ? t`This is no adoption.` : sentenceFor(error)}
      />
    );
  }
  if (data === undefined) return <Page>{null}</Page>;
  return <Adoption data={data} key={id} />;
}

const NO_ID = '00000000-0000-4000-8000-000000000000';

function Adoption({ data }: { readonly data: AdoptionData }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { ways, results } = useAdoptionWords();
  const record = useRead('records', 'read', { id: data.adoption });
  useSubject(data.adoption);
  const group = t`Adoption`;
  const send = {
    id: 'adoption.send',
    title: t`Seal as a notice…`,
    group,
    icon: IconMailShare,
    disabled: !data.open,
    run: () =>
      navigate(`${sendAddress({ records: [data.adoption, ...data.put.map((one) => one.record)] })}&purpose=notice`),
  };
  const print = {
    id: 'adoption.print',
    title: t`Print the adoption`,
    group,
    icon: IconPrinter,
    shortcut: 'mod+P',
    whileTyping: true,
    run: () => navigate(printAddress('adoption', data.adoption)),
  };
  const ask = useAskMinistries(data.adoption);
  useAction(print);
  useAction(send);
  const { meeting, deadline, zone, open, passed, result } = data;
  const state = result !== undefined && !open ? results[result] : passed ? t`The deadline has passed` : t`Still open`;
  return (
    <Page>
      <PageHead
        title={data.title}
        crumbs={[
          { title: t`Meetings`, address: '/meetings' },
          ...(meeting === undefined
            ? []
            : [{ title: meeting.title, address: `${addressOf('meeting', meeting.record)}?tab=decisions` }]),
        ]}
        marks={
          <>
            <HandlingOf record={data.adoption} />
            {data.conflicted && <InConflict record={data.adoption} />}
          </>
        }
        line={
          <span className={classes.line}>
            <span>{ways[data.way]}</span>
            {deadline !== undefined && (
              <span>
                <Deadline at={deadline} zone={zone} />
              </span>
            )}
            <strong>{state}</strong>
          </span>
        }
        actions={
          <>
            <ActionButton action={print} />
            {data.mayRecord && (
              <ActionButton action={send} primary={data.members.some(({ reach }) => reach === 'notSent')} />
            )}
            {record.data !== undefined && (
              <RecordMenu
                record={record.data}
                title={data.title}
                words={{ more: t`More with this adoption`, remove: t`Delete this adoption`, group }}
                also={[ask]}
                back={meeting === undefined ? '/adoptions' : addressOf('meeting', meeting.record)}
              />
            )}
          </>
        }
      />
      {data.text !== '' && <p className={classes.told}>{data.text}</p>}
      <WhatIsPut data={data} />
      {data.own !== undefined && <OwnAnswer data={data} own={data.own} />}
      <Members data={data} />
      <Result data={data} />
    </Page>
  );
}
