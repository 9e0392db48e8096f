import { msg } from '@lingui/core/macro';
import { IconGavel } from '@tabler/icons-react';
import type { Place } from '../application/places.ts';
import { AdoptionPage } from './AdoptionPage.tsx';
import { AdoptionsPage } from './AdoptionsPage.tsx';
import { AnswerOf } from './AnswerOf.tsx';
import { ChoicePage } from './ChoicePage.tsx';
import { PutUpPage } from './PutUpPage.tsx';

export const adoptions: Place = {
  id: 'adoptions',
  path: '/adoptions',
  title: msg`Adoptions`,
  icon: IconGavel,
  group: 0,
  inRail: false,
  pages: [
    { path: '', page: AdoptionsPage },
    { path: 'new', page: PutUpPage },
    { path: 'of/:id', page: AnswerOf },
    { path: 'choice/:id', page: ChoicePage },
    { path: ':id', page: AdoptionPage },
  ],
};
