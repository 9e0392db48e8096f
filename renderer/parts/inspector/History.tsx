import { useLingui } from '@lingui/react/macro';
import { Alert, Button, Checkbox, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { formatMoment } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { Comparison } from '../comparison/Comparison.tsx';
import classes from './inspector.module.css';
import { tellingVersions } from './tellingVersions.ts';
import { useAuthors } from './useAuthors.ts';
import { useRestoreVersion } from './useRestoreVersion.ts';

/** The versions of a record that are here: who wrote them and when. Two are compared; one is restored. */
export function History({ record }: { readonly record: string }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { data: view } = useRead('records', 'read', { id: record });
  const { data } = useRead('records', 'history', { id: record });
  const versions = useMemo(() => data && tellingVersions(data), [data]);
  const authorOf = useAuthors(versions);
  const { restore, refused } = useRestoreVersion(record);
  /** In the order in which they were chosen. */
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [comparing, setComparing] = useState(false);
  if (view === undefined || versions === undefined) return null;
  const [newer, older] = versions.filter(({ version }) => chosen.includes(version));
  const only = older === undefined ? newer : undefined;
  const toggle = (version: string) =>
    setChosen(chosen.includes(version) ? chosen.filter((one) => one !== version) : [...chosen.slice(-1), version]);

  if (comparing && newer !== undefined && older !== undefined) {
    const [from, to] = [older, newer].map(({ at }) => formatMoment(at, language));
    return (
      <section aria-label={t`Comparison`}>
        <Button variant="default" size="xs" onClick={() => setComparing(false)} autoFocus>
          {t`Back to the versions`}
        </Button>
        <Text size="sm" my="sm">
          {t`From ${from} to ${to}`}
        </Text>
        <Comparison kind={view.kind} one={older} other={newer} />
      </section>
    );
  }
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {versions.length > 1 ? t`Choose two to compare them, or one to restore it.` : t`There is one version.`}
      </Text>
      <ul className={classes.versions}>
        {versions.map((version) => {
          const { version: id, shared, at } = version;
          return (
            <li key={id}>
              <Checkbox
                checked={chosen.includes(id)}
                onChange={() => toggle(id)}
                label={formatMoment(at, language)}
                description={`${authorOf(version)} · ${shared ? t`shared` : t`only here`}`}
              />
            </li>
          );
        })}
      </ul>
      {refused !== undefined && (
        <Alert color="red" role="alert">
          {sentenceFor(refused)}
        </Alert>
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
            restore(view, only);
            setChosen([]);
          }}
        >
          {t`Restore this version`}
        </Button>
      </div>
    </>
  );
}
