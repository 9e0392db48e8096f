import { useLingui } from '@lingui/react/macro';
import { Button, Popover } from '@mantine/core';
import { IconLockOpen, IconRubberStamp, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient } from '../../application/ApplicationContext.ts';
import { type Action, useAction } from '../../application/actions.ts';
import { tellError } from '../../application/errors.tsx';
import { useUndo } from '../../application/undo.ts';
import { AskReason } from '../../parts/reason/AskReason.tsx';
import { Approve } from './Approve.tsx';
import type { Minuted, MinutedItem } from './minuted.ts';

interface StatusActionsProps {
  readonly minutes: NonNullable<MinutedItem['minutes']>;
  readonly minuted: Minuted;
  readonly at: string | undefined;
  readonly readOnly: boolean;
}

/** In characters. */
const LONGEST = 2000;

/** What becomes of an item's minutes: circulated, approved, opened again. */
export function StatusActions({ minutes, minuted, at, readOnly }: StatusActionsProps) {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const [asks, setAsks] = useState<'approve' | 'reopen'>();
  const [error, setError] = useState<unknown>();
  const { minutes: id, status } = minutes;
  const isApproved = status === 'approved';
  const set = (value: 'draft' | 'circulated') => client.records.edit({ id, changes: { status: value } });
  const circulate = async () => {
    const before = status === 'circulated' ? 'circulated' : 'draft';
    const after = before === 'draft' ? 'circulated' : 'draft';
    await set(after);
    const label = after === 'circulated' ? t`Minutes circulated` : t`Minutes a draft again`;
    did({ label, undo: () => set(before), redo: () => set(after) });
  };
  const reopen = async (reason: string) => {
    try {
      await client.minutes.reopen({ minutes: [id], reason });
      setAsks(undefined);
    } catch (failure) {
      setError(failure);
    }
  };
  const group = t`Minutes`;
  const circulation: Action = {
    id: 'minutes.circulate',
    title: status === 'circulated' ? t`Back to draft` : t`Circulate`,
    group,
    icon: IconSend,
    disabled: readOnly || isApproved,
    run: () => void circulate().catch(tellError),
  };
  const approval: Action = {
    id: 'minutes.approve',
    title: t`Approve…`,
    words: t`Approve these minutes`,
    group,
    icon: IconRubberStamp,
    disabled: readOnly || isApproved || !minuted.mayApprove || minutes.words === 0,
    run: () => setAsks('approve'),
  };
  const opening: Action = {
    id: 'minutes.reopen',
    title: t`Open again…`,
    words: t`Open these approved minutes again`,
    group,
    icon: IconLockOpen,
    disabled: readOnly || !isApproved || !minuted.mayApprove,
    run: () => setAsks('reopen'),
  };
  useAction(circulation);
  useAction(approval);
  useAction(opening);
  const close = () => {
    setAsks(undefined);
    setError(undefined);
  };
  return (
    <>
      {!isApproved && <Button {...smallButton(circulation)} />}
      <Popover
        opened={asks !== undefined}
        onClose={close}
        onDismiss={close}
        width={460}
        position="bottom-end"
        trapFocus
      >
        <Popover.Target>
          <Button {...smallButton(isApproved ? opening : approval)} />
        </Popover.Target>
        <Popover.Dropdown aria-label={asks === 'reopen' ? t`Open again` : t`Approve`}>
          {asks === 'approve' && <Approve ids={[id]} minuted={minuted} at={at} close={close} />}
          {asks === 'reopen' && (
            <AskReason
              label={t`Why they are opened again`}
              description={t`It stays with the minutes, for all who have them.`}
              longest={LONGEST}
              act={t`Open again`}
              icon={<IconLockOpen size={16} stroke={1.6} aria-hidden />}
              error={error}
              onAct={(reason) => void reopen(reason)}
              onClose={close}
            />
          )}
        </Popover.Dropdown>
      </Popover>
    </>
  );
}

function smallButton({ title, icon: Sign, disabled = false, run }: Action) {
  return {
    variant: 'default',
    size: 'xs',
    disabled,
    leftSection: Sign && <Sign size={15} stroke={1.6} aria-hidden />,
    onClick: run,
    children: title,
  };
}
