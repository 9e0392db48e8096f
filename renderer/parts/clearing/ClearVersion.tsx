import { useLingui } from '@lingui/react/macro';
import { Modal } from '@mantine/core';
import { Clearing } from './Clearing.tsx';
import { useClearWords } from './useClearWords.ts';

interface ClearVersionProps {
  readonly record: string;
  readonly opened: boolean;
  onClose(): void;
}

/**
 * Clears what an organisation worked on among its own desks as its one version: an act that is recorded with the text it
 * is about, says what changes, and leads to the sealing.
 */
export function ClearVersion({ record, opened, onClose }: ClearVersionProps) {
  const { t } = useLingui();
  const title = useClearWords();
  return (
    <Modal opened={opened} onClose={onClose} size={620} title={title} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Clearing record={record} onClose={onClose} />
    </Modal>
  );
}
