import { useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { IconAlarm, IconCheck, IconCopy, IconMailForward } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { RecordId } from '../../../domain/records/ids.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { reminderAddress, sendAddress } from '../../application/addresses.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { copyOut } from '../edges/copyOut.ts';
import { Mentions } from '../mentions/Mentions.tsx';
import { undecidedIn } from '../mentions/useDeciding.ts';
import classes from './papers.module.css';

interface ReminderProps {
  /** Who is reminded. */
  readonly name: string;
  readonly papers: readonly string[];
  readonly audience: Audience;
  /** They were reminded: that is to be noted. */
  reminded(): void;
  close(): void;
}

/** The text that reminds somebody, through the gate for them: copied, or sealed as a notice that they read on arrival, and noted as done today. */
export function Reminder({ name, papers, audience, reminded, close }: ReminderProps) {
  const { t } = useLingui();
  const client = useClient();
  const language = useLanguage();
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>();
  const order = { records: papers.map((id) => RecordId.parse(id)), reminder: true, audience, language };
  const made = useRead('documents', 'asText', order);
  const problem = error ?? made.error ?? undefined;
  const copy = async () => {
    try {
      const { text } = await client.documents.asText({ ...order, toClipboard: true });
      copyOut(text);
      reminded();
      close();
    } catch (failure) {
      setError(failure);
    }
  };
  const note = () => {
    reminded();
    close();
  };
  const isReady = made.data !== undefined && problem === undefined && undecidedIn(made.data.mentions) === 0;
  return (
    <Modal opened onClose={close} size={620} title={t`Remind ${name}`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Stack gap="md">
        {problem !== undefined && (
          <p role="alert" className={classes.wrong}>
            {sentenceFor(problem)}
          </p>
        )}
        {made.data !== undefined && <Mentions mentions={made.data.mentions} audience={audience} />}
        {made.data !== undefined && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard.
          <pre tabIndex={0} className={classes.reminder}>
            {made.data.text}
          </pre>
        )}
        <Group gap="sm">
          <Button
            data-autofocus
            disabled={!isReady}
            leftSection={<IconCopy size={16} stroke={1.6} aria-hidden />}
            onClick={() => void copy()}
          >
            {t`Copy and note as reminded`}
          </Button>
          <Button variant="default" leftSection={<IconCheck size={16} stroke={1.6} aria-hidden />} onClick={note}>
            {t`Only note as reminded`}
          </Button>
          {audience.kind === 'group' ? (
            <Button
              variant="default"
              disabled={!isReady}
              leftSection={<IconAlarm size={16} stroke={1.6} aria-hidden />}
              onClick={() => navigate(reminderAddress(papers, audience.organisations))}
            >
              {t`Seal as a notice…`}
            </Button>
          ) : (
            <Button
              variant="default"
              leftSection={<IconMailForward size={16} stroke={1.6} aria-hidden />}
              onClick={() => navigate(sendAddress({ records: [...papers] }))}
            >
              {t`Seal…`}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
