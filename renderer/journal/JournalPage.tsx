import { useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileDownload, IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient, useHost } from '../application/ApplicationContext.ts';
import { type Action, useAction } from '../application/actions.ts';
import { sentenceFor, tell } from '../application/errors.tsx';
import { useReadAgain } from '../application/queries.ts';
import { saveFile } from '../host/saveFile.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { SaveOwnList } from '../parts/lists/SaveList.tsx';
import { Page } from '../parts/page/Page.tsx';
import { PageHead } from '../parts/page/PageHead.tsx';
import { useWork } from '../parts/work/useWork.ts';
import { WorkProgress } from '../parts/work/WorkProgress.tsx';
import { ChainState } from './ChainState.tsx';
import { Filters } from './Filters.tsx';
import { JournalLines } from './JournalLines.tsx';
import classes from './journal.module.css';
import { useJournalFilter } from './useJournalFilter.ts';

type Form = 'sentences' | 'lines';

/** What this installation did, line by line: searched, filtered, followed to what it is about, saved, and verified. */
export function JournalPage() {
  const { t } = useLingui();
  const language = useLanguage();
  const client = useClient();
  const host = useHost();
  const filter = useJournalFilter();
  const readAgain = useReadAgain();
  const [refusal, setRefusal] = useState<unknown>();
  const [isListing, setListing] = useState(false);
  const work = useWork(
    ({ file, form }: { file: string; form: Form }, job) => client.journal.export({ file, form, language, job }),
    { endsWithWindow: true },
  );
  const save = async (form: Form) => {
    setRefusal(undefined);
    const name = form === 'sentences' ? t`Journal.txt` : 'journal.jsonl';
    try {
      const saved = await saveFile(host, name, async (file) => {
        if ((await work.start({ file, form })) === undefined) throw new TypeError('not saved');
      });
      if (!saved) return;
      tell(t`The journal was saved.`);
      await readAgain('journal');
    } catch (error) {
      // What ended the work is told where its progress was.
      if (!(error instanceof TypeError)) setRefusal(error);
    }
  };
  const group = t`Journal`;
  const sentences: Action = {
    id: 'journal.saveSentences',
    title: t`Save the journal as sentences…`,
    group,
    icon: IconFileDownload,
    run: () => void save('sentences'),
  };
  const lines: Action = {
    id: 'journal.saveLines',
    title: t`Save its lines, by which the chain can be followed…`,
    group,
    icon: IconFileDownload,
    run: () => void save('lines'),
  };
  const csv: Action = {
    id: 'journal.csv',
    title: t`Save the lines shown as CSV…`,
    group,
    icon: IconFileSpreadsheet,
    run: () => setListing(true),
  };
  useAction(sentences);
  useAction(lines);
  useAction(csv);
  const error = work.error ?? refusal;
  return (
    <Page>
      <PageHead
        title={t`Journal`}
        line={<ChainState />}
        actions={
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" rightSection={<IconChevronDown size={16} stroke={1.6} aria-hidden />}>
                {t`Save as a file`}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {[sentences, lines, csv].map(({ id, title, run }) => (
                <Menu.Item key={id} onClick={run}>
                  {title}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        }
      />
      {work.job !== undefined && <WorkProgress job={work.job} title={t`Saving the journal`} onCancel={work.cancel} />}
      {error !== undefined && (
        <p className={classes.wrong} role="alert">
          {sentenceFor(error)}
        </p>
      )}
      {isListing && (
        <SaveOwnList
          label={t`Journal`}
          list={{ of: 'journal', filter: filter.query }}
          onClose={() => setListing(false)}
        />
      )}
      <Filters filter={filter} />
      <JournalLines key={JSON.stringify(filter.query)} filter={filter} />
    </Page>
  );
}
