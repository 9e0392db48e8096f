import { useLingui } from '@lingui/react/macro';
import { Anchor, Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { useClient, useHost } from '../application/ApplicationContext.ts';
import { useRead, useReadAgain } from '../application/queries.ts';
import { FolderLine } from '../parts/folder/FolderLine.tsx';
import { Outcome } from './Outcome.tsx';
import { Section } from './Section.tsx';
import classes from './settings.module.css';

const PROBLEM = 'folder-problem';

/** The folder that an engine outside of Amberdesk synchronises: which one it is, and whether it can be reached. */
export function FolderSection() {
  const { t } = useLingui();
  const client = useClient();
  const { chooseFolder } = useHost();
  const readAgain = useReadAgain();
  const { data } = useRead('folder', 'read', {});
  const [typed, setTyped] = useState<string>();
  const [error, setError] = useState<unknown>();
  const [done, setDone] = useState<string>();
  const path = (typed ?? data?.path ?? '').trim();
  const isOther = typed !== undefined && path !== '' && path !== data?.path;
  const check = useRead('folder', 'check', { path }, { enabled: isOther, keep: true });
  const problem = isOther ? check.data?.problem : undefined;
  const sentences: Readonly<Record<NonNullable<typeof problem>, string | undefined>> = {
    notWhole: undefined,
    missing: t`There is no folder at that place.`,
    notFolder: t`That is a file, not a folder.`,
    unusable: t`That folder cannot be read or written.`,
    vault: t`The vault lies in that folder, or the folder in the vault. A vault is never synchronised.`,
  };

  const attempt = async (work: () => Promise<unknown>, says?: string) => {
    setDone(undefined);
    try {
      await work();
      setTyped(undefined);
      setError(undefined);
      setDone(says);
      await readAgain('folder');
    } catch (reason) {
      setError(reason);
    }
  };
  const pick = async (ask: NonNullable<typeof chooseFolder>) => {
    const chosen = await ask();
    if (chosen !== undefined) await attempt(() => client.folder.choose({ path: chosen }));
  };
  const choose = (event: FormEvent) => {
    event.preventDefault();
    if (!isOther) return;
    void attempt(() => client.folder.choose({ path }));
  };

  return (
    <Section
      name="folder"
      title={t`Exchange folder`}
      text={t`A folder that Syncthing, Nextcloud, SharePoint or a stick carries to others. Sealed bundles can be written there. Those that arrive for you are offered, and never opened by themselves; everything else in it is left alone.`}
    >
      <form onSubmit={choose}>
        <Group gap="sm" align="flex-end" wrap="nowrap">
          <TextInput
            label={t`Folder`}
            description={t`The whole path, as your file manager shows it.`}
            value={typed ?? data?.path ?? ''}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              setError(undefined);
              setDone(undefined);
            }}
            error={problem !== undefined && sentences[problem] !== undefined}
            aria-describedby={problem === undefined ? undefined : PROBLEM}
            autoComplete="off"
            spellCheck={false}
            flex={1}
          />
          {chooseFolder !== undefined && (
            <Button variant="default" onClick={() => void pick(chooseFolder)}>
              {t`Choose a folder…`}
            </Button>
          )}
          <Button type="submit" variant="default" disabled={!isOther || problem !== undefined}>
            {t`Use this folder`}
          </Button>
        </Group>
        {problem !== undefined && sentences[problem] !== undefined && (
          <p id={PROBLEM} role="alert" className={classes.problem}>
            {sentences[problem]}
          </p>
        )}
      </form>
      <div aria-live="polite">
        <FolderLine />
        {(data?.offers.length ?? 0) > 0 && (
          <Anchor component={Link} to="/exchange">
            {t`Bundles wait in it: go to the exchange`}
          </Anchor>
        )}
      </div>
      {data?.path !== undefined && (
        <div>
          <Anchor
            component="button"
            type="button"
            onClick={() => void attempt(() => client.folder.leave({}), t`There is no exchange folder any more.`)}
          >
            {t`Stop using it`}
          </Anchor>
          <p className={classes.text}>{t`Nothing in the folder is touched.`}</p>
        </div>
      )}
      <Outcome error={error} done={done} />
    </Section>
  );
}
