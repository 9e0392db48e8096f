import { msg } from '@lingui/core/macro';
import { IconArchive } from '@tabler/icons-react';
import type { Place } from '../application/places.ts';
import { RecordPage } from '../parts/record/RecordPage.tsx';
import { LibraryPage } from './LibraryPage.tsx';

export const library: Place = {
  id: 'library',
  path: '/library',
  title: msg`Library`,
  icon: IconArchive,
  group: 3,
  pages: [
    { path: '', page: LibraryPage },
    { path: ':id', page: RecordPage },
  ],
};
