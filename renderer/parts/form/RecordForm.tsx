import { useLingui } from '@lingui/react/macro';
import { Skeleton, Title } from '@mantine/core';
import { sentenceOf } from '../../../domain/errors.ts';
import { fieldName } from '../../../domain/records/fieldNames.ts';
import { kindOf } from '../../../domain/records/kinds.ts';
import { own } from '../../../domain/records/own.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { ConflictPanel } from '../conflict/ConflictPanel.tsx';
import { asDocument } from '../editor/schema/documents.ts';
import { ConflictBar } from './ConflictBar.tsx';
import { DeletedNotice } from './DeletedNotice.tsx';
import { ValueShown } from './editors/ValueShown.tsx';
import { FormField } from './FormField.tsx';
import { FormState } from './FormState.tsx';
import classes from './form.module.css';
import type { RecordView } from './formKeeper.ts';
import { type FieldLayout, isHidden, type SectionLayout, sectionsOf } from './layout.ts';
import { DocumentShown } from './richText/DocumentShown.tsx';
import { type OpenConflicts, useConflicts } from './useConflicts.ts';
import { useForm } from './useForm.ts';
import { useLastChanges } from './useLastChanges.ts';

export interface RecordFormProps {
  /** The record's id. */
  readonly record: string;
  /** Headings with their fields. */
  readonly sections?: readonly SectionLayout[];
  /** Without headings: these fields. Without either: every field of the kind. */
  readonly fields?: readonly (string | FieldLayout)[];
  /** Nothing can be changed. */
  readonly readOnly?: boolean;
}

/**
 * Edits any record of any kind, field by field. There is no button for saving: see `useForm`. Questions that a merge
 * left open are asked in the place of their field. A record or field from a newer version is shown and never dropped.
 */
export function RecordForm({ record, ...rest }: RecordFormProps) {
  return <Form key={record} record={record} {...rest} />;
}

function Form({ record, sections, fields, readOnly = false }: RecordFormProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const { keeper, state } = useForm(record);
  const { view, unreadable } = state;
  const changes = useLastChanges(record);
  const conflicts = useConflicts(record, view);
  if (unreadable !== undefined) return <p role="alert">{sentenceOf(unreadable, language)}</p>;
  if (view === undefined) return <Skeleton height={240} />;
  const kind = kindOf(view.kind);
  const shown = sectionsOf(Object.keys(kind?.fields ?? {}), sections, fields).map((section) => ({
    ...section,
    fields: section.fields.filter(({ field }) => kind !== undefined && own(kind.fields, field) !== undefined),
  }));
  const layouts = new Map(shown.flatMap((section) => section.fields.map((layout) => [layout.field, layout])));
  const nameOf = (field: string) => layouts.get(field)?.label ?? fieldName(view.kind, field, language);
  const canEdit = !readOnly && !view.deleted && !view.conflicted && !view.unknown;
  const elsewhere = conflicts.asked.filter(({ field }) => !layouts.has(field));
  return (
    <div className={classes.form} data-form={record} data-questions data-reading={!canEdit || undefined}>
      <FormState state={state} nameOf={nameOf} />
      {view.deleted && <DeletedNotice view={view} by={changes.get('$deleted')} />}
      {view.conflicted && conflicts.asked.length > 0 && <ConflictBar conflicts={conflicts} />}
      {view.unknown && (
        <p
          className={classes.notice}
        >{t`This record was made with a newer version of the program. It is shown and kept, and not changed here.`}</p>
      )}
      <Questions view={view} conflicts={conflicts} asked={elsewhere} />
      {shown.map(({ title, fields: inside }, index) => (
        <section key={title ?? String(index)} className={classes.section}>
          {title !== undefined && <Title order={2}>{title}</Title>}
          <div className={classes.fields}>
            {inside.map((layout) => {
              const rule = kind && own(kind.fields, layout.field);
              if (rule === undefined) return null;
              const asked = conflicts.asked.filter(({ field }) => field === layout.field);
              if (asked.length > 0) {
                return (
                  <div key={layout.field} className={classes.field} data-field={layout.field} data-width="full">
                    <Questions view={view} conflicts={conflicts} asked={asked} />
                  </div>
                );
              }
              return (
                <FormField
                  key={layout.field}
                  keeper={keeper}
                  kind={view.kind}
                  layout={layout}
                  rule={rule}
                  value={own(view.body, layout.field)}
                  typed={state.typed.get(layout.field)}
                  readOnly={!canEdit}
                  changed={changes.get(layout.field)}
                />
              );
            })}
          </div>
        </section>
      ))}
      <UnknownFields view={view} />
    </div>
  );
}

interface QuestionsProps {
  readonly view: RecordView;
  readonly conflicts: OpenConflicts;
  readonly asked: OpenConflicts['asked'];
}

function Questions({ view, conflicts, asked }: QuestionsProps) {
  return asked.map((conflict) => (
    <ConflictPanel
      key={conflict.path}
      kind={view.kind}
      conflict={conflict}
      body={view.body}
      answer={conflicts.answers[conflict.path]}
      disabled={conflicts.applying}
      onAnswer={(answer) => conflicts.answer(conflict.path, answer)}
    />
  ));
}

/** Fields that this version does not know, as they are. */
function UnknownFields({ view }: { readonly view: RecordView }) {
  const { t } = useLingui();
  const language = useLanguage();
  const kind = kindOf(view.kind);
  const unknown = Object.entries(view.body).filter(
    ([field]) =>
      !field.startsWith('$') && !isHidden(field) && (kind === undefined || own(kind.fields, field) === undefined),
  );
  if (unknown.length === 0) return null;
  return (
    <section className={classes.section}>
      <Title order={2}>{kind === undefined ? t`What it says` : t`Made with a newer version`}</Title>
      <dl className={classes.unknownFields}>
        {unknown.map(([field, value]) => (
          <div key={field}>
            <dt className={classes.label}>{fieldName(view.kind, field, language)}</dt>
            <dd>
              {asDocument(value) === undefined ? (
                <ValueShown path={[view.kind, field]} value={value} />
              ) : (
                <DocumentShown value={value} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
