import { useLingui } from '@lingui/react/macro';
import { Anchor, Button, Progress } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { ExplanationLine } from '../../contract/exchange/bundles.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { addressOf } from '../application/addresses.ts';
import { sentenceFor } from '../application/errors.tsx';
import { useJobs } from '../application/jobs.ts';
import { Leaks } from '../parts/leaks/Leaks.tsx';
import { useRecordName } from '../parts/picker/recordName.ts';
import type { Printer } from '../parts/printing/usePrinter.ts';
import classes from './print.module.css';
import { Sheets } from './Sheets.tsx';
import { usePdf } from './usePdf.ts';
import type { usePrinted } from './usePrinted.ts';
import type { useSaving } from './useSaving.ts';

interface PreviewProps {
  readonly making: ReturnType<typeof usePrinted>;
  /** What is shown is not what is chosen now. */
  readonly stale: boolean;
  readonly printer: Printer;
  readonly saving: ReturnType<typeof useSaving>;
  readonly error: unknown;
  readonly record: { readonly id: string; readonly kind: string; readonly title: string } | undefined;
  readonly lines: readonly z.output<typeof ExplanationLine>[];
}

/** The pages, or why there are none; over them what is under way. */
export function Preview({ making, stale, printer, saving, error, record, lines }: PreviewProps) {
  const { t } = useLingui();
  const nameOf = useRecordName();
  const { opened, failed } = usePdf(making.printed?.bytes);
  const warnings = making.printed?.warnings ?? [];
  const leftOut = lines.filter((line) => (line.conflict || line.numberTwice) && line.record !== record?.id);
  const problem = error ?? (failed ? new AmberdeskError('print.failed') : undefined);
  const notes = (
    <div className={classes.notes}>
      {saving.job !== undefined && <Making job={saving.job} title={t`Saving the PDF`} cancel={saving.cancel} />}
      {making.job !== undefined && (
        <Making
          job={making.job}
          title={opened === undefined ? t`Setting the pages` : t`Setting the pages anew`}
          cancel={making.cancel}
        />
      )}
      {printer.progress !== undefined && <ToPrinter progress={printer.progress} cancel={printer.stop} />}
      {making.stopped && (
        <Note>
          <span role="status">{t`The preview was stopped.`}</span>
          <Button size="xs" variant="default" onClick={making.again}>
            {t`Make the preview`}
          </Button>
        </Note>
      )}
    </div>
  );
  return (
    <div className={classes.left}>
      {warnings.length + leftOut.length > 0 && (
        <ul className={classes.warnings} aria-label={t`Before you print`}>
          {leftOut.map((line) => (
            <li key={line.record}>
              <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
              <span>
                {line.conflict
                  ? t`In conflict, and left out until it is resolved:`
                  : t`Its number is used twice, and it is left out until that is settled:`}{' '}
                <Anchor component={Link} to={addressOf(line.kind, line.record)} underline="always" inherit c="inherit">
                  {nameOf(line)}
                </Anchor>
              </span>
            </li>
          ))}
          {warnings.map((warning) => (
            <li key={warning}>
              <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
              {warning}
            </li>
          ))}
        </ul>
      )}
      {problem !== undefined && <Problem error={problem} record={record} lines={lines} again={making.again} />}
      {problem === undefined && opened !== undefined && (
        <Sheets opened={opened} stale={stale || opened.bytes !== making.printed?.bytes}>
          {notes}
        </Sheets>
      )}
      {problem === undefined && opened === undefined && <div className={classes.waiting}>{notes}</div>}
    </div>
  );
}

/** Why nothing prints, in place of the pages, with what can be done about it. */
function Problem({
  error,
  record,
  lines,
  again,
}: Pick<PreviewProps, 'error' | 'record' | 'lines'> & { again(): void }) {
  const { t } = useLingui();
  const nameOf = useRecordName();
  const code = error instanceof AmberdeskError ? error.code : 'internal';
  const name = nameOf(record);
  const own = lines.find((line) => line.record === record?.id && !line.goes);
  const link = record !== undefined && (
    <Anchor component={Link} to={addressOf(record.kind, record.id)}>
      {code === 'release.conflict' ? t`Resolve it: ${name}` : name}
    </Anchor>
  );
  const heads: Readonly<Record<string, string>> = {
    'release.conflict': t`It is in conflict`,
    'release.numberTwice': t`Its number is used twice`,
    'release.audit': t`Stopped before it left`,
  };
  const head = heads[code];
  return (
    <div className={classes.nothing} role="alert">
      {code === 'release.withheld' ? (
        <>
          <h2>{t`This audience may not have it`}</h2>
          <p>{link}</p>
          {own !== undefined && <p>{own.sentences.join(' ')}</p>}
        </>
      ) : (
        <>
          <h2>{head ?? t`There is nothing to show`}</h2>
          <p>{sentenceFor(error)}</p>
          {head !== undefined && code !== 'release.audit' && <p>{link}</p>}
          <Leaks error={error} />
          {code === 'print.failed' && (
            <Button size="xs" variant="default" onClick={again}>
              {t`Try again`}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

interface MakingProps {
  readonly job: string;
  readonly title: string;
  cancel(): void;
}

function Making({ job, title, cancel }: MakingProps) {
  const { t } = useLingui();
  const running = useJobs((state) => state.jobs.find((one) => one.job === job));
  const share = running === undefined || running.total === 0 ? 0 : running.done / running.total;
  return (
    <Note>
      <span role="status">{title}</span>
      <Progress className={classes.progress ?? ''} value={Math.max(8, share * 100)} animated aria-label={title} />
      <Button size="xs" variant="default" onClick={cancel}>{t`Cancel`}</Button>
    </Note>
  );
}

function ToPrinter({ progress, cancel }: { readonly progress: { done: number; total: number }; cancel(): void }) {
  const { t } = useLingui();
  const { done, total } = progress;
  const title = total === 0 ? t`Preparing the print` : t`Preparing the print: page ${done + 1} of ${total}`;
  return (
    <Note>
      <span role="status">{title}</span>
      <Progress
        className={classes.progress ?? ''}
        value={total === 0 ? 4 : (done / total) * 100}
        animated
        aria-label={t`Preparing the print`}
      />
      <Button size="xs" variant="default" onClick={cancel}>{t`Cancel`}</Button>
    </Note>
  );
}

function Note({ children }: { readonly children: ReactNode }) {
  return <div className={classes.note}>{children}</div>;
}
