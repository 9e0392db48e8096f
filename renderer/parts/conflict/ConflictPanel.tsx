import { useLingui } from '@lingui/react/macro';
import { IconCircleCheck } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { describeConflict } from '../../../domain/records/conflictWords.ts';
import { isJsonObject, type JsonObject, sameJson } from '../../../domain/records/json.ts';
import { kindOf } from '../../../domain/records/kinds.ts';
import { text } from '../../../domain/records/text.ts';
import { valueWords } from '../../../domain/records/valueWords.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { Reading } from '../comparison/Reading.tsx';
import { Removed, Words } from '../comparison/Words.tsx';
import { chooseEditor } from '../form/chooseEditor.ts';
import { useTitles } from '../picker/useTitles.ts';
import { Authors } from './Authors.tsx';
import {
  bothOf,
  type Conflict,
  type ConflictAnswer,
  type ConflictSide,
  editorPath,
  groupsOf,
  plainConflict,
  ruleOf,
} from './answers.ts';
import classes from './conflict.module.css';
import { differencesOf, entryOf, isAboutText, paragraphOf, placeOf, textOf } from './conflictText.ts';
import { idsIn } from './idsIn.ts';
import { MarkMeaning, WhatHolds } from './MarkNotes.tsx';
import { OwnAnswer } from './OwnAnswer.tsx';

interface ConflictPanelProps {
  /** The record's kind. */
  readonly kind: string;
  readonly conflict: Conflict;
  /** What the record says, to count paragraphs in. */
  readonly body?: JsonObject | undefined;
  /** Titles of records that are not here. */
  readonly names?: Readonly<Record<string, string>>;
  readonly answer: ConflictAnswer | undefined;
  /** The heading is the field's own label, which stands there already. */
  readonly hidesHeading?: boolean;
  readonly disabled?: boolean;
  onAnswer(answer: ConflictAnswer): void;
}

/**
 * One question of a merge: what it was before, what every side says, by whom and when, with what changed word by word.
 * The person takes one, all together where that makes sense, or writes what is to stand. Nothing is saved here.
 */
