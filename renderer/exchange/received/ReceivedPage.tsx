import { Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconCheck, IconPackageOff, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import type { Json } from '../../../domain/records/json.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { formatMoment } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { useResolve } from '../../parts/conflict/useResolve.ts';
import { EmptyState } from '../../parts/empty/EmptyState.tsx';
import { kindName } from '../../parts/kinds/kindNames.ts';
import { NoticeWords } from '../../parts/notice/NoticeWords.tsx';
import { Page } from '../../parts/page/Page.tsx';
import { PageHead } from '../../parts/page/PageHead.tsx';
import classes from '../exchange.module.css';
import { inOrder } from '../inOrder.ts';
import { ReadHead } from '../ReadHead.tsx';
import { RecordList } from '../RecordList.tsx';
import { Split } from '../Split.tsx';
import { type Line, type Preview, usePurposeLine } from '../words.ts';
import { BundleFacts } from './BundleFacts.tsx';
import { Decide } from './Decide.tsx';
import { firstInside, type Inside, insideOf, isOpen, useInsides } from './insides.ts';
import { LikelyTheSame } from './LikelyTheSame.tsx';
import { NoRecords } from './NoRecords.tsx';
import { ReceivedRecord } from './ReceivedRecord.tsx';
import { useDecisions } from './useDecisions.ts';
import { WhatIsInside } from './WhatIsInside.tsx';
import { WordsInside } from './WordsInside.tsx';

/** A bundle that was opened: a proposal, which is read and decided on here. */
export function ReceivedPage() {
  const { t } = useLingui();
  const { bundle = '' } = useParams();
  const language = useLanguage();
  const { data, error } = useRead('exchange', 'preview', { bundle, language }, { keep: true });
  if (error !== null) {
    return (
      <Page>
        <PageHead title={t`Received`} crumbs={[{ title: t`Exchange`, address: '/exchange' }]} />
        <EmptyState icon={IconPackageOff} title={t`This bundle is not here`}>
          {sentenceFor(error)}
        </EmptyState>
      </Page>
    );
  }
  if (data === undefined || data.bundle !== bundle) return <Page>{null}</Page>;
  return <Received key={bundle} preview={data} />;
}

function Received({ preview }: { readonly preview: Preview }) {
  const { t, i18n } = useLingui();
  const language = useLanguage();
  const purposeLine = usePurposeLine();
  const resolve = useResolve();
  const decisions = useDecisions(preview);
  const { lines, sender, purpose, meetingTitle, created, warnings } = preview;
  const [inside, setInside] = useState<Inside>(() => firstInside(lines));
  const [chosen, setChosen] = useState<string>();
  const [picked, setPicked] = useState<ReadonlySet<string>>();
  const shown = inOrder(lines.filter((line) => insideOf(line) === inside));
  const at = Math.max(
    0,
    shown.findIndex(({ record }) => record === chosen),
  );
  const line = shown[at];
  const title = useInsides().find((one) => one.inside === inside)?.title ?? '';
  const choose = (next: Inside) => {
    setInside(next);
    setChosen(undefined);
  };
  const pick = (id: string) => {
    const wanted = lines.find(({ record }) => record === id);
    if (picked === undefined || wanted === undefined || !isTakeable(wanted)) return;
    setPicked(picked.has(id) ? new Set([...picked].filter((one) => one !== id)) : new Set([...picked, id]));
  };
  const unresolved = shown.filter((one) => isOpen(one) || one.conflicted);
  const place = line === undefined ? -1 : unresolved.indexOf(line);
  const next = unresolved[place + 1] ?? unresolved.find((one) => one !== line);
  const answer = async (answers: Record<string, Json | null>) => {
    if (line === undefined) return;
    if (line.decision !== 'accepted' && !(await decisions.accept([line.record]))) return;
    await resolve(line.record, line.title, answers);
    if (next !== undefined) setChosen(next.record);
  };
  const action =
    line?.decision === 'accepted'
      ? next === undefined
        ? t`Resolve`
        : t`Resolve and go to the next`
      : next === undefined
        ? t`Accept and resolve`
        : t`Accept, resolve and go to the next`;
  return (
    <Split
      reading={line === undefined ? t`The record` : t`The record “${line.title}”`}
      left={
        <>
          <PageHead
            title={t`From ${sender.organisationName}`}
            crumbs={[
              { title: t`Exchange`, address: '/exchange' },
              { title: t`Received`, address: '/exchange' },
            ]}
            line={
              <Trans>
                {purposeLine(purpose, meetingTitle)}, sealed {formatMoment(created, language)}
              </Trans>
            }
          />
          {preview.notice !== undefined && <NoticeWords notice={preview.notice} from={sender.organisationName} />}
          {warnings.map((warning) => (
            <p key={warning} className={classes.warning}>
              {warning}
            </p>
          ))}
          <LikelyTheSame preview={preview} />
          <BundleFacts preview={preview} />
          <WordsInside preview={preview} />
          {lines.length > 0 && (
            <>
              <WhatIsInside lines={lines} attachments={preview.attachments} chosen={inside} onChoose={choose} />
              <h2 className={classes.small}>{title}</h2>
              <RecordList
                label={title}
                records={shown.map((one) => ({ ...listed(one), says: saysOf(one) || i18n._(kindName(one.kind)) }))}
                chosen={line?.record}
                onChoose={setChosen}
                {...(picked === undefined ? {} : { picked, onPick: pick })}
              />
            </>
          )}
        </>
      }
      foot={
        <Decide
          preview={preview}
          decisions={decisions}
          picked={picked}
          onPick={setPicked}
          onAccepted={() => lines.some((one) => insideOf(one) === 'conflict') && choose('conflict')}
        />
      }
      right={
        lines.length === 0 ? (
          <NoRecords preview={preview} />
        ) : line === undefined ? (
          <EmptyState title={t`Nothing of this kind is inside`} />
        ) : (
          <>
            <ReadHead
              title={line.title}
              kind={line.kind}
              label={line.label}
              at={at}
              of={shown.length}
              onMove={(to) => setChosen(shown[to]?.record)}
            />
            <ReceivedRecord key={line.record} bundle={preview.bundle} line={line} action={action} onResolve={answer} />
          </>
        )
      }
    />
  );
}

const isTakeable = ({ decision }: Line): boolean => decision === 'open' || decision === 'declined';

const listed = (line: Line) => ({ id: line.record, title: line.title, mark: <DecisionMark line={line} /> });

const saysOf = ({ about, sentences }: Line): string => (about.length > 0 ? about.join(', ') : sentences.join(' '));

function DecisionMark({ line: { decision, conflicted, brought } }: { readonly line: Line }): ReactNode {
  const { t } = useLingui();
  const sign = { size: 14, stroke: 1.6, 'aria-hidden': true } as const;
  if (decision === 'accepted' && conflicted) {
    return (
      <span className={classes.recordMark}>
        <IconAlertTriangle {...sign} />
        {t`to resolve`}
      </span>
    );
  }
  if (decision === 'accepted') {
    return (
      <span className={classes.recordMark}>
        <IconCheck {...sign} />
        {brought === 'conflict' ? t`resolved` : t`accepted`}
      </span>
    );
  }
  if (decision !== 'declined') return null;
  return (
    <span className={classes.recordMark}>
      <IconX {...sign} />
      {t`declined`}
    </span>
  );
}
