import { Plural, useLingui } from '@lingui/react/macro';
import { Checkbox, UnstyledButton } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { describeConflict } from '../../../domain/records/conflictWords.ts';
import { kindOf } from '../../../domain/records/kinds.ts';
import { valueWords } from '../../../domain/records/valueWords.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { Words } from '../../parts/comparison/Words.tsx';
import { Authors } from '../../parts/conflict/Authors.tsx';
import { type ConflictSide, editorPath, groupsOf, plainConflict } from '../../parts/conflict/answers.ts';
import { differencesOf, isAboutText, textOf } from '../../parts/conflict/conflictText.ts';
import { idsIn } from '../../parts/conflict/idsIn.ts';
import { useRecordName } from '../../parts/picker/recordName.ts';
import { useTitles } from '../../parts/picker/useTitles.ts';
import sorted from './sorted.module.css';
import type { Sorted } from './takeAlike.ts';

interface SortedQuestionProps {
  readonly question: Sorted;
  readonly ticked: boolean;
  /** The version that the choice for all takes here. */
  readonly taken: ConflictSide | undefined;
  /** The choice for all does not answer it. */
  readonly isUnanswered: boolean;
  onTick(): void;
  onOpen(): void;
}

/** One question among many alike: the record, what was before, what every side says, and what is chosen. */
export function SortedQuestion({ question, ticked, taken, isUnanswered, onTick, onOpen }: SortedQuestionProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const nameOf = useRecordName();
  const { kind, title, besides, base, sides } = question;
  const { titles } = useTitles([base, ...sides.map((side) => side.value)].flatMap(idsIn));
  const recordName = (id: string) => titles.get(id)?.title;
  const groups = groupsOf(question);
  const said = describeConflict(
    kindOf(kind),
    plainConflict(question),
    { side: () => '', record: recordName },
    language,
  );
  const saysOf = (version: string) => said.sides.find(({ versions }) => versions.includes(version))?.says ?? '';
  const field = editorPath(kind, question).at(-1) ?? '';
  const isText = isAboutText(question);
  const name = nameOf({ kind, title });
  const refused = sides.find((side) => side.refused !== undefined)?.refused;
  return (
    <li className={sorted.question}>
      <Checkbox aria-label={t`Answer it too: ${name}`} checked={ticked} onChange={onTick} />
      <div className={sorted.about}>
        <UnstyledButton className={sorted.name ?? ''} onClick={onOpen}>
          {name}
        </UnstyledButton>
        {besides > 0 && (
          <span className={sorted.more}>
            <Plural value={besides} one="and # other question" other="and # other questions" />
          </span>
        )}
        {isUnanswered && <span className={sorted.more}>{refused ?? t`Not answered by this: open it.`}</span>}
      </div>
      {base !== undefined && !isText && field !== 'order' && (
        <div className={sorted.side}>
          <span className={sorted.who}>{t`Before`}</span>
          <span className={sorted.says}>{valueWords(base, { kind, field, language, recordName, alone: true })}</span>
        </div>
      )}
      {groups.map((group) => {
        const version = group[0]?.version ?? '';
        const isTaken = taken !== undefined && group.some((side) => side.version === taken.version);
        const words = isText ? differencesOf(textOf(base), group, groups) : undefined;
        return (
          <div key={version} className={sorted.side} data-taken={isTaken || undefined}>
            <span className={sorted.who}>
              {isTaken && <IconCircleCheck size={14} stroke={1.6} aria-label={t`chosen`} />}
              <Authors group={group} />
            </span>
            <span className={sorted.says}>
              {words === undefined ? saysOf(version) : <Words words={words} whole={false} />}
            </span>
          </div>
        );
      })}
    </li>
  );
}
