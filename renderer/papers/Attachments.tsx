import { useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { effectiveHandling } from '../../domain/handling/change.ts';
import { shownAs } from '../../domain/papers/mediaTypes.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { count, text } from '../../domain/records/text.ts';
import { useClient, useHost } from '../application/ApplicationContext.ts';
import { useAction } from '../application/actions.ts';
import { sentenceFor, tell, tellError } from '../application/errors.tsx';
import { saveFile } from '../host/saveFile.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { formatBytes } from '../parts/backups/formatBytes.ts';
import type { RecordView } from '../parts/form/formKeeper.ts';
import { HandlingBadge } from '../parts/handling/HandlingBadge.tsx';
import { WorkProgress } from '../parts/work/WorkProgress.tsx';
import { FileShown } from './FileShown.tsx';
import classes from './papers.module.css';
import type { useAttachments } from './useAttachments.ts';

interface AttachmentsProps {
  readonly view: RecordView;
  readonly desk: ReturnType<typeof useAttachments>;
  readonly readOnly: boolean;
}

/** The files of a paper: added, looked at in the window, taken away. They go where the paper goes. */
export function Attachments({ view, desk, readOnly }: AttachmentsProps) {
  const { t } = useLingui();
  const host = useHost();
  const { files, adding } = desk;
  const add = async () => {
    const chosen = await host.chooseFiles({ endings: [], multiple: true });
    await desk.add(chosen);
  };
  const action = {
    id: 'paper.attach',
    title: t`Attach files…`,
    group: t`Paper`,
    icon: IconPaperclip,
    disabled: readOnly || adding.job !== undefined,
    run: () => void add().catch(tellError),
  };
  useAction(action);
  return (
    <section aria-label={t`Attachments`} className={classes.below}>
      <Group gap="sm">
        <h2 className={classes.heading}>{t`Attachments`}</h2>
        {files.length > 0 && <HandlingBadge label={effectiveHandling(view.handling, view.body).label} />}
        <Button
          ml="auto"
          size="xs"
          variant="default"
          leftSection={<IconPaperclip size={16} stroke={1.6} aria-hidden />}
          disabled={action.disabled}
          onClick={action.run}
        >
          {action.title}
        </Button>
      </Group>
      {files.length === 0 && (
        <p
          className={classes.quiet}
        >{t`No files. Drop some on this page, or choose them; they go where the paper goes.`}</p>
      )}
      {adding.job !== undefined && (
        <WorkProgress job={adding.job} title={t`The files are being encrypted and kept`} onCancel={adding.cancel} />
      )}
      {adding.error !== undefined && <p role="alert">{sentenceFor(adding.error)}</p>}
      <ul className={classes.files}>
        {files.map((entry) => (
          <FileLine
            key={text(entry.id)}
            record={view.id}
            entry={entry}
            readOnly={readOnly}
            remove={() => {
              const name = text(entry.name);
              desk.remove(entry).then(() => tell(t`Taken away: ${name}`), tellError);
            }}
          />
        ))}
      </ul>
    </section>
  );
}

interface FileLineProps {
  readonly record: string;
  readonly entry: JsonObject;
  readonly readOnly: boolean;
  remove(): void;
}

function FileLine({ record, entry, readOnly, remove }: FileLineProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const client = useClient();
  const host = useHost();
  const [open, setOpen] = useState(false);
  const [saving, setSaving] = useState(false);
  const name = text(entry.name);
  const canShow = shownAs(text(entry.mediaType)) !== undefined;
  const save = async () => {
    setSaving(true);
    const order = { record, attachment: text(entry.id) };
    try {
      if (await saveFile(host, name, (file) => client.papers.saveAttachment({ ...order, file })))
        tell(t`Saved: ${name}`);
    } catch (error) {
      tellError(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <li className={classes.file}>
      <IconPaperclip size={16} stroke={1.6} aria-hidden />
      <span>
        <span className={classes.fileName}>{name}</span>{' '}
        <span className={classes.quiet}>{formatBytes(count(entry.size), language)}</span>
      </span>
      <Group gap="xs">
        {canShow && (
          <Button
            variant="default"
            size="compact-sm"
            aria-expanded={open}
            aria-label={open ? t`Close: ${name}` : t`Show: ${name}`}
            onClick={() => setOpen(!open)}
          >
            {open ? t`Close` : t`Show`}
          </Button>
        )}
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t`Save a copy: ${name}`}
          disabled={saving}
          onClick={() => void save()}
        >
          {t`Save a copy`}
        </Button>
        {!readOnly && (
          <Button variant="default" size="compact-sm" aria-label={t`Take away: ${name}`} onClick={remove}>
            {t`Take away`}
          </Button>
        )}
      </Group>
      {open && <FileShown record={record} attachment={text(entry.id)} />}
    </li>
  );
}
