import { useLingui } from '@lingui/react/macro';
import { Alert, Anchor, Button, Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { VersionEntry } from '../../../contract/records/past.ts';
import { versionsAddress } from '../../application/addresses.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { formatMoment } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { Comparison } from '../comparison/Comparison.tsx';
import classes from './inspector.module.css';
import { useRestoreVersion } from './useRestoreVersion.ts';
import { useWriterWords } from './writerWords.ts';

type Version = z.output<typeof VersionEntry>;

const AT_ONCE = 30;
const MOST = 500;

/** The versions of a record that are here: who wrote them and when. Two are compared; one is restored. */
export function History({ record }: { readonly record: string }) {
  const { t } = useLingui();
  const language = useLanguage();
  const writerWords = useWriterWords();
  const [limit, setLimit] = useState(AT_ONCE);
  const { data: view } = useRead('records', 'read', { id: record });
  const { data } = useRead('records', 'versions', { id: record, limit }, { keep: true });
  const { restore, refused } = useRestoreVersion(record);
  /** In the order in which they were chosen. */
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [comparing, setComparing] = useState(false);
  if (view === undefined || data === undefined) return null;
  // Local steps that only keep what was there say nothing.
  const versions = data.filter(({ shared, fields }) => shared || fields.length > 0);
  const [newer, older] = versions.filter(({ version }) => chosen.includes(version));
  const only = older === undefined ? newer : undefined;
  const toggle = (version: string) =>
    setChosen(chosen.includes(version) ? chosen.filter((one) => one !== version) : [...chosen.slice(-1), version]);

  if (comparing && newer !== undefined && older !== undefined) {
    return <Compared record={record} kind={view.kind} older={older} newer={newer} leave={() => setComparing(false)} />;
  }
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {versions.length > 1 ? t`Choose two to compare them, or one to restore it.` : t`There is one version.`}
      </Text>
      <ul className={classes.versions}>
        {versions.map(({ version, shared, at, who }) => (
          <li key={version}>
            <Checkbox
              checked={chosen.includes(version)}
              onChange={() => toggle(version)}
              label={formatMoment(at, language)}
              description={`${writerWords(who)} · ${shared ? t`shared` : t`only here`}`}
            />
          </li>
        ))}
      </ul>
      {data.length === limit && limit < MOST && (
        <Button variant="subtle" size="compact-sm" onClick={() => setLimit(MOST)}>
          {t`Show older versions`}
        </Button>
      )}
      {refused !== undefined && (
        <Alert color="red" role="alert">
          {sentenceFor(refused)}
        </Alert>
      )}
      {view.kind === 'paper' && newer !== undefined && older !== undefined && (
        <Anchor component={Link} to={versionsAddress(record, older.version, newer.version)} size="sm">
          {t`Compare them as documents`}
        </Anchor>
      )}
      <div className={classes.buttons}>
        <Button size="xs" disabled={older === undefined} onClick={() => setComparing(true)}>
          {t`Compare`}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={only === undefined || view.conflicted || view.unknown || only === versions[0]}
          onClick={() => {
            if (only === undefined) return;
            restore(only);
            setChosen([]);
          }}
        >
          {t`Restore this version`}
        </Button>
      </div>
    </>
  );
}

interface ComparedProps {
  readonly record: string;
  readonly kind: string;
  readonly older: Version;
  readonly newer: Version;
  leave(): void;
}

function Compared({ record, kind, older, newer, leave }: ComparedProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const before = useRead('records', 'version', { id: record, version: older.version });
  const after = useRead('records', 'version', { id: record, version: newer.version });
  const [from, to] = [older, newer].map(({ at }) => formatMoment(at, language));
  const error = before.error ?? after.error;
  return (
    <section aria-label={t`Comparison`}>
      <Button variant="default" size="xs" onClick={leave} autoFocus>
        {t`Back to the versions`}
      </Button>
      <Text size="sm" my="sm">
        {t`From ${from} to ${to}`}
      </Text>
      {error !== null && <Alert color="red">{sentenceFor(error)}</Alert>}
      {before.data !== undefined && after.data !== undefined && (
        <Comparison kind={kind} one={before.data} other={after.data} />
      )}
    </section>
  );
}
