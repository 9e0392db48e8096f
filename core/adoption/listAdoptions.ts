import type { z } from 'zod';
import type { adoptionCalls } from '../../contract/adoption/calls.ts';
import { AdoptionResult } from '../../domain/adoption/kinds.ts';
import { hasPassed } from '../../domain/adoption/standing.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { objects, text, texts } from '../../domain/records/text.ts';
import { minuteOf } from '../context.ts';
import { listRecords } from '../records/listRecords.ts';
import type { Session } from '../session.ts';
import { answersTo, namedHere, saysIn, wayOf } from './adoptionsHere.ts';

type Line = z.input<typeof adoptionCalls.list.output>[number];

/** Adoptions of a meeting, or of one text that was put up; the one that was opened last comes first. */
export function listAdoptions(session: Session, about: z.output<typeof adoptionCalls.list.input>): Line[] {
  const { vault, surroundings } = session;
  const { meeting, record } = about;
  return listRecords(vault, {
    kind: 'adoption',
    deleted: false,
    ...(meeting === undefined ? {} : { where: { meeting } }),
  })
    .filter(({ body }) => record === undefined || objects(body.put).some((one) => one.record === record))
    .sort((one, other) => (text(one.body.opened) < text(other.body.opened) ? 1 : -1))
    .map((view): Line => {
      const { body } = view;
      const asked = texts(body.asked);
      const answers = [...answersTo(vault, view.id).values()].filter((one) =>
        asked.includes(text(one.body.organisation)),
      );
      const result = AdoptionResult.safeParse(body.result);
      return {
        adoption: view.id,
        title: view.title,
        way: wayOf(view),
        ...(text(body.deadline) === '' ? {} : { deadline: text(body.deadline) }),
        zone: text(body.zone),
        passed: hasPassed(body, minuteOf(surroundings.now())),
        ...(result.success ? { result: result.data } : {}),
        asked: asked.length,
        answered: answers.length,
        reservations: answers
          .filter((one) => saysIn(one) === 'reservation')
          .map((one) => ({
            organisation: RecordId.parse(one.body.organisation),
            name: namedHere(vault, one.body.organisation)?.title ?? '',
            words: text(one.body.words),
          })),
      };
    });
}
