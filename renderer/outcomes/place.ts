import { msg } from '@lingui/core/macro';
import { IconListDetails, IconSend } from '@tabler/icons-react';
import { OUTCOME_KINDS } from '../../domain/outcomes/kinds.ts';
import type { Place } from '../application/places.ts';
import { OutcomePage } from './OutcomePage.tsx';
import { OutcomePanel } from './OutcomePanel.tsx';
import { OutcomesPage } from './OutcomesPage.tsx';

export const outcomes: Place = {
  id: 'recommendations',
  path: '/recommendations',
  title: msg`Recommendations`,
  icon: IconSend,
  group: 0,
  pages: [
    { path: '', page: OutcomesPage },
    { path: ':id', page: OutcomePage },
  ],
  panel: {
    kinds: OUTCOME_KINDS,
    name: msg`Fields`,
    action: msg`Show its fields`,
    icon: IconListDetails,
    content: OutcomePanel,
  },
};
