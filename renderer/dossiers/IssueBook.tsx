import { Plural, useLingui } from '@lingui/react/macro';
import { Button, Popover, Stack, TextInput } from '@mantine/core';
import { IconStackPush } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { RecordId } from '../../domain/records/ids.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { useAction } from '../application/actions.ts';
import { sentenceFor, tell } from '../application/errors.tsx';
import { useWork } from '../parts/work/useWork.ts';
import { WorkProgress } from '../parts/work/WorkProgress.tsx';
import classes from './book.module.css';
import type { BookData } from './bookTypes.ts';

/** Issues the book: what it holds now is noted for ever. What is not ready is said before. */
export function IssueBook({ book }: { readonly book: BookData }) {
  const { t } = useLingui();
  const client = useClient();
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState<string>();
  const count = book.issues.length;
  const proposed = count === 0 ? t`First issue` : t`Rev. ${count}`;
  const title = count === 0 ? t`Issue…` : t`Issue anew…`;
  const unready = book.papers.filter(({ notReady }) => notReady.length > 0).length;
  const issue = {
    id: 'book.issue',
    title,
    group: t`Dossier`,
    icon: IconStackPush,
    disabled: book.papers.length === 0 || book.conflicted,
    run: () => setOpened(true),
  };
  useAction(issue);
  const work = useWork((words: string, job) =>
    client.dossiers.issue({ dossier: RecordId.parse(book.dossier), name: words, job }),
  );
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const words = name?.trim() || proposed;
    const made = await work.start(words);
    if (made === undefined) return;
    setOpened(false);
    setName(undefined);
    tell(t`The book is issued: ${words}`);
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus width={360} position="bottom-end">
      <Popover.Target>
        <Button
          leftSection={<IconStackPush size={16} stroke={1.6} aria-hidden />}
          disabled={issue.disabled}
          onClick={() => setOpened(!opened)}
        >
          {title}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={(event) => void submit(event)} aria-label={t`Issue the book`}>
          <Stack gap="sm">
            <p className={classes.told}>
              {t`The book is set in print as it stands. Which papers it held, in which version and on which pages, stays for ever; drafts of its papers are shared.`}
            </p>
            {unready > 0 && (
              <p className={classes.warning}>
                <Plural
                  value={unready}
                  one="# paper is not ready and goes in as it is."
                  other="# papers are not ready and go in as they are."
                />
              </p>
            )}
            <TextInput
              data-autofocus
              label={t`Name of the issue`}
              value={name ?? proposed}
              onChange={({ currentTarget }) => setName(currentTarget.value)}
            />
            {work.error !== undefined && (
              <p role="alert" className={classes.refused}>
                {sentenceFor(work.error)}
              </p>
            )}
            {work.job === undefined ? (
              <Button type="submit">{t`Issue the book`}</Button>
            ) : (
              <WorkProgress job={work.job} title={t`Setting the book in print`} onCancel={work.cancel} />
            )}
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
