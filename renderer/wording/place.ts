import { msg } from '@lingui/core/macro';
import { IconVocabulary } from '@tabler/icons-react';
import type { Place } from '../application/places.ts';
import { WordingPage } from './WordingPage.tsx';
import { WordingRecord } from './WordingRecord.tsx';

export const wording: Place = {
  id: 'wording',
  path: '/wording',
  title: msg`Agreed wording`,
  icon: IconVocabulary,
  group: 0,
  inRail: false,
  pages: [
    { path: '', page: WordingPage },
    { path: ':id', page: WordingRecord },
  ],
};
