import { msg } from '@lingui/core/macro';
import { IconHome } from '@tabler/icons-react';
import type { Place } from '../application/places.ts';
import { Desk } from './Desk.tsx';

export const desk: Place = {
  id: 'desk',
  path: '/desk',
  title: msg`Desk`,
  icon: IconHome,
  group: 0,
  pages: [{ path: '', page: Desk }],
};
