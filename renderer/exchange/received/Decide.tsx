import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconX } from '@tabler/icons-react';
import { type Action, useAction } from '../../application/actions.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { WorkProgress } from '../../parts/work/WorkProgress.tsx';
import classes from '../exchange.module.css';
import type { Preview } from '../words.ts';
import { insideOf, isOpen } from './insides.ts';
import { NextWaiting } from './NextWaiting.tsx';
import type { Decisions } from './useDecisions.ts';

interface DecideProps {
  readonly preview: Preview;
  readonly decisions: Decisions;
  /** Those with a tick, while some are being picked out. */
  readonly picked: ReadonlySet<string> | undefined;
  onPick(picked: ReadonlySet<string> | undefined): void;
  /** What can be taken was taken. */
  onAccepted(): void;
}

/** Accepts all or some, declines, takes back: what can be decided now, and what it means in a quiet line. */
export function Decide({ preview, decisions, picked, onPick, onAccepted }: DecideProps) {
  const { t } = useLingui();
  const { lines, state } = preview;
  const open = lines.filter(isOpen);
  const declined = lines.filter(({ decision }) => decision === 'declined');
  const conflicts = open.filter((line) => insideOf(line) === 'conflict').length;
  const clean = open.length - conflicts;
  const accept = async (records?: readonly string[]) => {
    if (!(await decisions.accept(records))) return;
    onPick(undefined);
    onAccepted();
  };
  const acceptTitle =
    conflicts === 0
      ? t`Accept all ${open.length}`
      : clean === 0
        ? t`Accept, review ${conflicts}`
        : t`Accept ${clean}, review ${conflicts}`;
  const isWorking = decisions.job !== undefined;
  const actions = {
    accept: {
      id: 'exchange.accept',
      title: acceptTitle,
      group: t`Exchange`,
      icon: IconCheck,
      disabled: open.length === 0 || isWorking,
      run: () => void accept(open.map(({ record }) => record)),
    },
    decline: {
      id: 'exchange.decline',
      title: state === 'accepted' ? t`Decline the rest` : t`Decline`,
      group: t`Exchange`,
      icon: IconX,
      disabled: open.length === 0 || isWorking,
      run: () => void decisions.decline(),
    },
    undo: {
      id: 'exchange.undo',
      title: t`Take the whole import back`,
      group: t`Exchange`,
      icon: IconArrowBackUp,
      disabled: state !== 'accepted' || lines.length === 0 || isWorking,
      run: () => void decisions.undo(),
    },
  } satisfies Record<string, Action>;
  useAction(actions.accept);
  useAction(actions.decline);
  useAction(actions.undo);
  return (
    <div className={classes.decide}>
      {decisions.error !== undefined && (
        <p role="alert" className={classes.wrong}>
          {sentenceFor(decisions.error)}
        </p>
      )}
      {decisions.job !== undefined ? (
        <WorkProgress job={decisions.job} title={t`Accepting; a backup is made first`} onCancel={decisions.cancel} />
      ) : picked !== undefined ? (
        <div className={classes.buttons}>
          <Button px={12} disabled={picked.size === 0} onClick={() => void accept([...picked])}>
            <Plural value={picked.size} _0="Accept what is ticked" one="Accept # record" other="Accept # records" />
          </Button>
          <Button px={12} variant="default" onClick={() => onPick(undefined)}>
            {t`Cancel`}
          </Button>
        </div>
      ) : (
        <div className={classes.buttons}>
          {open.length > 0 && (
            <>
              <Button px={12} onClick={actions.accept.run}>
                {acceptTitle}
              </Button>
              {open.length > 1 && (
                <Button px={12} variant="default" onClick={() => onPick(new Set())}>
                  {t`Accept some…`}
                </Button>
              )}
              <Button px={12} variant="default" onClick={actions.decline.run}>
                {actions.decline.title}
              </Button>
            </>
          )}
          {open.length === 0 && declined.length > 0 && (
            <>
              <Button px={12} variant="default" onClick={() => void accept(declined.map(({ record }) => record))}>
                <Plural value={declined.length} one="Accept the declined record" other="Accept the # declined" />
              </Button>
              {declined.length > 1 && (
                <Button px={12} variant="default" onClick={() => onPick(new Set())}>
                  {t`Accept some…`}
                </Button>
              )}
            </>
          )}
          {state === 'accepted' && lines.length > 0 && (
            <Button px={12} variant="default" onClick={actions.undo.run}>
              {t`Take the whole import back`}
            </Button>
          )}
        </div>
      )}
      <p className={classes.quiet} role="status">
        {picked !== undefined ? (
          t`Tick what you accept. The rest stays listed and can be taken later.`
        ) : open.length > 0 && state !== 'accepted' ? (
          t`A backup is made first. The whole import can be undone.`
        ) : lines.length === 0 && state !== 'recalled' ? (
          t`It holds no records. What it says was noted when it was opened: nothing is to be decided.`
        ) : state === 'accepted' ? (
          open.length > 0 ? (
            <Trans>Accepted in part. The rest waits here; what was accepted can be taken back as a whole.</Trans>
          ) : (
            t`Accepted. It can be taken back as a whole until something is built on it.`
          )
        ) : state === 'recalled' ? (
          t`Its sender recalled it. What it brought was taken back, but for what something was built upon.`
        ) : state === 'declined' ? (
          t`Declined. It stays here and can be taken later.`
        ) : null}
      </p>
      <NextWaiting bundle={preview.bundle} />
    </div>
  );
}
