import { useLingui } from '@lingui/react/macro';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { z } from 'zod';
import { RecordId } from '../../../domain/records/ids.ts';
import { useAction } from '../../application/actions.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { usePreference } from '../../application/preferences.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { type Listed, SaveList } from '../lists/SaveList.tsx';
import { BulkBar } from './BulkBar.tsx';
import { columnTitle, type RegisterColumn } from './columns.ts';
import { FilterBar } from './FilterBar.tsx';
import { Grid } from './Grid.tsx';
import classes from './register.module.css';
import type { RegisterProps } from './registerProps.ts';
import { Columns, type Narrowing, SavedFilter, Sort } from './registerState.ts';
import { useChoice } from './useChoice.ts';
import { type RegisterQuestion, useRegisterQuestion } from './useRegisterRows.ts';

const NOTHING: Omit<Narrowing, 'sort'> = { filters: [], search: '', deleted: 'without' };

/** A list of records: the one that every feature uses. */
export function Register(props: RegisterProps) {
  const { name, label, kinds, columns, always = [], bulkFields = [] } = props;
  const { t } = useLingui();
  const language = useLanguage();
  const [chosen, setChosen] = useState<Omit<Narrowing, 'sort'>>(NOTHING);
  const [sort, sortBy] = usePreference(`sort/${name}`, z.array(Sort), [...props.sort]);
  const narrowing: Narrowing = { ...chosen, sort };
  const [search] = useDebouncedValue(narrowing.search, 120);
  const [arrangement, arrange] = usePreference(`columns/${name}`, Columns, defaultColumns(columns));
  const [saved, keep] = usePreference(`filters/${name}`, z.array(SavedFilter), []);
  const choice = useChoice();
  const searchField = useRef<HTMLInputElement>(null);

  const shown = useMemo(() => columnsShown(columns, arrangement), [columns, arrangement]);
  const question = useRegisterQuestion(
    kinds,
    shown.map(({ column }) => column),
    { ...narrowing, search, filters: [...always, ...narrowing.filters] },
  );
  const titleOf = (column: RegisterColumn) => columnTitle(kinds, column, language);
  const narrowed = narrowing.filters.length > 0 || narrowing.search !== '' || narrowing.deleted !== 'without';
  const [count, setCount] = useState<number>();
  const [error, setError] = useState<unknown>();

  useAction({
    id: `register.${name}.search`,
    title: t`Filter the list by words`,
    group: label,
    shortcut: '/',
    run: () => searchField.current?.focus(),
  });
  useAction({
    id: `register.${name}.clear`,
    title: t`Show everything`,
    group: label,
    disabled: !narrowed,
    run: () => setChosen(NOTHING),
  });

  const [saving, setSaving] = useState<Listed>();
  const csv = {
    id: `register.${name}.csv`,
    title: t`Save as CSV…`,
    group: label,
    icon: IconFileSpreadsheet,
    disabled: count === undefined || count === 0,
    run: () => setSaving(listed(question, choice.chosen)),
  };
  useAction(csv);

  if (count === 0 && !narrowed) {
    // The list is still asked, so that what arrives shows.
    return (
      <div className={classes.register}>
        {props.empty}
        <div hidden>
          <Grid {...props} question={question} shown={shown} choice={choice} narrowing={narrowing} onCount={setCount} />
        </div>
      </div>
    );
  }
  return (
    <section className={classes.register} aria-label={label}>
      <FilterBar
        kinds={kinds}
        columns={columns}
        titleOf={titleOf}
        narrowing={narrowing}
        onChange={({ sort: other, ...change }) => {
          setChosen({ ...chosen, ...change });
          if (other !== undefined) sortBy(other);
          choice.moveTo(0);
        }}
        onClear={() => setChosen(NOTHING)}
        narrowed={narrowed}
        count={count}
        saved={saved}
        onSaved={keep}
        arrangement={arrangement}
        onArrange={arrange}
        searchField={searchField}
        question={question}
        csv={csv}
      />
      {error !== undefined && (
        <p role="alert" className={classes.error}>
          {sentenceFor(error)}
        </p>
      )}
      <Grid
        {...props}
        question={question}
        shown={shown}
        choice={choice}
        narrowing={narrowing}
        onSort={sortBy}
        onWidth={(column, width) =>
          arrange({ ...arrangement, widths: { ...arrangement.widths, [column]: Math.round(width) } })
        }
        onCount={setCount}
        onError={setError}
      />
      {saving !== undefined && (
        <SaveList
          label={label}
          list={saving}
          columns={shown.map(({ column }) => column)}
          onClose={() => setSaving(undefined)}
        />
      )}
      <BulkBar
        name={name}
        label={label}
        kinds={kinds}
        fields={bulkFields}
        choice={choice}
        question={question}
        also={props.bulk}
      />
    </section>
  );
}

/** What is shown; of it what is chosen, where something is. */
function listed({ columns: _, ...choice }: RegisterQuestion, chosen: ReadonlySet<string>): Listed {
  const only = [...chosen].map((id) => RecordId.parse(id));
  return { of: 'register', choice, ...(only.length === 0 ? {} : { only }) };
}

function defaultColumns(columns: readonly RegisterColumn[]): Columns {
  return { shown: columns.filter(({ shown }) => shown).map(({ column }) => column), widths: {} };
}

/** The columns in the person's order and width; the title always, and first. */
function columnsShown(columns: readonly RegisterColumn[], { shown, widths }: Columns): RegisterColumn[] {
  const [first] = columns;
  const others = shown.flatMap(
    (name) => columns.find(({ column }) => column === name && column !== first?.column) ?? [],
  );
  const all = first === undefined ? others : [first, ...others];
  return all.map((column) => ({ ...column, width: widths[column.column] ?? column.width }));
}
