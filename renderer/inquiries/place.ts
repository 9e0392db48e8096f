import { msg } from '@lingui/core/macro';
import { IconBuildingBank } from '@tabler/icons-react';
import type { Place } from '../application/places.ts';
import { AnswerPage } from './AnswerPage.tsx';
import { InquiriesPage } from './InquiriesPage.tsx';
import { InquiryPage } from './InquiryPage.tsx';
import { TakeFormPage } from './TakeFormPage.tsx';

export const inquiries: Place = {
  id: 'inquiries',
  path: '/inquiries',
  title: msg`Ministries`,
  icon: IconBuildingBank,
  group: 0,
  inRail: false,
  pages: [
    { path: '', page: InquiriesPage },
    { path: 'take', page: TakeFormPage },
    { path: 'of/:id', page: AnswerPage },
    { path: ':id', page: InquiryPage },
  ],
};
