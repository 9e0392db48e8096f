import { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { COMMUNITY, GUESTS, MEMBERS } from '../../domain/records/kind.ts';
import { canary, type Making } from './canaries.ts';

/** What a paper has of its own life: who asked for it, its status, who clears it, its issues, who was reminded. */
export function aCourse(making: Making, id: RecordId): JsonObject {
  const { mint, persons, organisations } = making;
  const at = Number.parseInt(id.slice(-3), 10);
  const person = RecordId.parse(persons[at % persons.length]);
  const beside = { field: 'clearance', party: person } as const;
  const members = (field: string): string => canary(making, id, field, MEMBERS);
  const newer = (field: string): string => canary(making, id, `${field}/newer`, [], { by: 'entries' });
  const asked = organisations.filter((_, place) => (place + at) % 3 === 0);
  return {
    commissionedBy: person,
    commissionedFrom: asked,
    commissionedOn: members('commissionedOn'),
    request: canary(making, id, 'request', GUESTS, { saidTo: asked }),
    due: canary(making, id, 'due', GUESTS, { saidTo: asked }),
    course: [
      {
        id: mint.inner(),
        order: 'a0',
        was: members('course/was'),
        status: members('course/status'),
        on: members('course/on'),
        reason: members('course/reason'),
        by: person,
        newer: newer('course'),
      },
    ],
    clearance: [
      {
        id: mint.inner(),
        order: 'a0',
        person,
        by: person,
        looksAt: canary(making, id, 'clearance/looksAt', MEMBERS, { beside }),
        until: canary(making, id, 'clearance/until', MEMBERS, { beside }),
        state: canary(making, id, 'clearance/state', MEMBERS, { beside }),
        on: canary(making, id, 'clearance/on', MEMBERS, { beside }),
        reason: canary(making, id, 'clearance/reason', MEMBERS, { beside }),
        seen: canary(making, id, 'clearance/seen', MEMBERS, { beside }),
        version: canary(making, id, 'clearance/version', MEMBERS, { beside }),
      },
    ],
    issues: [
      {
        id: mint.inner(),
        order: 'a1',
        name: canary(making, id, 'issues/name', COMMUNITY),
        on: canary(making, id, 'issues/on', COMMUNITY),
        version: members('issues/version'),
        by: person,
        newer: newer('issues'),
      },
      {
        id: mint.inner(),
        order: 'a0',
        name: canary(making, id, 'issues/name', MEMBERS, { by: 'lastIssue' }),
        on: canary(making, id, 'issues/on', MEMBERS, { by: 'lastIssue' }),
      },
    ],
    reminders: [{ id: mint.inner(), order: 'a0', on: members('reminders/on'), by: person, newer: newer('reminders') }],
  };
}
