import { Trans, useLingui } from '@lingui/react/macro';
import { IconPackageOff, IconShieldCheck } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { formatMoment } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { formatBytes } from '../../parts/backups/formatBytes.ts';
import { EmptyState } from '../../parts/empty/EmptyState.tsx';
import { NoticeWords } from '../../parts/notice/NoticeWords.tsx';
import { Page } from '../../parts/page/Page.tsx';
import { PageHead } from '../../parts/page/PageHead.tsx';
import classes from '../exchange.module.css';
import { Split } from '../Split.tsx';
import { useAddresseeWords, usePurposeLine } from '../words.ts';
import { ExplanationList } from './ExplanationList.tsx';
import { useJustSealed } from './justSealed.ts';
import { NextSteps } from './NextSteps.tsx';
import { SealedWords } from './SealedWords.tsx';
import sendClasses from './send.module.css';

/** A bundle that was sealed here: for whom, how much, and what the gate said. */
export function SentPage() {
  const { t } = useLingui();
  const { bundle = '' } = useParams();
  const language = useLanguage();
  const just = useJustSealed((state) => state.files.find((one) => one.bundle === bundle));
  const purposeLine = usePurposeLine();
  const addresseeWords = useAddresseeWords();
  const { data, error } = useRead('exchange', 'sealed', { bundle, language }, { keep: true });
  const crumbs = [
    { title: t`Exchange`, address: '/exchange' },
    { title: t`Sent`, address: '/exchange?tab=sent' },
  ];
  if (error !== null) {
    return (
      <Page>
        <PageHead title={t`Sent`} crumbs={crumbs} />
        <EmptyState icon={IconPackageOff} title={t`This bundle is not here`}>
          {sentenceFor(error)}
        </EmptyState>
      </Page>
    );
  }
  if (data === undefined) return <Page>{null}</Page>;
  const { addressees, meant, purpose, meetingTitle, created, records, attachments, bytes, explanation } = data;
  return (
    <Split
      reading={t`What went and what was withheld`}
      left={
        <>
          <PageHead
            title={t`For ${addresseeWords(addressees, meant)}`}
            crumbs={crumbs}
            line={
              <Trans>
                {purposeLine(purpose, meetingTitle)}, sealed {formatMoment(created, language)}
              </Trans>
            }
          />
          {data.notice !== undefined && <NoticeWords notice={data.notice} from={t`Ourselves`} />}
          <dl className={classes.facts}>
            {addressees.length > 0 && (
              <>
                <dt>{t`Sealed for`}</dt>
                <dd>
                  {addressees.map(({ installation, name, organisationName }) => (
                    <div key={installation}>{`${organisationName}, ${name}`}</div>
                  ))}
                </dd>
              </>
            )}
            <dt>{t`Records`}</dt>
            <dd>{records}</dd>
            <dt>{t`Attachments`}</dt>
            <dd>{attachments}</dd>
            {bytes !== undefined && (
              <>
                <dt>{t`Size`}</dt>
                <dd>{formatBytes(bytes, language)}</dd>
              </>
            )}
          </dl>
          {just?.words !== undefined && <SealedWords bundle={bundle} words={just.words} />}
          <NextSteps
            {...(just === undefined ? {} : { file: just.file, volumes: just.volumes, inFolder: just.inFolder })}
            underWords={addressees.length === 0}
          />
        </>
      }
      right={
        explanation === undefined ? (
          <EmptyState icon={IconShieldCheck} title={t`What the gate said was not kept`}>
            {t`The bundle was sealed by an older version.`}
          </EmptyState>
        ) : (
          <div className={sendClasses.explained}>
            <ExplanationList explanation={explanation} past of={{ is: 'sealed', bundle }} />
          </div>
        )
      }
    />
  );
}
