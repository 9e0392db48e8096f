import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Switch, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Handling } from '../../../domain/handling/handling.ts';
import { compareBodies, compareHandlings, type FieldComparison } from '../../../domain/records/compareBodies.ts';
import { fieldName } from '../../../domain/records/fieldNames.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { kindOf } from '../../../domain/records/kinds.ts';
import type { ValueContext } from '../../../domain/records/valueWords.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { useTitles } from '../picker/useTitles.ts';
import classes from './comparison.module.css';
import { FieldChange } from './FieldChange.tsx';
import { recordsIn } from './recordsIn.ts';

/** One side: a body, and the handling where that is compared too. */
export interface ComparedVersion {
  readonly body: JsonObject;
  readonly handling?: Handling;
}

interface ComparisonProps {
  readonly kind: string;
  readonly one: ComparedVersion;
  readonly other: ComparedVersion;
  /** Without the switch that shows what is the same too. */
  readonly onlyDifferences?: boolean;
  /** Titles of records that are not here. */
  readonly names?: Readonly<Record<string, string>>;
}

/** Two versions of a record, field by field: what was added, removed, changed and moved from the one to the other. */
export function Comparison({ kind, one, other, onlyDifferences = false, names = {} }: ComparisonProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const fields = useMemo(() => compareVersions(kind, one, other), [kind, one, other]);
  const shown = all ? fields : fields.filter(({ same }) => !same);
  const { titles } = useTitles(recordsIn(shown));
  const context: Omit<ValueContext, 'field'> = {
    kind,
    language,
    alone: true,
    recordName: (id) => titles.get(id)?.title ?? names[id],
  };
  const differing = fields.filter(({ same }) => !same).length;
  return (
    <div>
      <Text size="sm" c="dimmed" mb="sm">
        <Plural value={differing} _0="Nothing differs" one="# field differs" other="# fields differ" />
      </Text>
      {!onlyDifferences && fields.length > differing && (
        <Switch
          size="xs"
          mb="sm"
          label={t`Show what is the same too`}
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      )}
      <dl className={classes.fields}>
        {shown.map((field) => (
          <div className={classes.field} key={field.field}>
            <dt className={classes.name}>{fieldName(kind, field.field, language)}</dt>
            <dd className={classes.value}>
              <FieldChange field={field} context={{ ...context, field: field.field }} all={all} />
              {field.same && (
                <span className={classes.same}>
                  {' '}
                  <Trans>the same</Trans>
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function compareVersions(kind: string, one: ComparedVersion, other: ComparedVersion): FieldComparison[] {
  const bodies = compareBodies(kindOf(kind), one.body, other.body);
  if (one.handling === undefined || other.handling === undefined) return bodies;
  return [...bodies, ...compareHandlings(one.handling, other.handling)];
}
