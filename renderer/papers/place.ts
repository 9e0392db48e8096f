import { msg } from '@lingui/core/macro';
import { IconFileText, IconListDetails } from '@tabler/icons-react';
import type { Place } from '../application/places.ts';
import { PaperOf } from './PaperOf.tsx';
import { PaperPage } from './PaperPage.tsx';
import { PapersPage } from './PapersPage.tsx';
import { RedactPage } from './redaction/RedactPage.tsx';
import { WritingPanel } from './WritingPanel.tsx';

export const papers: Place = {
  id: 'papers',
  path: '/papers',
  title: msg`Papers`,
  icon: IconFileText,
  group: 0,
  inRail: false,
  pages: [
    { path: '', page: PapersPage },
    { path: ':id', page: PaperPage },
    { path: ':id/redact', page: RedactPage },
    { path: 'of/:id', page: PaperOf },
  ],
  panel: {
    kinds: ['paper'],
    name: msg`Outline`,
    action: msg`Show the outline`,
    icon: IconListDetails,
    // An outline is for who writes.
    standsBack: ({ status = null }) => status === 'issued' || status === 'withdrawn',
    content: WritingPanel,
  },
};
