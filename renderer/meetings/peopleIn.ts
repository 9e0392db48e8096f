import { entriesOf, type Item, type Plan, type TimedItem } from './plan/planTypes.ts';

/** What a person or body has to do with an item. */
export interface Part {
  readonly item: Item | TimedItem;
  readonly as: 'lead' | 'speaker';
  /** What a speaker's clock shows then. */
  readonly speaker?: Item['speakers'][number];
}

export interface Participant {
  readonly record: string;
  readonly name: string;
  readonly kind: string;
  readonly parts: readonly Part[];
}

/** Who leads or speaks in a meeting, in the order of the agenda, each with all that they do in it. */
export function peopleIn(plan: Plan): Participant[] {
  const all = new Map<string, Participant>();
  const add = ({ record, name, kind }: Omit<Participant, 'parts'>, part: Part) => {
    const known = all.get(record);
    all.set(record, { record, name, kind, parts: [...(known?.parts ?? []), part] });
  };
  for (const entry of entriesOf(plan)) {
    if (entry.of === 'session') continue;
    const { item } = entry;
    for (const lead of item.leads) add(lead, { item, as: 'lead' });
    for (const speaker of item.speakers) add(speaker, { item, as: 'speaker', speaker });
  }
  return [...all.values()];
}
