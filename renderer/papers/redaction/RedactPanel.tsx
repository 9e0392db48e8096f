import { Plural, useLingui } from '@lingui/react/macro';
import { Alert, Checkbox, Stack } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { RecordId } from '../../../domain/records/ids.ts';
import { objects, text } from '../../../domain/records/text.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { useAction } from '../../application/actions.ts';
import { addressOf } from '../../application/addresses.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useUndo } from '../../application/undo.ts';
import type { RecordView } from '../../parts/form/formKeeper.ts';
import { ActionButton } from '../../parts/page/ActionButton.tsx';
import { PassageGroups } from './PassageGroups.tsx';
import { RedactTools } from './RedactTools.tsx';
import classes from './redaction.module.css';
import type { RedactionDesk } from './useRedaction.ts';

interface RedactPanelProps {
  readonly view: RecordView;
  readonly digest: string;
  readonly desk: RedactionDesk;
  /** The paper says something else by now. */
  readonly changed: boolean;
}

/** What is done with the chosen words, what is blacked out already, which files go along, and the end of it. */
export function RedactPanel({ view, digest, desk, changed }: RedactPanelProps) {
  const { t } = useLingui();
  const [attachments, setAttachments] = useState<readonly string[]>([]);
  const making = useMaking(view, digest, desk, attachments);
  const standing = desk.groups.reduce((count, group) => count + group.standing.length, 0);
  const make = {
    id: 'redact.make',
    title: t`Make the redacted version`,
    group: t`Redaction`,
    shortcut: 'mod+Enter',
    whileTyping: true,
    icon: IconChecklist,
    disabled: desk.passages.length === 0 || standing > 0 || changed || making.isBusy,
    run: () => void making.make(),
  };
  useAction(make);
  const files = objects(view.body.attachments);
  return (
    <section className={classes.panel} aria-label={t`What is blacked out`}>
      <RedactTools desk={desk} />
      <h2>{t`Blacked out`}</h2>
      {desk.groups.length === 0 ? (
        <p className={classes.keys}>{t`Nothing yet. Choose words in the text with the mouse or the arrow keys.`}</p>
      ) : (
        <PassageGroups desk={desk} />
      )}
      {files.length > 0 && (
        <Checkbox.Group
          label={t`Files that go along`}
          description={t`Nothing is blacked out in them. None goes along unless you choose it.`}
          value={[...attachments]}
          onChange={setAttachments}
        >
          <Stack gap={4} mt={4}>
            {files.map((file) => (
              <Checkbox key={text(file.id)} value={text(file.id)} label={text(file.name)} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {standing > 0 && (
        <p className={classes.stands}>
          <Plural
            value={standing}
            one="Words that are blacked out stand in one more place. Black them out there too."
            other="Words that are blacked out stand in # more places. Black them out there too."
          />
        </p>
      )}
      {changed && (
        <Alert color="yellow">{t`The paper was changed meanwhile. Go back and begin with it as it stands now.`}</Alert>
      )}
      {making.error !== undefined && <Alert color="red">{sentenceFor(making.error)}</Alert>}
      <div>
        <ActionButton action={make} primary />
      </div>
      <p className={classes.keys}>
        {t`The new paper has the same mark as this one. Why something is blacked out, and where it comes from, only your organisation can read.`}
      </p>
    </section>
  );
}

function useMaking(view: RecordView, digest: string, desk: RedactionDesk, attachments: readonly string[]) {
  const { t } = useLingui();
  const client = useClient();
  const navigate = useNavigate();
  const did = useUndo((state) => state.did);
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly error?: unknown }>({ isBusy: false });
  const make = async () => {
    setState({ isBusy: true });
    try {
      const { version, redaction } = await client.papers.redact({
        paper: RecordId.parse(view.id),
        digest,
        passages: desk.passages.map(({ place, from, to, reason }) => ({ place, from, to, reason })),
        attachments: [...attachments],
      });
      const both = [version, redaction];
      did({
        label: t`Redacted version made`,
        undo: async () => {
          for (const id of both) await client.records.remove({ id, reason: t`Taken back` });
        },
        redo: async () => {
          for (const id of both) await client.records.restore({ id });
        },
      });
      navigate(addressOf('paper', version));
    } catch (error) {
      setState({ isBusy: false, error });
    }
  };
  return { ...state, make };
}
