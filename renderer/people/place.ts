import { msg } from '@lingui/core/macro';
import { IconUsers } from '@tabler/icons-react';
import type { Place } from '../application/places.ts';
import { PeoplePage } from './PeoplePage.tsx';
import { PersonPage } from './PersonPage.tsx';

export const people: Place = {
  id: 'people',
  path: '/people',
  title: msg`People`,
  icon: IconUsers,
  group: 2,
  pages: [
    { path: '', page: PeoplePage },
    { path: ':id', page: PersonPage },
  ],
};
