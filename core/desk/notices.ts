import type { z } from 'zod';
import type { deskCalls } from '../../contract/desk/calls.ts';
import type { BundleEntry } from '../exchange/bundleList.ts';

type Notice = z.input<typeof deskCalls.read.output>['notices'][number];

const HOUR = 60 * 60 * 1000;
/** Hours for which a notice without an end stands first. */
const USUALLY = 72;

/**
 * Notices that came and are not over: as long as nobody decided on what came with them, and until the moment that they name;
 * one that names none, for three days. What was declined or taken back is over. `now`: minutes, UTC.
 */
export function activeNotices(bundles: readonly BundleEntry[], now: string): Notice[] {
  return bundles
    .flatMap(({ bundle, direction, standing, state, senderName, organisationName, created, received, notice }) => {
      if (direction !== 'in' || notice === undefined || !['staged', 'accepted'].includes(state)) return [];
      const waiting = standing === 'waiting';
      const isOver =
        notice.until === undefined
          ? Date.parse(now) - Date.parse(received ?? created) > USUALLY * HOUR
          : now > notice.until;
      return isOver && !waiting ? [] : [{ bundle, senderName, organisationName, created, notice, waiting }];
    })
    .sort((one, other) => ((one.notice.until ?? '9') < (other.notice.until ?? '9') ? -1 : 1));
}
