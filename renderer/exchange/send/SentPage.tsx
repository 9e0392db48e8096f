import { Trans, useLingui } from '@lingui/react/macro';
import { IconPackageOff, IconShieldCheck } from '@tabler/icons-react';
import { useLocation, useParams } from 'react-router';
import { z } from 'zod';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { formatMoment } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { formatBytes } from '../../parts/backups/formatBytes.ts';
import { EmptyState } from '../../parts/empty/EmptyState.tsx';
import { Page } from '../../parts/page/Page.tsx';
import { PageHead } from '../../parts/page/PageHead.tsx';
import classes from '../exchange.module.css';
import { Split } from '../Split.tsx';
import { useAddresseeWords, usePurposeLine } from '../words.ts';
import { ExplanationList } from './ExplanationList.tsx';
import sendClasses from './send.module.css';

/** The words under which it was sealed, for as long as the window is there and stays here. */
const JustSealed = z.object({ words: z.string() });

/** A bundle that was sealed here: for whom, how much, and what the gate said. */
export function SentPage() {
  const { t } = useLingui();
  const { bundle = '' } = useParams();
  const language = useLanguage();
  const just = JustSealed.safeParse(useLocation().state);
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
  const { addressees, purpose, meetingTitle, created, records, attachments, bytes, explanation } = data;
  return (
    <Split
      reading={t`What went and what was withheld`}
      left={
        <>
          <PageHead
            title={t`For ${addresseeWords(addressees)}`}
            crumbs={crumbs}
            line={
              <Trans>
                {purposeLine(purpose, meetingTitle)}, sealed {formatMoment(created, language)}
              </Trans>
            }
          />
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
          {just.success && (
            <div className={sendClasses.words}>
              <h2 className={classes.small}>{t`Passphrase of the bundle`}</h2>
              <output className={sendClasses.wordsText} aria-label={t`Passphrase of the bundle`}>
                {just.data.words}
              </output>
              <p className={classes.warning}>
                {t`Note the words now: they are kept nowhere. Tell them by another way than the file goes.`}
              </p>
            </div>
          )}
          <p className={classes.quiet}>
            {t`The file is encrypted: send it by any way. This application sends nothing itself.`}
          </p>
        </>
      }
      right={
        explanation === undefined ? (
          <EmptyState icon={IconShieldCheck} title={t`What the gate said was not kept`}>
            {t`The bundle was sealed by an older version.`}
          </EmptyState>
        ) : (
          <ExplanationList explanation={explanation} past />
        )
      }
    />
  );
}
