import type { HandlersOf } from '../../contract/api.ts';
import type { deskCalls } from '../../contract/desk/calls.ts';
import type { Application } from '../application.ts';
import { readDesk } from './readDesk.ts';

export const deskHandlers: HandlersOf<typeof deskCalls, Application> = {
  read: ({ language, seen }, application) => readDesk(application.session(), language ?? 'en', seen ?? 0),
};
