import { msg } from '@lingui/core/macro';
import { IconBook } from '@tabler/icons-react';
import type { Place } from '../application/places.ts';
import { BookPage } from './BookPage.tsx';

export const dossiers: Place = {
  id: 'dossiers',
  path: '/dossiers',
  title: msg`Dossiers`,
  icon: IconBook,
  group: 0,
  inRail: false,
  pages: [{ path: ':id', page: BookPage }],
};
