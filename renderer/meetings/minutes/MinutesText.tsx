import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconGitCompare, IconPrinter } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { text } from '../../../domain/records/text.ts';
import { useAction } from '../../application/actions.ts';
import { minutesPrintAddress } from '../../application/addresses.ts';
import { formatMoment } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { DocumentEditor } from '../../parts/editor/DocumentEditor.tsx';
import type { RecordView } from '../../parts/form/formKeeper.ts';
import { HandlingBadge } from '../../parts/handling/HandlingBadge.tsx';
import { NoteActions, NoteTools } from '../../parts/notes/NoteActions.tsx';
import { useNotesInText } from '../../parts/notes/useNotesInText.ts';
import { OutcomeMarkActions, OutcomeMarkTools } from '../../parts/outcomes/OutcomeMarkTools.tsx';
import { useOutcomeMarks } from '../../parts/outcomes/useOutcomeMarks.ts';
import { useChangeBars } from '../../parts/versions/useChangeBars.ts';
import { useVersions } from '../../parts/versions/useVersions.ts';
import { VersionsCompared } from '../../parts/versions/VersionsCompared.tsx';
import { Attribution } from './Attribution.tsx';
import { MinuteTakersTools } from './MinuteTakersTools.tsx';
import type { ItemMinutesProps, MinutedItem } from './minuted.ts';
import classes from './minutes.module.css';
import { Reopened } from './Reopened.tsx';
import { StatusActions } from './StatusActions.tsx';
import { StatusMark } from './StatusMark.tsx';

interface MinutesTextProps extends ItemMinutesProps {
  readonly minutes: NonNullable<MinutedItem['minutes']>;
  readonly view: RecordView;
  /** They were begun a moment ago: the cursor goes into them. */
  readonly fresh: boolean;
}

/** The text of an item's minutes with what a minute taker needs, its state, and its versions beside one another. */
export function MinutesText({ item, minuted, minutes, view, at, fresh }: MinutesTextProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const navigate = useNavigate();
  const [compared, setCompared] = useState<{ readonly from?: string; readonly to?: string }>();
  const versions = useVersions(view.id, view.draft);
  const notes = useNotesInText(view.id);
  const marks = useOutcomeMarks({ minutes: view.id, meeting: text(view.body.meeting), item: item.item });
  const bars = useChangeBars(view.id, notes.editor, minutes.status === 'draft' ? versions?.before?.version : undefined);
  const extensions = useMemo(
    () => [...notes.extensions, ...marks.extensions, ...bars],
    [notes.extensions, marks.extensions, bars],
  );
  const [toNotes, toMarks] = [notes.onEditor, marks.onEditor];
  const onEditor = useCallback(
    (editor: Editor | null) => {
      toNotes(editor);
      toMarks(editor);
    },
    [toNotes, toMarks],
  );
  useEffect(() => {
    if (fresh) notes.editor?.commands.focus('end');
  }, [fresh, notes.editor]);
  const last = versions?.last;
  const when = last === undefined ? '' : formatMoment(last.at, language);
  const isApproved = minutes.status === 'approved';
  const isClosed = isApproved || view.deleted || view.conflicted || view.unknown;
  const compare = {
    id: 'minutes.versions',
    title: compared === undefined ? t`Compare versions` : t`Back to the text`,
    group: t`Minutes`,
    icon: IconGitCompare,
    run: () => setCompared(compared === undefined ? {} : undefined),
  };
  const print = {
    id: 'minutes.printItem',
    title: t`Print this item’s minutes`,
    group: t`Minutes`,
    icon: IconPrinter,
    run: () => navigate(minutesPrintAddress(text(view.body.meeting), item.item)),
  };
  useAction(compare);
  useAction(print);
  return (
    <>
      <Group gap="sm" className={classes.marks ?? ''}>
        <StatusMark minutes={minutes} />
        <HandlingBadge label={minutes.label} />
        <Attribution view={view} rule={item.rule} editor={notes.editor} readOnly={isClosed} />
        <Group gap="xs" ml="auto">
          {[compare, print].map(({ id, title, icon: Sign, run }) => (
            <Tooltip key={id} label={title} openDelay={400}>
              <ActionIcon variant="default" size={30} aria-label={title} onClick={run}>
                <Sign size={16} stroke={1.6} aria-hidden />
              </ActionIcon>
            </Tooltip>
          ))}
          <StatusActions minutes={minutes} minuted={minuted} at={at} readOnly={view.conflicted} />
        </Group>
      </Group>
      <Reopened minutes={minutes} />
      {view.conflicted && isApproved && (
        <p className={classes.notice}>
          {t`These minutes are approved and stand as they were approved. What another laptop wrote without having heard of it is shown here; it stays in the history.`}
        </p>
      )}
      {compared === undefined ? (
        <div className={classes.text}>
          <NoteActions desk={notes} />
          <OutcomeMarkActions marks={marks} />
          <DocumentEditor
            record={view.id}
            field="body"
            readOnly={isClosed}
            unmarked
            extensions={extensions}
            onEditor={onEditor}
            toolbar={
              <>
                <NoteTools desk={notes} />
                <OutcomeMarkTools marks={marks} />
                <MinuteTakersTools item={item} editor={notes.editor} language={view.body.language} />
              </>
            }
            status={last === undefined ? t`Not shared yet.` : t`Last shared on ${when}.`}
          />
        </div>
      ) : (
        <VersionsCompared
          view={view}
          from={compared.from}
          to={compared.to}
          onChoose={(from, to) => setCompared({ from, to })}
        />
      )}
    </>
  );
}
