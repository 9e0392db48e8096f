import type { HandlersOf } from '../../contract/api.ts';
import type { releaseCalls } from '../../contract/release/calls.ts';
import type { Application } from '../application.ts';
import { askAgain, letStand } from './letStand.ts';

export const releaseHandlers: HandlersOf<typeof releaseCalls, Application> = {
  letStand({ mentions, audience, reason }, application) {
    const session = application.session();
    return mentions.map((mention) => letStand(session, mention, audience, reason?.trim() ?? ''));
  },
  askAgain({ decisions }, application) {
    const session = application.session();
    for (const decision of decisions) askAgain(session, decision);
    return {};
  },
};
