import { useMemo } from 'react';
import { compareBodies } from '../../../domain/records/compareBodies.ts';
import { fieldName } from '../../../domain/records/fieldNames.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { kindOf } from '../../../domain/records/kinds.ts';
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

/** A version of a record as it is, field by field, to be read. */
export function Reading({ kind, body, names = {} }: ReadingProps) {
  const language = useLanguage();
  const fields = useMemo(() => compareBodies(kindOf(kind), body, body), [kind, body]);
  const { titles } = useTitles(recordsIn(fields));
  const recordName = (id: string) => titles.get(id)?.title ?? names[id];
  return (
    <dl className={classes.fields}>
      {fields.map((field) => (
        <div className={classes.field} key={field.field}>
          <dt className={classes.name}>{fieldName(kind, field.field, language)}</dt>
          <dd className={classes.value}>
            <FieldChange field={field} context={{ kind, language, recordName, field: field.field }} all />
          </dd>
        </div>
      ))}
    </dl>
  );
}
