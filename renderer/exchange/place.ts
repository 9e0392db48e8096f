import { msg } from '@lingui/core/macro';
import { IconMailForward } from '@tabler/icons-react';
import type { Place } from '../application/places.ts';
import { ExchangePage } from './ExchangePage.tsx';

export const exchange: Place = {
  id: 'exchange',
  path: '/exchange',
  title: msg`Exchange`,
  icon: IconMailForward,
  group: 3,
  pages: [{ path: '', page: ExchangePage }],
};
