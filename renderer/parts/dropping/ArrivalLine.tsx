import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleOff, IconClock, IconLoader2 } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { z } from 'zod';
import { AmberdeskError, hasCode } from '../../../domain/errors.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor, tellError } from '../../application/errors.tsx';
import { VerifyCard } from '../card/VerifyCard.tsx';
import { VerifySender } from '../card/VerifySender.tsx';
import { PassphraseField } from '../passphrase/PassphraseField.tsx';
import { WorkProgress } from '../work/WorkProgress.tsx';
import { type Arrival, type ArrivalState, useArrivals } from './arrivals.ts';
import classes from './dropping.module.css';
import { useTakers } from './takers.ts';

/** One file that came: what was done with it in a sentence, and what can be done next. */
export function ArrivalLine({ arrival }: { readonly arrival: Arrival }) {
  return (
    <li className={classes.line}>
      <Sign state={arrival.state} />
      <div className={classes.lineText}>
        <span className={classes.name}>
          {arrival.name}
          {arrival.sources.length > 1 && (
            <span className={classes.parts}>
              {' '}
              <Plural value={arrival.sources.length} one="# part" other="# parts" />
            </span>
          )}
        </span>
        <Telling arrival={arrival} />
      </div>
    </li>
  );
}

function Sign({ state }: { readonly state: ArrivalState }) {
  const sign = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;
  switch (state.is) {
    case 'waiting':
      return <IconClock {...sign} />;
    case 'working':
      return <IconLoader2 {...sign} />;
    case 'done':
      return <IconCircleCheck {...sign} />;
    case 'notTaken':
      return <IconCircleOff {...sign} />;
    case 'failed':
      return <IconAlertTriangle {...sign} />;
  }
}

function Telling({ arrival }: { readonly arrival: Arrival }) {
  const { t } = useLingui();
  const client = useClient();
  const takers = useTakers((state) => state.takers);
  const remove = useArrivals((state) => state.remove);
  const { id, state, folder } = arrival;
  switch (state.is) {
    case 'waiting':
      return <span className={classes.says}>{t`Waits for its turn.`}</span>;
    case 'working': {
      const { job } = state;
      return (
        <WorkProgress
          job={job}
          title={t`Being looked at`}
          onCancel={() => void client.jobs.cancel({ job }).catch(tellError)}
        />
      );
    }
    case 'notTaken':
      if (folder)
        return <span className={classes.says}>{t`A folder is not taken. Drop the files that are in it.`}</span>;
      return (
        <span className={classes.says}>
          <Trans>
            Not taken. Taken are: {takers.flatMap(({ endings }) => endings.map((ending) => `.${ending}`)).join(', ')}.
          </Trans>
        </span>
      );
    case 'done': {
      const { says, address, card } = state.outcome;
      return (
        <>
          <span className={classes.says}>{says}</span>
          {address !== undefined && (
            <Anchor component={Link} to={address} onClick={() => remove(id)}>
              {t`Look at it`}
            </Anchor>
          )}
          {card?.trust === 'unverified' && <VerifyCard {...card} />}
        </>
      );
    }
    case 'failed':
      return <Failure arrival={arrival} error={state.error} tried={state.tried} />;
  }
}

interface FailureProps {
  readonly arrival: Arrival;
  readonly error: unknown;
  /** With a passphrase. */
  readonly tried: boolean;
}

function Failure({ arrival, error, tried }: FailureProps) {
  if (hasCode(error, 'bundle.passphrase')) return <AskPassphrase arrival={arrival} tried={tried} />;
  if (hasCode(error, 'bundle.unknownSender')) {
    const again = () => useArrivals.getState().change(arrival.id, { is: 'waiting' });
    return <VerifySender error={error} onAgain={again} />;
  }
  return (
    <span className={classes.wrong} role="alert">
      {sentenceFor(error)} <Parts error={error} />
    </span>
  );
}

const Named = z.union([z.object({ files: z.array(z.string()) }), z.object({ after: z.string() })]);

/** Which of the parts it is about. */
function Parts({ error }: { readonly error: unknown }) {
  const named = Named.safeParse(error instanceof AmberdeskError ? error.details : undefined);
  if (!named.success || !(error instanceof AmberdeskError) || !error.code.startsWith('bundle.volumes')) return null;
  if ('after' in named.data) return <Trans>What comes after {named.data.after} is not here.</Trans>;
  const shown = named.data.files.slice(0, 5).join(', ');
  const more = named.data.files.length - 5;
  if (error.code === 'bundle.volumesMissing' && more <= 0) return <Trans>Missing: {shown}.</Trans>;
  return more > 0 ? (
    <Trans>
      It is about {shown} and {more} more.
    </Trans>
  ) : (
    <Trans>It is about {shown}.</Trans>
  );
}

function AskPassphrase({ arrival, tried }: { readonly arrival: Arrival; readonly tried: boolean }) {
  const { t } = useLingui();
  const [passphrase, setPassphrase] = useState('');
  const open = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase !== '') useArrivals.getState().change(arrival.id, { is: 'waiting', passphrase });
  };
  return (
    <form onSubmit={open} className={classes.ask}>
      <PassphraseField
        label={t`It is under a passphrase. Ask the sender for it, by another way than the file came`}
        value={passphrase}
        onChange={setPassphrase}
        error={tried && passphrase === '' && t`The passphrase is not right. Nothing was changed.`}
        autoFocus
      />
      <Button type="submit" size="xs" variant="default">
        {t`Open the bundle`}
      </Button>
    </form>
  );
}
