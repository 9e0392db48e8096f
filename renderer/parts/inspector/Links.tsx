import { useLingui } from '@lingui/react/macro';
import { Anchor, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../application/addresses.ts';
import { useRead } from '../../application/queries.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { InConflict } from '../conflict/InConflict.tsx';
import { StricterBadge } from '../handling/StricterBadge.tsx';
import { kindName } from '../kinds/kindNames.ts';
import { useRecordName } from '../picker/recordName.ts';
import { type Titled, useTitles } from '../picker/useTitles.ts';
import { fieldWords } from './fieldWords.ts';
import classes from './inspector.module.css';
import { PlaceReferences } from './PlaceReferences.tsx';

/** So many are read: nobody goes through more in a panel. */
const MOST = 2_000;
const AT_ONCE = 12;

/** What a record points to, and what points to it. */
export function Links({ record }: { readonly record: string }) {
  const { t } = useLingui();
  const { data: view } = useRead('records', 'read', { id: record });
  const { data: links } = useRead('records', 'links', { id: record });
  // That a text refers to a place of its own is told below.
  const to = (links?.to ?? []).filter((end) => end.record !== record).slice(0, MOST);
  const from = (links?.from ?? []).slice(0, MOST);
  const { titles, ready } = useTitles([...to, ...from].map((end) => end.record));
  if (view === undefined || links === undefined || !ready) return null;
  // Comments are in a tab of their own.
  const users = from.filter((end) => titles.get(end.record)?.kind !== 'comment');
  const left = links.from.length - from.length;
  return (
    <>
      <Ends title={t`Points to`} nothing={t`It points to no record.`} ends={to} titles={titles} kind={view.kind} />
      <Ends title={t`Where it is used`} nothing={t`No record points to it.`} ends={users} titles={titles} />
      {view.kind === 'paper' && <PlaceReferences paper={record} />}
      {left > 0 && (
        <Text size="sm" c="dimmed">
          {t`And ${left} more that are not listed here.`}
        </Text>
      )}
    </>
  );
}

interface End {
  readonly field: string;
  readonly record: string;
}

interface EndsProps {
  readonly title: string;
  readonly nothing: string;
  readonly ends: readonly End[];
  readonly titles: ReadonlyMap<string, Titled>;
  /** The kind whose fields these are; each record's own unless told. */
  readonly kind?: string;
}

function Ends({ title, nothing, ends, titles, kind }: EndsProps) {
  const { i18n } = useLingui();
  const groups = Map.groupBy(ends, (end) => titles.get(end.record)?.kind ?? '');
  return (
    <section aria-label={title}>
      <h3 className={classes.sort}>{title}</h3>
      {ends.length === 0 && (
        <Text size="sm" c="dimmed">
          {nothing}
        </Text>
      )}
      {[...groups].map(([of, members]) => (
        <KindEnds key={of} name={i18n._(kindName(of))} ends={members} titles={titles} kind={kind} />
      ))}
    </section>
  );
}

interface KindEndsProps {
  readonly name: string;
  readonly ends: readonly End[];
  readonly titles: ReadonlyMap<string, Titled>;
  readonly kind: string | undefined;
}

function KindEnds({ name, ends, titles, kind }: KindEndsProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const nameOf = useRecordName();
  const [all, setAll] = useState(false);
  const shown = all ? ends : ends.slice(0, AT_ONCE);
  const count = ends.length;
  return (
    <>
      <h4 className={classes.kind}>{name}</h4>
      <ul className={classes.links}>
        {shown.map(({ field, record }) => {
          const end = titles.get(record);
          return (
            <li key={`${field} ${record}`}>
              {end === undefined ? (
                <span>{nameOf(end)}</span>
              ) : (
                <Anchor component={Link} to={addressOf(end.kind, record)}>
                  {nameOf(end)}
                </Anchor>
              )}
              {end?.deleted && <span className={classes.quiet}>{t`deleted`}</span>}
              {end?.conflicted && <InConflict record={record} />}
              <StricterBadge label={end?.label} />
              <span className={classes.quiet}>{fieldWords(kind ?? end?.kind, field, language)}</span>
            </li>
          );
        })}
      </ul>
      {count > shown.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t`Show all ${count}`}
        </Button>
      )}
    </>
  );
}
