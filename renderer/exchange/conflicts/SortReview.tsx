import { Plural, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Skeleton, Title } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useState } from 'react';
import { RecordId } from '../../../domain/records/ids.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor, tell } from '../../application/errors.tsx';
import { useGivenAnswers } from '../../application/givenAnswers.ts';
import { useRead } from '../../application/queries.ts';
import { useUndo } from '../../application/undo.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { useResolving } from '../../parts/conflict/resolvingPlace.ts';
import { kindName } from '../../parts/kinds/kindNames.ts';
import classes from '../exchange.module.css';
import { SortedQuestion } from './SortedQuestion.tsx';
import sorted from './sorted.module.css';
import { answerOf, type Sorted, splitByRest, type Take, taken, takesOf } from './takeAlike.ts';
import type { Sort } from './useOpenWork.ts';

interface SortReviewProps {
  readonly sort: Sort;
  onOpen(record: string): void;
}

/**
 * The questions that many records have alike, one under the other, each with what every side says: one choice for all
 * that are ticked, applied and undone together.
 */
export function SortReview({ sort, onOpen }: SortReviewProps) {
  const language = useLanguage();
  const { data } = useRead('exchange', 'conflictsOfSort', { sort: sort.sort, language }, { keep: true });
  if (data === undefined) return <Skeleton height={240} />;
  return <Questions sort={sort} questions={data} onOpen={onOpen} />;
}

const keyOf = ({ record, path }: Sorted): string => `${record} ${path}`;

function Questions({ sort, questions, onOpen }: SortReviewProps & { readonly questions: readonly Sorted[] }) {
  const { t, i18n } = useLingui();
  const client = useClient();
  const [take, setTake] = useState<Take>();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [applying, setApplying] = useState(false);
  const [error, setError] = useState<unknown>();
  const ticked = questions.filter((question) => !left.has(keyOf(question)));
  const answered = take === undefined ? [] : ticked.filter((question) => taken(question, take) !== undefined);
  const takeWords: Readonly<Record<Take, string>> = {
    ours: t`Take ours`,
    theirs: t`Take theirs`,
    stricter: t`Take the stricter`,
  };
  const apply = async () => {
    if (take === undefined || answered.length === 0) return;
    setApplying(true);
    setError(undefined);
    const { alone, more } = splitByRest(answered);
    for (const question of more) {
      const side = taken(question, take);
      if (side === undefined) continue;
      useGivenAnswers.getState().give(question.record, { [question.path]: { take: 'side', version: side.version } });
    }
    const records = alone.flatMap((question) => {
      const side = taken(question, take);
      if (side === undefined) return [];
      return [{ record: RecordId.parse(question.record), answers: { [question.path]: answerOf(side) } }];
    });
    try {
      if (records.length > 0) {
        const { resolved } = await client.records.resolveMany({ records });
        const count = resolved.length;
        useUndo.getState().did({
          label: t`resolved: ${count}`,
          undo: () => client.records.reopenMany({ ids: resolved }),
          redo: () => client.records.resolveMany({ records }),
        });
        tell(t`Resolved: ${count}.`);
      }
      const [first] = more;
      if (first !== undefined) {
        const count = more.length;
        tell(t`Records that are asked more: ${count}. Your answer is kept there.`);
        onOpen(first.record);
      }
    } catch (failure) {
      setError(failure);
    } finally {
      setApplying(false);
    }
  };
  const count = answered.length;
  const title = take === undefined ? t`Resolve` : t`Resolve ${count}`;
  const place = useResolving({
    title,
    group: t`Exchange`,
    icon: IconGitMerge,
    disabled: count === 0 || applying,
    run: () => void apply(),
  });
  const all = ticked.length === questions.length;
  return (
    <div ref={place} data-questions>
      <div className={classes.readHead}>
        <p className={classes.readKind}>{i18n._(kindName(sort.kind))}</p>
        <Title order={2}>{sort.words}</Title>
        <span className={classes.count}>
          <Plural value={questions.length} one="# record" other="# records" />
        </span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: the fieldset would frame it. */}
      <div className={sorted.choose} role="group" aria-label={t`For all that are ticked`}>
        <Checkbox
          label={t`All`}
          checked={all}
          indeterminate={!all && ticked.length > 0}
          onChange={() => setLeft(all ? new Set(questions.map(keyOf)) : new Set())}
        />
        {takesOf(questions).map((one) => (
          <Button
            key={one}
            variant={take === one ? 'filled' : 'default'}
            aria-pressed={take === one}
            onClick={() => setTake(take === one ? undefined : one)}
          >
            {takeWords[one]}
          </Button>
        ))}
      </div>
      <ul className={sorted.questions} aria-label={t`Each before it is resolved`}>
        {questions.map((question) => (
          <SortedQuestion
            key={keyOf(question)}
            question={question}
            ticked={!left.has(keyOf(question))}
            taken={take === undefined || left.has(keyOf(question)) ? undefined : taken(question, take)}
            isUnanswered={take !== undefined && !left.has(keyOf(question)) && taken(question, take) === undefined}
            onTick={() => {
              const key = keyOf(question);
              setLeft(left.has(key) ? new Set([...left].filter((one) => one !== key)) : new Set([...left, key]));
            }}
            onOpen={() => onOpen(question.record)}
          />
        ))}
      </ul>
      {error !== undefined && (
        <p role="alert" className={classes.wrong}>
          {sentenceFor(error)}
        </p>
      )}
      <div className={sorted.apply}>
        <span className={classes.quiet}>{t`All versions stay in the history. All of it is undone together.`}</span>
        <Button disabled={count === 0} loading={applying} onClick={() => void apply()}>
          {title}
        </Button>
      </div>
    </div>
  );
}
