import { useLingui } from '@lingui/react/macro';
import { ActionIcon, Menu } from '@mantine/core';
import { IconBan, IconCalendarDue, IconDots, IconFolderOpen, IconMailCheck, IconUserOff } from '@tabler/icons-react';
import type { DirectorySeat } from '../../parts/directory/useDirectory.ts';
import type { AskedDialog } from './DirectoryDialog.tsx';

interface SeatMenuProps {
  readonly seat: DirectorySeat;
  readonly maySign: boolean;
  onAsk(asked: AskedDialog): void;
}

/** What can be done about an installation: everybody may see what it could open; the Secretariat ends and revokes. */
export function SeatMenu({ seat, maySign, onAsk }: SeatMenuProps) {
  const { t } = useLingui();
  const { name, standing } = seat;
  const digits = seat.digits.slice(0, 5);
  const mark = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t`About the installation ${digits} of ${name}`}>
          <IconDots size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFolderOpen {...mark} />} onClick={() => onAsk({ of: 'couldOpen', seat })}>
          {t`What it could open…`}
        </Menu.Item>
        {maySign && (standing === 'inForce' || standing === 'over') && (
          <Menu.Item leftSection={<IconCalendarDue {...mark} />} onClick={() => onAsk({ of: 'lastDay', seat })}>
            {t`Another last day…`}
          </Menu.Item>
        )}
        {maySign && (standing === 'inForce' || standing === 'over') && (
          <Menu.Item leftSection={<IconUserOff {...mark} />} onClick={() => onAsk({ of: 'end', seat })}>
            {t`End this seat…`}
          </Menu.Item>
        )}
        {maySign && standing === 'ended' && (
          <Menu.Item leftSection={<IconMailCheck {...mark} />} onClick={() => onAsk({ of: 'letCount', seat })}>
            {t`What was on its way…`}
          </Menu.Item>
        )}
        {maySign && standing !== 'notIn' && (
          <Menu.Item leftSection={<IconBan {...mark} />} onClick={() => onAsk({ of: 'revoke', seat })}>
            {standing === 'revoked' ? t`Change the revocation…` : t`Lost or stolen: revoke…`}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
