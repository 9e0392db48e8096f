import { useLingui } from '@lingui/react/macro';
import { Button, Drawer } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAction } from '../application/actions.ts';
import { NewMeetingForm } from './NewMeetingForm.tsx';

/** The button that begins a meeting, and the form at the side that it opens; with `?new` it is open. */
export function NewMeeting() {
  const { t } = useLingui();
  const [search] = useSearchParams();
  const [open, setOpen] = useState(search.has('new'));
  const title = t`New meeting`;
  useAction({
    id: 'meetings.new',
    title,
    group: t`Meetings`,
    icon: IconCalendarPlus,
    shortcut: 'N',
    inside: 'main',
    run: () => setOpen(true),
  });
  return (
    <>
      <Button leftSection={<IconCalendarPlus size={16} stroke={1.6} aria-hidden />} onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Drawer
        opened={open}
        onClose={() => setOpen(false)}
        position="right"
        size={420}
        title={title}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        <NewMeetingForm close={() => setOpen(false)} />
      </Drawer>
    </>
  );
}
