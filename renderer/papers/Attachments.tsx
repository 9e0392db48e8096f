import { useLingui } from '@lingui/react/macro';
import { Button, Group, Menu } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { effectiveHandling } from '../../domain/handling/change.ts';
import type { Label } from '../../domain/handling/handling.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { text } from '../../domain/records/text.ts';
import { useHost } from '../application/ApplicationContext.ts';
import { useAction } from '../application/actions.ts';
import { sentenceFor, tell, tellError } from '../application/errors.tsx';
import { stricterThan } from '../parts/editor/portions/marks.ts';
import { StricterItems } from '../parts/editor/portions/StricterItems.tsx';
import type { RecordView } from '../parts/form/formKeeper.ts';
import { HandlingBadge } from '../parts/handling/HandlingBadge.tsx';
import { WorkProgress } from '../parts/work/WorkProgress.tsx';
import { FileLine } from './FileLine.tsx';
import classes from './papers.module.css';
import type { useAttachments } from './useAttachments.ts';

interface AttachmentsProps {
  readonly view: RecordView;
  readonly desk: ReturnType<typeof useAttachments>;
  readonly readOnly: boolean;
}

/** The files of a paper: added, looked at in the window, set apart, taken away. They go where the paper goes. */
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
  const { label } = effectiveHandling(view.handling, view.body);
  return (
    <section aria-label={t`Attachments`} className={classes.below}>
      <Group gap="sm">
        <h2 className={classes.heading}>{t`Attachments`}</h2>
        {files.length > 0 && <HandlingBadge label={label} />}
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
          <FileLine key={text(entry.id)} record={view.id} entry={entry}>
            {!readOnly && <FileActs entry={entry} own={label} desk={desk} />}
          </FileLine>
        ))}
      </ul>
    </section>
  );
}

interface FileActsProps {
  readonly entry: JsonObject;
  /** The paper's own label. */
  readonly own: Label;
  readonly desk: ReturnType<typeof useAttachments>;
}

/** A file may be stricter than its paper, and then stands in a portion of its own; or it is taken away. */
function FileActs({ entry, own, desk }: FileActsProps) {
  const { t } = useLingui();
  const name = text(entry.name);
  const remove = () => void desk.remove(entry).then(() => tell(t`Taken away: ${name}`), tellError);
  const setApart = (label: Label) =>
    void desk.setApart(entry, label).then(() => tell(t`Set apart: ${name}`), tellError);
  return (
    <>
      {stricterThan(own).length > 0 && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button variant="default" size="compact-sm" aria-label={t`Mark more strictly: ${name}`}>
              {t`Mark more strictly`}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <StricterItems own={own} onChoose={setApart} />
          </Menu.Dropdown>
        </Menu>
      )}
      <Button variant="default" size="compact-sm" aria-label={t`Take away: ${name}`} onClick={remove}>
        {t`Take away`}
      </Button>
    </>
  );
}
