import { msg } from '@lingui/core/macro';
import { IconCalendarEvent, IconListDetails } from '@tabler/icons-react';
import type { Place } from '../application/places.ts';
import { EntryPage } from './EntryPage.tsx';
import { MeetingPage } from './MeetingPage.tsx';
import { MeetingsPage } from './MeetingsPage.tsx';
import { MinutesPage } from './minutes/MinutesPage.tsx';
import { PlanPanel } from './panel/PlanPanel.tsx';

export const meetings: Place = {
  id: 'meetings',
  path: '/meetings',
  title: msg`Meetings`,
  icon: IconCalendarEvent,
  group: 0,
  pages: [
    { path: '', page: MeetingsPage },
    { path: 'item/:id', page: EntryPage },
    { path: 'session/:id', page: EntryPage },
    { path: 'participant/:id', page: EntryPage },
    { path: 'minutes/:id', page: MinutesPage },
    { path: ':id', page: MeetingPage },
  ],
  panel: {
    kinds: ['meeting', 'session', 'agendaItem', 'participant'],
    name: msg`Plan`,
    action: msg`Show what is planned`,
    icon: IconListDetails,
    content: PlanPanel,
  },
};
