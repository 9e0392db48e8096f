import { useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { nextStatuses, type Status, statusOf } from '../../domain/papers/status.ts';
import { valueName } from '../../domain/records/valueNames.ts';
import { capitalised } from '../language/capitalised.ts';
import { useLanguage } from '../language/useLanguage.ts';
import type { RecordView } from '../parts/form/formKeeper.ts';
import { useStatusChange } from '../parts/papers/useStatusChange.tsx';
import type { Versions } from '../parts/versions/useVersions.ts';
import classes from './papers.module.css';

interface StatusMenuProps {
  readonly view: RecordView;
  readonly versions: Versions | undefined;
  readonly readOnly: boolean;
}

/** The status of a paper with its version, and what may follow. */
export function StatusMenu({ view, versions, readOnly }: StatusMenuProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const status = statusOf(view.body);
  const nameOf = (one: Status) => valueName('paper', 'status', one, language) ?? one;
  const words = useStatusWords(view, versions, status === undefined ? t`no status` : nameOf(status));
  const { change, dialog } = useStatusChange();
  if (readOnly) return <span className={classes.chip}>{words}</span>;
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            variant="default"
            size="compact-sm"
            radius="xl"
            className={classes.chipButton ?? ''}
            rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}
            aria-label={t`Status: ${words}`}
          >
            {words}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t`Set the status`}</Menu.Label>
          {nextStatuses(status).map((next) => (
            <Menu.Item key={next} onClick={() => change([view.id], next)}>
              {capitalised(nameOf(next))}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  );
}

/** `cleared, version 3`; `being drafted, changed since version 3`. */
function useStatusWords(view: RecordView, versions: Versions | undefined, status: string): string {
  const { t } = useLingui();
  const last = versions?.last;
  const number = last && versions.numberOf(last.version);
  if (number === undefined) return status;
  return view.draft ? t`${status}, changed since version ${number}` : t`${status}, version ${number}`;
}
