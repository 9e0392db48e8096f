import { useMemo } from 'react';
import { isBlankText } from '../../../domain/records/columns.ts';
import { compareBodies, type FieldComparison } from '../../../domain/records/compareBodies.ts';
import { fieldName } from '../../../domain/records/fieldNames.ts';
import { isEmptyValue } from '../../../domain/records/filter.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { kindOf } from '../../../domain/records/kinds.ts';
import { own } from '../../../domain/records/own.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { useTitles } from '../picker/useTitles.ts';
import classes from './comparison.module.css';
import { FieldChange } from './FieldChange.tsx';
import { recordsIn } from './recordsIn.ts';

interface ReadingProps {
  readonly kind: string;
  readonly body: JsonObject;
  /** Titles of records that are not here. */
  readonly names?: Readonly<Record<string, string>>;
}

/** A version of a record as it is, field by field, to be read; fields that say nothing are left out. */
export function Reading({ kind, body, names = {} }: ReadingProps) {
  const language = useLanguage();
  const fields = useMemo(() => told(kind, body), [kind, body]);
  const { titles } = useTitles(recordsIn(fields));
  const recordName = (id: string) => titles.get(id)?.title ?? names[id];
  return (
    <dl className={classes.fields}>
      {fields.map((field) => (
        <div className={classes.field} key={field.field}>
          <dt className={classes.name}>{fieldName(kind, field.field, language)}</dt>
          <dd className={classes.value}>
            <FieldChange field={field} context={{ kind, language, recordName, alone: true, field: field.field }} all />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function told(kind: string, body: JsonObject): FieldComparison[] {
  return compareBodies(kindOf(kind), body, body).filter(({ field }) => {
    const value = own(body, field);
    return !isEmptyValue(value) && !isBlankText(value);
  });
}
