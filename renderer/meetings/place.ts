import { msg } from '@lingui/core/macro';
import { IconCalendarEvent, IconListDetails } from '@tabler/icons-react';
import type { Place } from '../application/places.ts';
import { EntryPage } from './EntryPage.tsx';
import { MeetingPage } from './MeetingPage.tsx';
import { MeetingsPage } from './MeetingsPage.tsx';
import { MinutesPage } from './minutes/MinutesPage.tsx';
import { PlanPanel } from './panel/PlanPanel.tsx';
import { ChairPage } from './room/ChairPage.tsx';
import { RoomPage } from './room/RoomPage.tsx';
import { WallPage } from './room/WallPage.tsx';

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
    { path: 'cue/:id', page: EntryPage },
    { path: ':id', page: MeetingPage },
    { path: ':id/room', page: RoomPage },
    { path: ':id/chair', page: ChairPage, bare: true },
    { path: ':id/wall', page: WallPage, bare: true },
  ],
  panel: {
    kinds: ['meeting', 'session', 'agendaItem', 'participant'],
    name: msg`Plan`,
    action: msg`Show what is planned`,
    icon: IconListDetails,
    content: PlanPanel,
  },
};
