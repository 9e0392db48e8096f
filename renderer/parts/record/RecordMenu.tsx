import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconEraser, IconExternalLink, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useClient, useHost } from '../../application/ApplicationContext.ts';
import { type Action, useAction } from '../../application/actions.ts';
import { addressOf } from '../../application/addresses.ts';
import { tell, tellError } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useUndo } from '../../application/undo.ts';
import type { RecordView } from '../form/formKeeper.ts';
import { PurgeRecord } from '../purge/PurgeRecord.tsx';

interface RecordMenuProps {
  readonly record: RecordView;
  /** What the record is called here, also when it has no title. */
  readonly title: string;
  /** The words for this kind of record: of the menu, of the deletion, and of the group of actions. */
  readonly words: { readonly more: string; readonly remove: string; readonly group: string };
  /** Where the window goes when the record is deleted. */
  readonly back: string;
  /** What else can be done with records of its kind. */
  readonly also?: readonly Action[];
}

/** At the end of a record's head: a window of its own, the deletion, which can be taken back, and the removal for good. */
export function RecordMenu({ record, title, words, back, also = [] }: RecordMenuProps) {
  const { t } = useLingui();
  const client = useClient();
  const host = useHost();
  const navigate = useNavigate();
  const did = useUndo((state) => state.did);
  const { id, kind } = record;
  const remove = async () => {
    const label = t`Deleted: ${title}`;
    const taking = () => client.records.remove({ id, reason: t`Deleted by hand` });
    await taking();
    did({ label, undo: () => client.records.restore({ id }), redo: taking });
    tell(label);
    navigate(back);
  };
  const removal = {
    id: 'record.remove',
    title: words.remove,
    group: words.group,
    icon: IconTrash,
    disabled: record.deleted || record.unknown,
    run: () => void remove().catch(tellError),
  };
  const { data: status } = useRead('vault', 'status', {});
  const [purges, setPurges] = useState(false);
  // Only those who wrote it can have it removed everywhere.
  const mayPurge = record.handling.originator === status?.installation?.organisation;
  const purge = {
    id: 'record.purge',
    title: t`Remove for good…`,
    group: words.group,
    icon: IconEraser,
    disabled: !mayPurge,
    run: () => setPurges(true),
  };
  useAction(removal);
  useAction(purge);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={words.more}>
            <IconDots size={18} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconExternalLink size={16} stroke={1.6} aria-hidden />}
            onClick={() => host.openWindow(addressOf(kind, id))}
          >
            {t`Open in a window of its own`}
          </Menu.Item>
          {also.map(({ id: name, title: said, icon: Sign, disabled = false, run }) => (
            <Menu.Item
              key={name}
              leftSection={Sign && <Sign size={16} stroke={1.6} aria-hidden />}
              disabled={disabled}
              onClick={run}
            >
              {said}
            </Menu.Item>
          ))}
          <Menu.Item
            leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
            disabled={removal.disabled}
            onClick={removal.run}
          >
            {removal.title}
          </Menu.Item>
          {mayPurge && (
            <Menu.Item leftSection={<IconEraser size={16} stroke={1.6} aria-hidden />} onClick={purge.run}>
              {purge.title}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {purges && <PurgeRecord record={id} title={title} onClose={() => setPurges(false)} />}
    </>
  );
}
