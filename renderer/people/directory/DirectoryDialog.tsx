import { useLingui } from '@lingui/react/macro';
import { Group, Modal, Stack } from '@mantine/core';
import type { Directory, DirectorySeat } from '../../parts/directory/useDirectory.ts';
import { CouldOpenList } from './CouldOpenList.tsx';
import { EndSeat } from './EndSeat.tsx';
import { FoundDirectory } from './FoundDirectory.tsx';
import { LastDay } from './LastDay.tsx';
import { LetCount } from './LetCount.tsx';
import { PrintCouldOpen } from './PrintCouldOpen.tsx';
import { Revoke } from './Revoke.tsx';
import { SendDirectory } from './SendDirectory.tsx';
import { Settle } from './Settle.tsx';

/** What a person asked for in the directory. */
export type AskedDialog =
  | { readonly of: 'revoke' | 'end' | 'letCount' | 'lastDay' | 'couldOpen'; readonly seat: DirectorySeat }
  | { readonly of: 'found' | 'settle' | 'send' };

interface DirectoryDialogProps {
  readonly asked: AskedDialog;
  readonly directory: Directory;
  onClose(): void;
}

/** One thing of the directory, in a dialogue of its own: what is signed here cannot be taken back. */
export function DirectoryDialog({ asked, directory, onClose }: DirectoryDialogProps) {
  const title = useTitle(asked);
  const { t } = useLingui();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={640}
      closeButtonProps={{ 'aria-label': t`Close` }}
      closeOnClickOutside={false}
    >
      <Content asked={asked} directory={directory} onClose={onClose} />
    </Modal>
  );
}

function useTitle(asked: AskedDialog): string {
  const { t } = useLingui();
  const name = 'seat' in asked ? asked.seat.name : '';
  switch (asked.of) {
    case 'revoke':
      return t`Revoke an installation of ${name}`;
    case 'end':
      return t`End the seat of ${name}`;
    case 'letCount':
      return t`What was on its way from ${name}`;
    case 'lastDay':
      return t`Last day of the seat of ${name}`;
    case 'couldOpen':
      return t`What ${name} could open`;
    case 'found':
      return t`Begin the directory`;
    case 'settle':
      return t`Say which directory holds`;
    case 'send':
      return t`Send the directory to everybody`;
  }
}

function Content({ asked, directory, onClose }: DirectoryDialogProps) {
  switch (asked.of) {
    case 'revoke':
      return <Revoke seat={asked.seat} directory={directory} onClose={onClose} />;
    case 'end':
      return <EndSeat seat={asked.seat} directory={directory} onClose={onClose} />;
    case 'letCount':
      return <LetCount seat={asked.seat} directory={directory} onClose={onClose} />;
    case 'lastDay':
      return <LastDay seat={asked.seat} directory={directory} onClose={onClose} />;
    case 'couldOpen':
      return (
        <Stack gap="md">
          <CouldOpenList seat={asked.seat} />
          <Group>
            <PrintCouldOpen installation={asked.seat.installation} />
          </Group>
        </Stack>
      );
    case 'found':
      return <FoundDirectory onClose={onClose} />;
    case 'settle':
      return <Settle directory={directory} onClose={onClose} />;
    case 'send':
      return <SendDirectory onClose={onClose} />;
  }
}
