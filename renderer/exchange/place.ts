import { msg } from '@lingui/core/macro';
import { IconMailForward } from '@tabler/icons-react';
import type { Place } from '../application/places.ts';
import { ConflictsPage } from './conflicts/ConflictsPage.tsx';
import { ExchangePage } from './ExchangePage.tsx';
import { ReceivedPage } from './received/ReceivedPage.tsx';
import { ReplyPage } from './reply/ReplyPage.tsx';
import { SealedPage } from './send/SealedPage.tsx';
import { SendPage } from './send/SendPage.tsx';
import { SentPage } from './send/SentPage.tsx';

export const exchange: Place = {
  id: 'exchange',
  path: '/exchange',
  title: msg`Exchange`,
  icon: IconMailForward,
  group: 3,
  pages: [
    { path: '', page: ExchangePage },
    { path: 'send', page: SendPage },
    { path: 'sealed', page: SealedPage },
    { path: 'sent/:bundle', page: SentPage },
    { path: 'received/:bundle', page: ReceivedPage },
    { path: 'reply', page: ReplyPage },
    { path: 'conflicts', page: ConflictsPage },
  ],
};
