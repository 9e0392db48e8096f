import { msg } from '@lingui/core/macro';
import { IconCalendarEvent } from '@tabler/icons-react';
import type { Place } from '../application/places.ts';
import { MeetingsPage } from './MeetingsPage.tsx';

export const meetings: Place = {
  id: 'meetings',
  path: '/meetings',
  title: msg`Meetings`,
  icon: IconCalendarEvent,
  group: 0,
  pages: [{ path: '', page: MeetingsPage }],
};
