import type { RecordId } from '../../domain/records/ids.ts';
import type { Audience } from '../../domain/release/audience.ts';
import type { Ids, Making } from './canaries.ts';

/** One audience of every kind, from among those who are there. */
export function audiencesFor({ choices, organisations, persons, records }: Making): Audience[] {
  const pick = (kind: string, chance: number): RecordId[] =>
    choices
      .some(
        records.filter((record) => record.kind === kind),
        chance,
      )
      .map(({ id }) => id);
  const item = records.find((record) => record.kind === 'agendaItem' && choices.percent(40))?.id ?? organisations[0];
  const [first, ...others] = choices.some(organisations, 30);
  const group: Ids = [first ?? choices.of(...organisations), ...others];
  return [
    { kind: 'self' },
    { kind: 'persons', persons: [choices.of(...persons), ...choices.some(persons, 5)] },
    { kind: 'organisation', organisation: choices.of(...organisations) },
    { kind: 'group', organisations: group },
    { kind: 'board' },
    { kind: 'guest', party: choices.of(...organisations, ...persons), item, papers: pick('paper', 60) },
    { kind: 'community', bodies: choices.percent(80) ? organisations.slice(5, 7) : group },
    { kind: 'public' },
  ];
}
