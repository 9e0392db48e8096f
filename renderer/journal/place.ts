import { msg } from '@lingui/core/macro';
import { IconListDetails } from '@tabler/icons-react';
import type { Place } from '../application/places.ts';
import { JournalPage } from './JournalPage.tsx';

export const journal: Place = {
  id: 'journal',
  path: '/journal',
  title: msg`Journal`,
  icon: IconListDetails,
  group: 0,
  inRail: false,
  pages: [{ path: '', page: JournalPage }],
};
