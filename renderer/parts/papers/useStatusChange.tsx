import { useLingui } from '@lingui/react/macro';
import { Modal, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { AmberdeskError, type ErrorCode } from '../../../domain/errors.ts';
import type { Status } from '../../../domain/papers/status.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { valueName } from '../../../domain/records/valueNames.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor, tell, tellError } from '../../application/errors.tsx';
import { saveEverything } from '../../application/saving.ts';
import { useUndo } from '../../application/undo.ts';
import { capitalised } from '../../language/capitalised.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { AskReason } from '../reason/AskReason.tsx';
import { IssueForm } from './IssueForm.tsx';

/** In characters. */
const LONGEST = 2000;
const ASKS_WHY: readonly ErrorCode[] = ['paper.reasonless', 'paper.notCleared'];

interface Asked {
  readonly ids: readonly string[];
  readonly status: Status;
  /** What was said when it was tried without a reason. */
  readonly because: unknown;
}

/**
 * Gives papers another status: at once where nothing is asked, else after a dialog that asks why, or says what issuing
 * does. It is taken back with one step, but for issuing, which stands.
 */
export function useStatusChange(): {
  readonly change: (ids: readonly string[], status: Status) => void;
  readonly dialog: ReactNode;
} {
  const { t } = useLingui();
  const language = useLanguage();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const [asked, setAsked] = useState<Asked>();
  const [error, setError] = useState<unknown>();
  const nameOf = (status: Status) => valueName('paper', 'status', status, language) ?? status;
  const close = () => {
    setAsked(undefined);
    setError(undefined);
  };
  const set = async (ids: readonly string[], status: Status, reason?: string) => {
    await saveEverything();
    const papers = ids.map((id) => RecordId.parse(id));
    const { changed } = await client.papers.setStatus({ papers, status, ...(reason === undefined ? {} : { reason }) });
    if (changed.length === 0) return;
    const name = nameOf(status);
    const label = changed.length === 1 ? t`Status: ${name}` : t`Status of ${changed.length} papers: ${name}`;
    did({
      label,
      undo: () => client.records.undoMany({ ids: changed }),
      redo: () => client.papers.setStatus({ papers: changed, status, ...(reason === undefined ? {} : { reason }) }),
    });
    tell(label);
  };
  const change = (ids: readonly string[], status: Status) => {
    if (status === 'issued') return setAsked({ ids, status, because: undefined });
    void set(ids, status).catch((failure: unknown) => {
      const asksWhy = failure instanceof AmberdeskError && ASKS_WHY.includes(failure.code);
      if (asksWhy) setAsked({ ids, status, because: failure });
      else tellError(failure);
    });
  };
  const act = (reason: string) => {
    if (asked === undefined) return;
    void set(asked.ids, asked.status, reason).then(close, setError);
  };
  const name = asked === undefined ? '' : capitalised(nameOf(asked.status));
  const isOverruled = asked?.because instanceof AmberdeskError && asked.because.code === 'paper.notCleared';
  const dialog = (
    <Modal
      opened={asked !== undefined}
      onClose={close}
      size={520}
      title={asked?.status === 'issued' ? t`Issue` : name}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {asked?.status === 'issued' && <IssueForm ids={asked.ids} close={close} />}
      {asked !== undefined && asked.status !== 'issued' && (
        <AskReason
          label={isOverruled ? t`Why it is cleared all the same` : t`Why`}
          description={t`It stays with the paper, for all members who have it.`}
          longest={LONGEST}
          act={t`Set the status`}
          icon={<IconArrowRight size={16} stroke={1.6} aria-hidden />}
          error={error}
          onAct={act}
          onClose={close}
        >
          {isOverruled && <Text size="sm">{sentenceFor(asked.because)}</Text>}
        </AskReason>
      )}
    </Modal>
  );
  return { change, dialog };
}
