import { useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { IconGitCompare } from '@tabler/icons-react';
import { issuesOf } from '../../../domain/papers/issues.ts';
import { formatDate } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { RecordView } from '../../parts/form/formKeeper.ts';
import { useRecordName } from '../../parts/picker/recordName.ts';
import { useTitles } from '../../parts/picker/useTitles.ts';
import classes from './life.module.css';

interface IssuesProps {
  readonly view: RecordView;
  compare(from: string, to: string): void;
}

/** The issues of a paper, each with what it changed of the one before, and what was changed since. */
export function Issues({ view, compare }: IssuesProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const nameOf = useRecordName();
  const issues = issuesOf(view.body);
  const { titles } = useTitles(issues.flatMap(({ by }) => by ?? []));
  if (issues.length === 0) return <p className={classes.quiet}>{t`It was not issued yet.`}</p>;
  return (
    <ol className={classes.course}>
      {issues.map(({ id, name, on, by, version }, at) => {
        const before = issues[at - 1];
        const since = before?.version;
        const isLast = at === issues.length - 1;
        return (
          <li key={id}>
            <span className={classes.day}>{formatDate(on, language)}</span>
            <span>
              <b>{name}</b>
              {by !== undefined && ` · ${nameOf(titles.get(by))}`}
            </span>
            <Group gap="xs">
              {version !== undefined && since !== undefined && (
                <Button
                  size="compact-xs"
                  variant="default"
                  leftSection={<IconGitCompare size={14} stroke={1.6} aria-hidden />}
                  onClick={() => compare(since, version)}
                >
                  {t`Compare with ${before?.name ?? ''}`}
                </Button>
              )}
              {version !== undefined && isLast && view.body.status !== 'issued' && (
                <Button
                  size="compact-xs"
                  variant="default"
                  leftSection={<IconGitCompare size={14} stroke={1.6} aria-hidden />}
                  aria-label={t`What changed since ${name}`}
                  onClick={() => compare(version, '')}
                >
                  {t`What changed since`}
                </Button>
              )}
            </Group>
          </li>
        );
      })}
    </ol>
  );
}