export function ConflictPanel({
  kind,
  conflict,
  body,
  names = {},
  answer,
  hidesHeading = false,
  disabled = false,
  onAnswer,
}: ConflictPanelProps) {
  const { t } = useLingui();
  const id = useId();
  const language = useLanguage();
  const about = [conflict.base, ...conflict.sides.map((side) => side.value), entryOf(conflict, body)];
  const { titles } = useTitles(about.flatMap(idsIn));
  const recordName = (record: string) => titles.get(record)?.title ?? names[record];
  const whoWrote = new Map(conflict.sides.map((side) => [side.version, side.who]));
  const { heading, sides } = describeConflict(
    kindOf(kind),
    plainConflict(conflict),
    { side: (version) => whoWrote.get(version) ?? '', record: recordName },
    language,
  );
  const saysOf = new Map(sides.flatMap(({ versions, says }) => versions.map((version) => [version, says])));
  const path = editorPath(kind, conflict);
  const isOrder = path.at(-1) === 'order';
  const rule = ruleOf(kind, conflict);
  const editor = rule === undefined ? undefined : chooseEditor(path, rule);
  const groups = groupsOf(conflict);
  const both = bothOf(conflict, rule, editor?.editor === 'longText');
  const own = groups[0]?.[0]?.value ?? conflict.base;
  // Of sets one begins with all there is, and leaves out.
  const begun = rule?.merge === 'set' && both !== undefined ? both : own;
  const canWrite =
    !isOrder &&
    (conflict.type === 'block' ? isJsonObject(own) : conflict.type === 'scalar' || conflict.type === 'entry') &&
    editor !== undefined;
  const base = textOf(conflict.base);
  const aboutText = isAboutText(conflict) && !isOrder;
  const paragraph = paragraphOf(conflict, body);
  const entry = entryOf(conflict, body);
  const entryName = entry === undefined ? '' : nameOfEntry(entry, recordName);
  const headed =
    paragraph !== undefined
      ? t`${heading}, paragraph ${paragraph}`
      : entryName === ''
        ? heading
        : t`${heading}: ${entryName}`;
  const orderWords = (group: readonly ConflictSide[]) => {
    const place = placeOf(conflict, body, group[0]?.value);
    return place === undefined ? t`Its place there` : t`Place ${place.at} of ${place.of}`;
  };
  const foreign = groups.filter((group) => !group.some((side) => side.own)).length;
  const takeWords = (group: readonly ConflictSide[]) => {
    if (group.some((side) => side.own)) return t`Take ours`;
    return foreign === 1 ? t`Take theirs` : t`Take that of ${group[0]?.who ?? ''}`;
  };
  const isMark = conflict.type === 'handling';
  const holds = conflict.holds;
  const option = (
    choice: ConflictAnswer,
    chosen: boolean,
    className: string | undefined,
    inside: ReactNode,
    closed = false,
  ) => (
    <label className={className} data-chosen={chosen || undefined} data-closed={closed || undefined}>
      <input
        type="radio"
        className={classes.radio}
        name={id}
        checked={chosen}
        disabled={disabled || closed}
        onChange={() => onAnswer(choice)}
      />
      {inside}
    </label>
  );
  return (
    <fieldset className={classes.panel} aria-describedby={`${id}-sentence`}>
      <legend className={hidesHeading ? classes.unseen : classes.heading}>{headed}</legend>
      <span id={`${id}-sentence`} className={classes.unseen}>
        {conflict.words}
      </span>
      <div className={aboutText ? classes.texts : classes.cards}>
        {conflict.base !== undefined && !aboutText && !isOrder && (
          <div className={classes.before}>
            <span className={classes.who}>
              {groups.length === 2 ? t`Before both changes` : t`Before these changes`}
            </span>
            <span className={classes.says}>
              {valueWords(conflict.base, { kind, field: path.at(-1) ?? '', language, recordName, alone: true })}
            </span>
          </div>
        )}
        {groups.map((group) => {
          const version = group[0]?.version ?? '';
          const chosen = answer?.take === 'side' && group.some((side) => side.version === answer.version);
          const words = aboutText ? differencesOf(base, group, groups) : undefined;
          const refused = group.find((side) => side.refused !== undefined)?.refused;
          const inside = (
            <>
              <span className={classes.who}>
                <Authors group={group} />
              </span>
              <span className={classes.says}>
                {words === undefined ? (
                  isOrder ? (
                    orderWords(group)
                  ) : (
                    <SideWords says={saysOf.get(version) ?? ''} gone={goneText(conflict, group, base)} />
                  )
                ) : (
                  <Words words={words} whole />
                )}
              </span>
              {isMark && <MarkMeaning value={group[0]?.value} refused={refused} />}
              {chosen && (
                <span className={classes.chosen}>
                  <IconCircleCheck size={16} stroke={1.6} aria-hidden />
                  {t`chosen`}
                </span>
              )}
            </>
          );
          return aboutText ? (
            <div key={version} className={classes.text} data-chosen={chosen || undefined}>
              {inside}
            </div>
          ) : (
            <div key={version} className={classes.card}>
              {option({ take: 'side', version }, chosen, classes.choice, inside, refused !== undefined)}
            </div>
          );
        })}
      </div>
      {conflict.type === 'deleted' && body !== undefined && (
        <details className={classes.record}>
          <summary>{t`What the record says now`}</summary>
          <Reading kind={kind} body={body} names={names} />
        </details>
      )}
      {isMark && holds !== undefined && (
        <WhatHolds
          conflict={conflict}
          asking={conflict.sides.filter((side) => !sameJson(side.value, holds))}
          words={valueWords(holds, { kind, field: path.at(-1) ?? '', language, recordName })}
        />
      )}
      {(both !== undefined || canWrite || aboutText) && (
        <div className={classes.others}>
          {aboutText &&
            groups.map((group) => {
              const version = group[0]?.version ?? '';
              const chosen = answer?.take === 'side' && group.some((side) => side.version === answer.version);
              return (
                <div key={version} className={classes.take}>
                  {option({ take: 'side', version }, chosen, classes.other, takeWords(group))}
                </div>
              );
            })}
          {both !== undefined &&
            option(
              { take: 'both' },
              answer?.take === 'both',
              classes.other,
              rule?.merge === 'set'
                ? t`Keep all of them`
                : groups.length > 2
                  ? t`Keep all, one after the other`
                  : t`Keep both, one after the other`,
            )}
          {canWrite &&
            option({ take: 'own', value: begun }, answer?.take === 'own', classes.other, t`Write the result`)}
        </div>
      )}
      {answer?.take === 'own' && editor !== undefined && (
        <OwnAnswer
          conflict={conflict}
          path={path}
          editor={editor}
          heading={headed}
          value={answer.value}
          disabled={disabled}
          onChange={(value) => onAnswer({ take: 'own', value })}
        />
      )}
    </fieldset>
  );
}

/** A text that a side removed, struck out beside the word. */
function SideWords({ says, gone }: { readonly says: string; readonly gone: string | undefined }) {
  return (
    <>
      {says}
      {gone !== undefined && (
        <>
          {'\n'}
          <Removed>{gone}</Removed>
        </>
      )}
    </>
  );
}

/** What a side that removed a passage took away, where it is known. */
function goneText(conflict: Conflict, group: readonly ConflictSide[], base: string | undefined): string | undefined {
  const isRemoved = conflict.type === 'removed' || conflict.type === 'block';
  return isRemoved && group[0]?.value === undefined ? base : undefined;
}

/** What people call an entry of a list: by its name or text, or by the record that it is about. */
function nameOfEntry(entry: JsonObject, recordName: (id: string) => string | undefined): string {
  const named = text(entry.name) || text(entry.text);
  return named || (idsIn(entry).flatMap((id) => recordName(id) ?? [])[0] ?? '');
}
