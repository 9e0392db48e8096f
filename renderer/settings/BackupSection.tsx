import { useLingui } from '@lingui/react/macro';
import { Anchor, Button, Group, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { useClient } from '../application/ApplicationContext.ts';
import { leaveFor } from '../application/gate.ts';
import { usePreference } from '../application/preferences.ts';
import { useRead, useReadAgain } from '../application/queries.ts';
import { formatMoment } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { formatBytes } from '../parts/backups/formatBytes.ts';
import { useWork } from '../parts/work/useWork.ts';
import { WorkProgress } from '../parts/work/WorkProgress.tsx';
import { Outcome } from './Outcome.tsx';
import { Section } from './Section.tsx';
import classes from './settings.module.css';

/** The backups beside the vault, one more, and one in a folder elsewhere. */
export function BackupSection() {
  const { t } = useLingui();
  const client = useClient();
  const language = useLanguage();
  const readAgain = useReadAgain();
  const status = useRead('vault', 'status', {});
  const folder = status.data?.folder;
  const backups = useRead('vault', 'listBackups', { folder: folder ?? '' }, { enabled: folder !== undefined });
  const [kept, keep] = usePreference('backup.folder', z.string(), '');
  const [typed, setTyped] = useState<string>();
  const [done, setDone] = useState<string>();
  const work = useWork((input: { folder?: string }, job) => client.vault.backup({ ...input, job }));
  const elsewhere = status.data?.lastBackupElsewhere;
  const target = typed ?? kept;

  const make = async (input: { folder?: string }) => {
    setDone(undefined);
    const made = await work.start(input);
    if (made === undefined) return;
    setDone(t`The backup is made: ${formatBytes(made.bytes, language)}.`);
    await readAgain('vault');
  };
  const makeElsewhere = (event: FormEvent) => {
    event.preventDefault();
    const folder = target.trim();
    if (folder === '') return;
    keep(folder);
    void make({ folder });
  };

  return (
    <Section
      name="backups"
      title={t`Backups`}
      text={t`Encrypted like the vault and opened by the same passphrase. Those beside the vault help against mistakes; against a lost or broken computer, make one on another disk.`}
    >
      <ul className={classes.list} aria-label={t`Backups beside the vault`}>
        {backups.data?.map(({ name, made, bytes }) => (
          <li key={name} className={classes.line}>
            <span>{formatMoment(made, language)}</span>
            <span className={classes.quiet}>{formatBytes(bytes, language)}</span>
          </li>
        ))}
      </ul>
      {backups.data?.length === 0 && <Text c="var(--third)">{t`There is no backup beside the vault yet.`}</Text>}
      <Group gap="sm">
        <Button variant="default" onClick={() => void make({})} disabled={work.job !== undefined}>
          {t`Make a backup now`}
        </Button>
        {folder !== undefined && (
          <Anchor component="button" type="button" onClick={() => void leaveFor({ of: 'restore', folder })}>
            {t`Restore a backup`}
          </Anchor>
        )}
      </Group>
      <form onSubmit={makeElsewhere}>
        <Group gap="sm" align="flex-end" wrap="nowrap">
          <TextInput
            label={t`Folder on another disk`}
            description={
              elsewhere === undefined
                ? t`The whole path, as your file manager shows it.`
                : t`Last one: ${formatMoment(elsewhere.made, language)}.`
            }
            value={target}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
            flex={1}
          />
          <Button type="submit" variant="default" disabled={target.trim() === '' || work.job !== undefined}>
            {t`Back up there`}
          </Button>
        </Group>
      </form>
      {work.job !== undefined && <WorkProgress job={work.job} title={t`Making a backup`} onCancel={work.cancel} />}
      <Outcome error={work.error ?? backups.error} done={done} />
    </Section>
  );
}
