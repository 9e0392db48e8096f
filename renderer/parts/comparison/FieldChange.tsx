import { Plural } from '@lingui/react/macro';
import { Fragment, type ReactNode } from 'react';
import type { BlockComparison, EntryComparison, FieldComparison } from '../../../domain/records/compareBodies.ts';
import { fieldName } from '../../../domain/records/fieldNames.ts';
import type { Json } from '../../../domain/records/json.ts';
import { type ValueContext, valueWords } from '../../../domain/records/valueWords.ts';
import classes from './comparison.module.css';
import { AsBefore, ChangeWord, Passage, runsOf } from './passages.tsx';
import { Added, Removed, Words } from './Words.tsx';

interface FieldChangeProps {
  readonly field: FieldComparison;
  readonly context: ValueContext;
  /** Also what is the same. */
  readonly all: boolean;
}

/** What became of one field. */
export function FieldChange({ field, context, all }: FieldChangeProps) {
  switch (field.as) {
    case 'value':
      return <ValueChange before={field.before} after={field.after} same={field.same} context={context} />;
    case 'text':
      return <Words words={field.words} whole={all} />;
    case 'set':
      return <SetChange field={field} context={context} all={all} />;
    case 'list':
      return <ListChange entries={field.entries} context={context} all={all} />;
    case 'document':
      return <DocumentChange blocks={field.blocks} all={all} />;
  }
}

interface ValueChangeProps {
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly same: boolean;
  readonly context: ValueContext;
}

function ValueChange({ before, after, same, context }: ValueChangeProps) {
  if (same) return valueWords(after, context);
  return (
    <>
      {before !== undefined && <Removed>{valueWords(before, context)}</Removed>}
      {before !== undefined && after !== undefined && (
        <span className={classes.arrow} aria-hidden>
          →
        </span>
      )}
      {after !== undefined && <Added>{valueWords(after, context)}</Added>}
    </>
  );
}

interface SetChangeProps {
  readonly field: Extract<FieldComparison, { as: 'set' }>;
  readonly context: ValueContext;
  readonly all: boolean;
}

function SetChange({ field, context, all }: SetChangeProps) {
  const words = (value: Json) => valueWords(value, context);
  const line = (value: Json, mark: (words: string) => ReactNode) => (
    <li className={classes.part} key={JSON.stringify(value)}>
      {mark(words(value))}
    </li>
  );
  return (
    <ul className={classes.parts}>
      {field.removed.map((value) => line(value, (text) => <Removed>{text}</Removed>))}
      {field.added.map((value) => line(value, (text) => <Added>{text}</Added>))}
      {all && field.kept.map((value) => line(value, (text) => text))}
      {!all && field.kept.length > 0 && (
        <li className={classes.same}>
          <Plural value={field.kept.length} one="# other as before" other="# others as before" />
        </li>
      )}
    </ul>
  );
}

interface ListChangeProps {
  readonly entries: readonly EntryComparison[];
  readonly context: ValueContext;
  readonly all: boolean;
}

function ListChange({ entries, context, all }: ListChangeProps) {
  const kept = entries.filter(({ change }) => change === 'same').length;
  return (
    <ul className={classes.parts}>
      {entries
        .filter(({ change }) => all || change !== 'same')
        .map(({ id, change, entry, fields }) => {
          const words = valueWords(entry, context);
          return (
            <li className={classes.part} key={id}>
              <ChangeWord change={change} />
              {change === 'added' && <Added>{words}</Added>}
              {change === 'removed' && <Removed>{words}</Removed>}
              {(change === 'moved' || change === 'same') && words}
              {fields.map((field, index) => (
                <Fragment key={field.field}>
                  {index > 0 && '; '}
                  {fields.length > 1 && `${fieldName(context.kind, field.field, context.language)} `}
                  <FieldChange field={field} context={{ ...context, field: field.field }} all={all} />
                </Fragment>
              ))}
            </li>
          );
        })}
      {!all && kept > 0 && (
        <li className={classes.same}>
          <Plural value={kept} one="# other as before" other="# others as before" />
        </li>
      )}
    </ul>
  );
}

function DocumentChange({ blocks, all }: { readonly blocks: readonly BlockComparison[]; readonly all: boolean }) {
  return (
    <ul className={classes.parts}>
      {runsOf(blocks, all).map((run) =>
        Array.isArray(run) ? (
          <li className={classes.part} key={run[0]?.id}>
            <AsBefore count={run.length} />
          </li>
        ) : (
          <li
            className={`${classes.part} ${classes.document} ${run.type === 'heading' ? classes.heading : ''}`}
            key={run.id}
          >
            <Passage block={run} whole={all || run.change === 'added' || run.change === 'removed'} />
          </li>
        ),
      )}
    </ul>
  );
}
