import { Plural, useLingui } from '@lingui/react/macro';
import { Anchor, Button, Skeleton, Title } from '@mantine/core';
import { IconArrowsJoin2, IconUsersMinus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { JoinPlan } from '../../../contract/records/duplicates.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { useAction } from '../../application/actions.ts';
import { addressOf } from '../../application/addresses.ts';
import { sentenceFor, tell, tellError } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useUndo } from '../../application/undo.ts';
import { formatShortMoment } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { Reading } from '../../parts/comparison/Reading.tsx';
import { ConflictPanel } from '../../parts/conflict/ConflictPanel.tsx';
import { useResolving } from '../../parts/conflict/resolvingPlace.ts';
import { useAnswers } from '../../parts/conflict/useAnswers.ts';
import { HandlingBadge } from '../../parts/handling/HandlingBadge.tsx';
import { kindName } from '../../parts/kinds/kindNames.ts';
import { useRecordName } from '../../parts/picker/recordName.ts';
import classes from '../exchange.module.css';
import pairs from './pairs.module.css';
import { type Pair, pairKey } from './useOpenWork.ts';

type Plan = z.output<typeof JoinPlan>;

/** Two records that are likely the same, side by side: joined where a person says so, or told apart. */
export function PairReview({ pair }: { readonly pair: Pair }) {
  const language = useLanguage();
  const asked = { one: pair.one.record, other: pair.other.record, language };
  const { data, error } = useRead('records', 'joinPlan', asked, { keep: true });
  if (error !== null) return <p role="alert">{sentenceFor(error)}</p>;
  if (data === undefined) return <Skeleton height={240} />;
  return <Plan plan={data} key={pairKey(pair)} />;
}

function Plan({ plan }: { readonly plan: Plan }) {
  const { t, i18n } = useLingui();
  const client = useClient();
  const nameOf = useRecordName();
  const did = useUndo((state) => state.did);
  const { kind, kept, gone, questions, joined, refused, marked, outside } = plan;
  const ids = { one: RecordId.parse(kept.record), other: RecordId.parse(gone.record) };
  const { asked, answers, left, answer, values, forget } = useAnswers(`${ids.one}~${ids.other}`, kind, questions);
  const [busy, setBusy] = useState(false);
  const name = nameOf({ kind, title: kept.title });
  const join = async () => {
    setBusy(true);
    const order = { ...ids, answers: values(), reason: t`Joined: the same, made twice` };
    try {
      await client.records.join(order);
      forget();
      did({
        label: t`joined “${name}”`,
        undo: () => client.records.undoMany({ ids: [ids.one, ids.other] }),
        redo: () => client.records.join(order),
      });
      tell(t`Joined. Links to either lead to “${name}”.`);
    } catch (failure) {
      tellError(failure);
    } finally {
      setBusy(false);
    }
  };
  const tellApart = async () => {
    await client.records.tellApart(ids);
    did({
      label: t`told apart: “${name}”`,
      undo: () => client.records.proposeAgain(ids),
      redo: () => client.records.tellApart(ids),
    });
    tell(t`Not the same: it is not proposed here again.`);
  };
  const isClosed = refused !== undefined || left > 0;
  const place = useResolving({
    title: t`Join them`,
    group: t`Exchange`,
    icon: IconArrowsJoin2,
    disabled: isClosed || busy,
    run: () => void join(),
  });
  useAction({
    id: 'duplicates.apart',
    title: t`Not the same`,
    group: t`Exchange`,
    icon: IconUsersMinus,
    run: () => void tellApart().catch(tellError),
  });
  return (
    <div ref={place} data-questions className={pairs.plan}>
      <div className={classes.readHead}>
        <p className={classes.readKind}>{i18n._(kindName(kind))}</p>
        <Title order={2}>{t`Are these the same?`}</Title>
      </div>
      <div className={pairs.two}>
        <One plan={plan} of="kept" />
        <One plan={plan} of="gone" />
      </div>
      {refused !== undefined && <p className={classes.warning}>{refused}</p>}
      {refused === undefined &&
        asked.map((conflict) => (
          <ConflictPanel
            key={conflict.path}
            kind={kind}
            conflict={conflict}
            body={joined.body}
            answer={answers[conflict.path]}
            disabled={busy}
            onAnswer={(given) => answer(conflict.path, given)}
          />
        ))}
      <p className={classes.quiet}>
        <Plural
          value={gone.links}
          _0="Nothing points to the one that gives way."
          one="# link to the one that gives way leads to the other then."
          other="# links to the one that gives way lead to the other then."
        />{' '}
        {t`Both ids are kept, and the two can be parted again.`}{' '}
        {marked > 0 && (
          <Plural
            value={marked}
            one="# record names the one that gives way in its mark: it reaches nobody new through this."
            other="# records name the one that gives way in their mark: they reach nobody new through this."
          />
        )}{' '}
        {outside > 0 && (
          <Plural
            value={outside}
            one="# person of the one that gives way is not invited, and stays outside the community: name the other body in that person’s record to let them in."
            other="# persons of the one that gives way are not invited, and stay outside the community: name the other body in their records to let them in."
          />
        )}
      </p>
      <div className={classes.buttons}>
        <Button disabled={isClosed} loading={busy} onClick={() => void join()}>
          {t`Join them`}
        </Button>
        <Button variant="default" onClick={() => void tellApart().catch(tellError)}>
          {t`Not the same`}
        </Button>
      </div>
    </div>
  );
}

function One({ plan, of }: { readonly plan: Plan; readonly of: 'kept' | 'gone' }) {
  const { t } = useLingui();
  const language = useLanguage();
  const nameOf = useRecordName();
  const one = plan[of];
  const name = nameOf({ kind: plan.kind, title: one.title });
  return (
    <section className={pairs.one} aria-label={name}>
      <p className={classes.readKind}>
        {one.madeBy === '' ? t`Made by somebody not known here` : t`Made by ${one.madeBy}`}
        {', '}
        {formatShortMoment(one.updated, language)}
      </p>
      <h3 className={pairs.name}>
        <Anchor component={Link} to={addressOf(plan.kind, one.record)} inherit underline="always">
          {name}
        </Anchor>{' '}
        <HandlingBadge label={one.label} />
      </h3>
      <Reading kind={plan.kind} body={one.body} />
      <p className={classes.quiet}>
        <Plural
          value={one.links}
          _0="No record points to it"
          one="# record points to it"
          other="# records point to it"
        />
      </p>
    </section>
  );
}
