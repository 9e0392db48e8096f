import { Plural, useLingui } from '@lingui/react/macro';
import { Anchor, Skeleton } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { z } from 'zod';
import type { InConflict } from '../../../contract/exchange/bundles.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import type { Json } from '../../../domain/records/json.ts';
import { addressOf } from '../../application/addresses.ts';
import { tell } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { ConflictReview } from '../../parts/conflict/ConflictReview.tsx';
import { useResolve } from '../../parts/conflict/useResolve.ts';
import { EmptyState } from '../../parts/empty/EmptyState.tsx';
import { Page } from '../../parts/page/Page.tsx';
import { PageHead } from '../../parts/page/PageHead.tsx';
import classes from '../exchange.module.css';
import { ReadHead } from '../ReadHead.tsx';
import { RecordList } from '../RecordList.tsx';
import { Split } from '../Split.tsx';

type Entry = z.output<typeof InConflict>;

/** All records in conflict in one place: each with its questions, until none is left. */
export function ConflictsPage() {
  const { t } = useLingui();
  const language = useLanguage();
  const [search] = useSearchParams();
  const resolve = useResolve();
  const { data } = useRead('exchange', 'conflicts', { language }, { keep: true });
  const [chosen, setChosen] = useState(search.get('record') ?? undefined);
  const questionWords = useQuestionWords();
  if (data === undefined) return <Page>{null}</Page>;
  const head = (
    <PageHead
      title={t`Conflicts`}
      crumbs={[{ title: t`Exchange`, address: '/exchange' }]}
      {...(data.length === 0
        ? {}
        : {
            line: (
              <Plural
                value={data.length}
                one="# record is in conflict. It does not leave before it is resolved."
                other="# records are in conflict. They do not leave before they are resolved."
              />
            ),
          })}
    />
  );
  if (data.length === 0) {
    return (
      <Page>
        {head}
        <EmptyState
          icon={IconGitMerge}
          title={t`Nothing is in conflict`}
          actions={
            <Anchor component={Link} to="/exchange">
              {t`To the bundles`}
            </Anchor>
          }
        >
          {t`Where two seats changed the same thing apart, both versions stand here beside one another until a person decides. Nothing is ever resolved silently.`}
        </EmptyState>
      </Page>
    );
  }
  const at = Math.max(
    0,
    data.findIndex(({ record }) => record === chosen),
  );
  const entry = data[at];
  const next = data[at + 1] ?? data[at - 1];
  const answer = async (answers: Record<string, Json | null>) => {
    if (entry === undefined) return;
    await resolve(entry.record, entry.title, answers);
    setChosen(next?.record);
    if (next === undefined) tell(t`Nothing is in conflict any more.`);
  };
  return (
    <Split
      reading={t`The record “${entry?.title ?? ''}”`}
      left={
        <>
          {head}
          <RecordList
            label={t`Records in conflict`}
            records={data.map((one) => ({ id: one.record, title: one.title, says: questionWords(one) }))}
            chosen={entry?.record}
            onChoose={setChosen}
          />
        </>
      }
      right={
        entry !== undefined && (
          <>
            <ReadHead {...entry} at={at} of={data.length} onMove={(to) => setChosen(data[to]?.record)} />
            <Questions
              key={entry.record}
              entry={entry}
              action={next === undefined ? t`Resolve` : t`Resolve and go to the next`}
              onResolve={answer}
            />
          </>
        )
      }
    />
  );
}

interface QuestionsProps {
  readonly entry: Entry;
  readonly action: string;
  onResolve(answers: Record<string, Json | null>): Promise<void>;
}

function Questions({ entry, action, onResolve }: QuestionsProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const id = RecordId.parse(entry.record);
  const { data: view } = useRead('records', 'read', { id });
  const { data: conflicts } = useRead('records', 'conflicts', { id, language }, { keep: true });
  if (view === undefined || conflicts === undefined) return <Skeleton height={200} />;
  return (
    <>
      <ConflictReview kind={view.kind} body={view.body} conflicts={conflicts} action={action} onResolve={onResolve} />
      <p className={classes.after}>
        <Anchor component={Link} to={addressOf(view.kind, entry.record)}>
          {t`Open the record`}
        </Anchor>
      </p>
    </>
  );
}

/** What a record is asked: `Due date, Text (2 paragraphs)`. */
function useQuestionWords(): (entry: Entry) => string {
  const { t } = useLingui();
  return ({ questions }) =>
    questions.map(({ words, count }) => (count > 1 ? t`${words} (${count} passages)` : words)).join(', ');
}
