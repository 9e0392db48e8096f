import { useLingui } from '@lingui/react/macro';
import { Button, Menu } from '@mantine/core';
import { IconCalendarDown, IconChevronDown, IconPrinter } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useAction } from '../../application/actions.ts';
import { type MeetingPrint, printAddress } from '../../application/addresses.ts';
import { useCalendar } from './useCalendar.ts';

/** What is printed of the people of a meeting, and its calendar for the board. */
export function PrintPeople({ meeting }: { readonly meeting: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const saveCalendar = useCalendar(meeting);
  const group = t`People of the meeting`;
  const print = (what: MeetingPrint) => () => navigate(printAddress(what, meeting));
  const plates = {
    id: 'people.plates',
    title: t`Print the name plates`,
    group,
    icon: IconPrinter,
    run: print('plates'),
  };
  const list = {
    id: 'people.list',
    title: t`Print the list of participants`,
    group,
    icon: IconPrinter,
    run: print('participants'),
  };
  const attendance = {
    id: 'people.attendance',
    title: t`Print the attendance list`,
    group,
    icon: IconPrinter,
    run: print('attendance'),
  };
  const calendar = {
    id: 'people.calendar',
    title: t`Save the calendar of the meeting…`,
    group,
    icon: IconCalendarDown,
    run: () => saveCalendar({ audience: { kind: 'board' } }),
  };
  useAction(plates);
  useAction(list);
  useAction(attendance);
  useAction(calendar);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} stroke={1.6} aria-hidden />}
          rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden />}
        >
          {t`Print lists`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {[plates, attendance, list, calendar].map(({ id, title, icon: Sign, run }) => (
          <Menu.Item key={id} leftSection={<Sign size={16} stroke={1.6} aria-hidden />} onClick={run}>
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
