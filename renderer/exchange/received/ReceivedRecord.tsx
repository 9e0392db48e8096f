import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Skeleton } from '@mantine/core';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { StagedComparison } from '../../../contract/exchange/received.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import type { Json } from '../../../domain/records/json.ts';
import { addressOf, DIRECTORY } from '../../application/addresses.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { Comparison } from '../../parts/comparison/Comparison.tsx';
import { Reading } from '../../parts/comparison/Reading.tsx';
import { ConflictReview } from '../../parts/conflict/ConflictReview.tsx';
import classes from '../exchange.module.css';
import type { Line } from '../words.ts';
import { insideOf } from './insides.ts';

type Compared = z.output<typeof StagedComparison>;

interface ReceivedRecordProps {
  readonly bundle: string;
  readonly line: Line;
  /** What the button that answers all questions says. */
  readonly action: string;
  /** Answers the questions of the record, after taking it where it was not taken yet. */
  onResolve(answers: Record<string, Json | null>): Promise<void>;
}

/** One record of a bundle: what it says here now beside what it would say, or what the sides disagree on. */
export function ReceivedRecord({ bundle, line, action, onResolve }: ReceivedRecordProps) {
  const language = useLanguage();
  const asked = { bundle, record: RecordId.parse(line.record), language };
  const { data, error } = useRead('exchange', 'compareStaged', asked, { keep: true });
  if (error !== null) return <p role="alert">{sentenceFor(error)}</p>;
  if (data === undefined) return <Skeleton height={200} />;
  if (line.conflicted && line.decision === 'accepted') {
    return <HereInConflict line={line} action={action} onResolve={onResolve} />;
  }
  const isOpen = line.decision === 'open' || line.decision === 'declined';
  if (insideOf(line) === 'conflict' && isOpen && data.after !== undefined) {
    return (
      <ConflictReview
        key={line.record}
        record={line.record}
        kind={line.kind}
        body={data.after.body}
        conflicts={data.conflicts}
        names={data.titles}
        action={action}
        onResolve={onResolve}
      />
    );
  }
  return (
    <div className={classes.readBody}>
      <Lead line={line} />
      <Versions compared={data} />
    </div>
  );
}

/** Accepted, and in conflict here: the questions as they stand now. */
function HereInConflict({ line, action, onResolve }: Omit<ReceivedRecordProps, 'bundle'>) {
  const language = useLanguage();
  const id = RecordId.parse(line.record);
  const { data: view } = useRead('records', 'read', { id });
  const { data: conflicts } = useRead('records', 'conflicts', { id, language }, { keep: true });
  if (view === undefined || conflicts === undefined) return <Skeleton height={200} />;
  return (
    <ConflictReview
      key={line.record}
      record={line.record}
      kind={view.kind}
      body={view.body}
      conflicts={conflicts}
      action={action}
      onResolve={onResolve}
    />
  );
}

/** What it comes to, before the texts themselves. */
function Lead({ line }: { readonly line: Line }) {
  const { t } = useLingui();
  const { decision, sentences, kind, record } = line;
  const inside = insideOf(line);
  const isHere = decision === 'accepted' || decision === 'known' || inside === 'changed' || inside === 'deleted';
  const words: Readonly<Record<typeof inside, string>> = {
    new: decision === 'accepted' ? t`This record came with the bundle.` : t`This record is not here yet.`,
    changed: decision === 'accepted' ? t`What the bundle changed:` : t`What would change here:`,
    conflict: t`What the bundle changed, with what was decided on it since:`,
    deleted: decision === 'accepted' ? t`The bundle deleted it.` : t`It would be deleted here. It said:`,
    known: t`It is here already, as it came.`,
    refused: '',
    unknownKind: '',
  };
  const told = inside === 'changed' ? [] : sentences;
  return (
    <>
      <p className={classes.lead}>
        {words[inside]}{' '}
        {isHere && (
          <Anchor component={Link} to={addressOf(kind, record)} underline="always">
            <Trans>Open the record</Trans>
          </Anchor>
        )}
      </p>
      {told.length > 0 && (
        <ul className={classes.sentences}>
          {told.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {inside === 'refused' && (
        <p className={classes.lead}>
          <Anchor component={Link} to="/people?tab=cards" underline="always">
            <Trans>To the cards</Trans>
          </Anchor>
          {' · '}
          <Anchor component={Link} to={DIRECTORY} underline="always">
            <Trans>To the directory</Trans>
          </Anchor>
        </p>
      )}
    </>
  );
}

function Versions({ compared }: { readonly compared: Compared }) {
  const { line, before, after, titles } = compared;
  if (after === undefined) return null;
  if (before === undefined) return <Reading kind={line.kind} body={after.body} names={titles} />;
  if (after.deleted) return <Reading kind={line.kind} body={before.body} names={titles} />;
  return <Comparison kind={line.kind} one={before} other={after} names={titles} />;
}
