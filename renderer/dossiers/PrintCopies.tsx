import { Plural, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { IconFolderDown } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { RecordId } from '../../domain/records/ids.ts';
import { useClient, useHost } from '../application/ApplicationContext.ts';
import { sentenceFor } from '../application/errors.tsx';
import { useWork } from '../parts/work/useWork.ts';
import { WorkProgress } from '../parts/work/WorkProgress.tsx';
import classes from './book.module.css';
import type { BookData } from './bookTypes.ts';

/** One book for each copy, into a folder, as one act. */
export function PrintCopies({ book }: { readonly book: BookData }) {
  const { t } = useLingui();
  const client = useClient();
  const { chooseFolder } = useHost();
  const [folder, setFolder] = useState('');
  const [made, setMade] = useState<number>();
  const work = useWork((path: string, job) =>
    client.dossiers.printCopies({
      dossier: RecordId.parse(book.dossier),
      copies: book.copies.map(({ id }) => id),
      folder: path,
      job,
    }),
  );
  const pick = async (ask: NonNullable<typeof chooseFolder>) => {
    const chosen = await ask();
    if (chosen !== undefined) setFolder(chosen);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setMade(undefined);
    const done = await work.start(folder);
    if (done !== undefined) setMade(done.files.length);
  };
  return (
    <form onSubmit={(event) => void submit(event)} className={classes.print} aria-label={t`One book for each copy`}>
      <h2 className={classes.heading}>{t`One book for each copy`}</h2>
      <p className={classes.quiet}>
        {t`Each has what its holder may have, under their name and number on every page. Outside the vault these files are readable: keep them where only those see them who print them.`}
      </p>
      <div className={classes.folder}>
        <TextInput
          label={t`Where they are written`}
          description={t`The whole path, as your file manager shows it.`}
          value={folder}
          onChange={({ currentTarget }) => setFolder(currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          flex={1}
        />
        {chooseFolder !== undefined && (
          <Button variant="default" onClick={() => void pick(chooseFolder)}>
            {t`Choose where…`}
          </Button>
        )}
        <Button
          type="submit"
          leftSection={<IconFolderDown size={16} stroke={1.6} aria-hidden />}
          disabled={folder.trim() === '' || work.job !== undefined}
        >
          {t`Print all copies`}
        </Button>
      </div>
      {work.job !== undefined && <WorkProgress job={work.job} title={t`Printing the copies`} onCancel={work.cancel} />}
      {work.error !== undefined && (
        <p role="alert" className={classes.refused}>
          {sentenceFor(work.error)}
        </p>
      )}
      {made !== undefined && (
        <p role="status">
          <Plural value={made} one="# book lies in the folder." other="# books lie in the folder." />
        </p>
      )}
    </form>
  );
}
