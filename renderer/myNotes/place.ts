import { msg } from '@lingui/core/macro';
import { IconNotes } from '@tabler/icons-react';
import type { Place } from '../application/places.ts';
import { MyNotesPage } from './MyNotesPage.tsx';

export const myNotes: Place = {
  id: 'myNotes',
  path: '/notes',
  title: msg`My notes`,
  icon: IconNotes,
  group: 3,
  inRail: false,
  pages: [{ path: '', page: MyNotesPage }],
};
