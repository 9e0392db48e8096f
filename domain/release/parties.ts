import type { RecordId } from '../records/ids.ts';
import type { Audience } from './audience.ts';

/** Those whom an audience names. */
export function partiesOf(audience: Audience): readonly RecordId[] {
  switch (audience.kind) {
    case 'persons':
      return audience.persons;
    case 'organisation':
      return [audience.organisation];
    case 'group':
      return audience.organisations;
    case 'community':
      return audience.bodies;
    case 'guest':
      return [audience.party];
    default:
      return [];
  }
}
