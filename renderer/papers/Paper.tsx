import { useLingui } from '@lingui/react/macro';
import { Tabs } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { isStanding } from '../../domain/papers/issues.ts';
import { useHost } from '../application/ApplicationContext.ts';
import { tellError } from '../application/errors.tsx';
import { ReadingBar } from '../parts/dossiers/ReadingBar.tsx';
import { useArrivals } from '../parts/dropping/arrivals.ts';
import { filesDropped } from '../parts/dropping/filesDropped.ts';
import { takerOf } from '../parts/dropping/takers.ts';
import type { RecordView } from '../parts/form/formKeeper.ts';
import { useNotesInText } from '../parts/notes/useNotesInText.ts';
import { Page } from '../parts/page/Page.tsx';
import { useTakePapers } from '../parts/papers/useTakePapers.ts';
import { useVersions } from '../parts/versions/useVersions.ts';
import { VersionsCompared } from '../parts/versions/VersionsCompared.tsx';
import { Attachments } from './Attachments.tsx';
import { ImportNotice } from './ImportNotice.tsx';
import { IssuedNotice } from './life/IssuedNotice.tsx';
import { LifeTab } from './life/LifeTab.tsx';
import { PaperDetails } from './PaperDetails.tsx';
import { PaperHead } from './PaperHead.tsx';
import { PaperText } from './PaperText.tsx';
import classes from './papers.module.css';
import { RedactionNotice } from './redaction/RedactionNotice.tsx';
import { useAttachments } from './useAttachments.ts';

/** A paper: its text with everything around it, its details, and its versions beside one another. */
export function Paper({ view }: { readonly view: RecordView }) {
  const { t } = useLingui();
  const [search, setSearch] = useSearchParams();
  const tab = search.get('tab') ?? 'text';
  const versions = useVersions(view.id, view.draft);
  const notes = useNotesInText(view.id);
  const files = useAttachments(view);
  const stands = isStanding(view.body);
  const readOnly = view.deleted || view.conflicted || view.unknown || stands;
  const book = search.get('book');
  const show = (next: string, more: Record<string, string> = {}) =>
    setSearch(
      { ...(next === 'text' ? {} : { tab: next, ...more }), ...(book === null ? {} : { book }) },
      { replace: true },
    );
  useTakePapers(typeof view.body.meeting === 'string' ? view.body.meeting : undefined);
  const dropping = useDropping((chosen) => void files.add(chosen).catch(tellError), readOnly);
  return (
    <Page>
      <div {...dropping.on} className={dropping.over ? classes.dropping : undefined}>
        <ReadingBar paper={view.id} />
        <PaperHead view={view} versions={versions} readOnly={readOnly} compare={() => show('versions')} />
        <ImportNotice paper={view.id} />
        <RedactionNotice paper={view.id} />
        {stands && !view.deleted && <IssuedNotice view={view} />}
        <Tabs value={tab} keepMounted={false} className={classes.tabs ?? ''} onChange={(next) => show(next ?? 'text')}>
          <Tabs.List aria-label={t`Paper`}>
            <Tabs.Tab value="text">{t`Text`}</Tabs.Tab>
            <Tabs.Tab value="details">{t`Details`}</Tabs.Tab>
            <Tabs.Tab value="life">{t`Way`}</Tabs.Tab>
            <Tabs.Tab value="versions">{t`Versions`}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="text">
            <PaperText view={view} versions={versions} notes={notes} readOnly={stands} />
            <Attachments view={view} desk={files} readOnly={readOnly} />
          </Tabs.Panel>
          <Tabs.Panel value="details" pt="md">
            <PaperDetails record={view.id} body={view.body} readOnly={readOnly} />
          </Tabs.Panel>
          <Tabs.Panel value="life" pt="md">
            <LifeTab
              view={view}
              readOnly={readOnly}
              compare={(from, to) => show('versions', { from, ...(to === '' ? {} : { to }) })}
            />
          </Tabs.Panel>
          <Tabs.Panel value="versions" pt="md">
            <VersionsCompared
              view={view}
              from={search.get('from') ?? undefined}
              to={search.get('to') ?? undefined}
              onChoose={(from, to) => show('versions', { from, to })}
            />
          </Tabs.Panel>
        </Tabs>
      </div>
    </Page>
  );
}

/** Files that are dropped on the page, alone or in folders, are attached; those that something else takes, such as bundles, go there. */
function useDropping(attach: (files: { readonly file: string; readonly name: string }[]) => void, readOnly: boolean) {
  const host = useHost();
  const [over, setOver] = useState(false);
  const drop = async (files: readonly File[]) => {
    const taken = files.filter(({ name }) => takerOf(name) !== undefined);
    const others = files.filter(({ name }) => takerOf(name) === undefined);
    if (taken.length > 0) useArrivals.getState().receive(taken.map((source) => ({ source })));
    if (others.length > 0) attach(await host.dropped(others));
  };
  const holdsFiles = (event: DragEvent) => !readOnly && event.dataTransfer.types.includes('Files');
  return {
    over,
    on: {
      onDragOver(event: DragEvent) {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        if (!over) setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop(event: DragEvent) {
        setOver(false);
        if (!holdsFiles(event)) return;
        event.preventDefault();
        void filesDropped(event.dataTransfer).then(drop).catch(tellError);
      },
    },
  };
}
