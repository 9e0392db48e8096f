import { useLingui } from '@lingui/react/macro';
import { Kbd, Modal, Table } from '@mantine/core';
import { useActions } from '../../application/actions.ts';
import { shortcutWords } from './shortcutWords.ts';

/** Every shortcut that works on the screen as it is. */
export function ShortcutHelp({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useLingui();
  const actions = useActions((state) => state.actions);
  const groups = Map.groupBy(
    [...actions.values()].filter((action) => action.shortcut !== undefined),
    (action) => action.group,
  );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t`Keyboard shortcuts`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {[...groups].map(([group, members]) => (
        <Table key={group} aria-label={group} mb="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th colSpan={2}>{group}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {members.map(({ id, title, shortcut = '' }) => (
              <Table.Tr key={id}>
                <Table.Td>{title}</Table.Td>
                <Table.Td ta="right">
                  <Kbd>{shortcutWords(shortcut)}</Kbd>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ))}
    </Modal>
  );
}
