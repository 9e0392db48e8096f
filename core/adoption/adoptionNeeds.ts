import type { z } from 'zod';
import type { deskCalls } from '../../contract/desk/calls.ts';
import { finalResult, hasPassed } from '../../domain/adoption/standing.ts';
import { text, texts } from '../../domain/records/text.ts';
import { minuteOf } from '../context.ts';
import { listRecords } from '../records/listRecords.ts';
import type { Session } from '../session.ts';
import { answersTo, wayOf } from './adoptionsHere.ts';

type Need = Extract<z.input<typeof deskCalls.read.output>['needs'][number], { what: 'adoption' }>;

/**
 * What adoptions ask of this seat: its own member's answer while that is not given, the nearest deadline first; and of who
 * records, the result once the deadline has passed or everybody has answered.
 */
export function adoptionNeeds({ vault, surroundings }: Session): Need[] {
  const { organisation, role, seat } = vault.installation;
  const now = minuteOf(surroundings.now());
  return listRecords(vault, { kind: 'adoption', deleted: false })
    .filter(({ body }) => finalResult(body) === undefined)
    .flatMap((view): Need[] => {
      const { id, title, body } = view;
      const asked = texts(body.asked);
      const answers = answersTo(vault, id);
      const deadline = text(body.deadline);
      const about = {
        what: 'adoption' as const,
        adoption: { record: id, kind: 'adoption', title },
        ...(deadline === '' ? {} : { deadline }),
        zone: text(body.zone),
      };
      const presides = role === 'secretariat' || [seat, organisation].some((one) => one === body.chair);
      const isComplete = asked.every((member) => answers.has(member));
      const records = presides && (isComplete || (wayOf(view) === 'silence' && hasPassed(body, now)));
      const answersOwn = asked.includes(organisation) && !answers.has(organisation);
      return [
        ...(answersOwn ? [{ ...about, does: 'answer' as const }] : []),
        ...(records ? [{ ...about, does: 'record' as const }] : []),
      ];
    })
    .sort((one, other) => ((one.deadline ?? '9') < (other.deadline ?? '9') ? -1 : 1));
}
