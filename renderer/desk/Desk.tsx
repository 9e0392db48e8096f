import { useLingui } from '@lingui/react/macro';
import { useRead } from '../application/queries.ts';
import { TrustNotices } from '../parts/directory/TrustNotices.tsx';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import { Arrived } from './Arrived.tsx';
import { Days } from './Days.tsx';
import classes from './desk.module.css';
import { FirstSteps } from './FirstSteps.tsx';
import { useGreeting } from './greeting.ts';
import { Lines } from './Lines.tsx';
import { Notices } from './Notices.tsx';
import { Readiness } from './Readiness.tsx';
import { Recent } from './Recent.tsx';
import { type DeskData, type DeskNeed, useDesk } from './useDesk.ts';
import { useExchangeLines } from './useExchangeLines.tsx';
import { useHereLines } from './useHereLines.tsx';
import { useNeedLines, usePaperLine } from './useNeedLines.tsx';

/** What is to come, what is asked of this seat and by when, what is late, and what arrived. */
export function Desk() {
  const { t } = useLingui();
  const { data, see } = useDesk();
  const status = useRead('vault', 'status', {});
  const greeting = useGreeting(data?.meeting);
  const isSecretariat = status.data?.installation?.role === 'secretariat';
  if (data === undefined || status.data === undefined) return <Page>{null}</Page>;
  return (
    <div className={classes.desk}>
      <div className={classes.columns}>
        <div className={classes.work}>
          <PageHead
            title={greeting.title}
            windowTitle={t`Desk`}
            {...(greeting.line === undefined ? {} : { line: greeting.line })}
          />
          <Notices notices={data.notices} />
          <TrustNotices />
          <FirstSteps data={data} isSecretariat={isSecretariat} />
          <Needs data={data} isSecretariat={isSecretariat} />
          <Arrived data={data} see={see} />
          {data.meeting !== undefined && <Days meeting={data.meeting} />}
        </div>
        <div className={classes.beside}>
          <Readiness data={data} isSecretariat={isSecretariat} />
          <Recent />
        </div>
      </div>
    </div>
  );
}

const ASKED = ['write', 'answer', 'lead'];

function Needs({ data, isSecretariat }: { readonly data: DeskData; readonly isSecretariat: boolean }) {
  const { t } = useLingui();
  const needLine = useNeedLines(data.meeting);
  const paperLine = usePaperLine();
  const here = [...useExchangeLines(), ...useHereLines(data)];
  const isAsked = (need: DeskNeed) => ASKED.includes(need.what) || (need.what === 'adoption' && need.does === 'answer');
  const asked = data.needs.filter(isAsked).map(needLine);
  const others = data.needs.filter((need) => !isAsked(need)).map(needLine);
  const own = new Set(data.needs.flatMap((need) => (need.what === 'write' ? need.paper.record : [])));
  const awaited = [...(data.readiness?.late ?? []), ...(data.readiness?.expected ?? [])];
  const ofOthers = awaited
    .filter(({ record }) => !own.has(record))
    .map((paper) => ({ ...paperLine(paper), for: paper.from.join(', ') }));
  if (!isSecretariat) {
    return (
      <>
        <Lines
          id="desk-asked"
          title={t`Asked of us`}
          lines={asked}
          {...(data.meeting === undefined ? {} : { none: t`Nothing is asked of us at the moment.` })}
        />
        <Lines id="desk-needs" title={t`What needs you`} lines={[...others, ...here]} />
      </>
    );
  }
  return (
    <>
      <Lines
        id="desk-needs"
        title={t`What needs you`}
        lines={[...others, ...asked, ...here]}
        {...(data.meeting === undefined ? {} : { none: t`Nothing needs you at the moment.` })}
      />
      <Lines id="desk-awaited" title={t`Papers that are not in`} second={t`From`} lines={ofOthers} />
    </>
  );
}
