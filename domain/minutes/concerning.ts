import { isOutcome } from '../outcomes/kinds.ts';
import type { JsonObject } from '../records/json.ts';
import { text, texts } from '../records/text.ts';

/** A record as far as it matters for whom it concerns. */
export interface Concerned {
  readonly id: string;
  readonly kind: string;
  readonly body: JsonObject;
}

/** Whether a decision, action or recommendation is addressed to an organisation: it leads it, or is asked to act. */
export function isAddressed({ kind, body }: Concerned, organisation: string, personsOf: ReadonlySet<string>): boolean {
  if (!isOutcome(kind)) return false;
  const lead = text(body.lead);
  return (
    (lead !== '' && (lead === organisation || personsOf.has(lead))) || texts(body.addressees).includes(organisation)
  );
}

/** Which minutes are meant: of a meeting, of one item, or of the items that concern an organisation. */
export interface MinutesMeant {
  readonly meeting: string;
  readonly item?: string | undefined;
  readonly concerning?: string | undefined;
}

/** What stands in such minutes: the items, their minutes, and what they came to. */
export function minutesIn<R extends Concerned>(records: readonly R[], meant: MinutesMeant) {
  const { meeting, item, concerning } = meant;
  const concerned = concerning === undefined ? undefined : itemsConcerning(records, meeting, concerning);
  const isMeant = (id: string): boolean =>
    (item === undefined || id === item) && (concerned === undefined || concerned.has(id));
  const persons = personsOf(records, concerning);
  return {
    items: records.filter(
      ({ id, kind, body }) => kind === 'agendaItem' && body.meeting === meeting && body.type !== 'break' && isMeant(id),
    ),
    minutes: records.filter(
      ({ kind, body }) => kind === 'minutes' && body.meeting === meeting && isMeant(text(body.item)),
    ),
    outcomes: records.filter(
      (one) =>
        isOutcome(one.kind) &&
        one.body.meeting === meeting &&
        isMeant(text(one.body.item)) &&
        (concerning === undefined || isAddressed(one, concerning, persons)),
    ),
  };
}

/** Those who belong to an organisation. */
function personsOf(records: readonly Concerned[], organisation: string | undefined): ReadonlySet<string> {
  const own = records.filter(({ kind, body }) => kind === 'person' && body.organisation === organisation);
  return new Set(organisation === undefined ? [] : own.map(({ id }) => id));
}

/**
 * The items of a meeting that concern an organisation: those that it leads, and those of which a decision, an action or a
 * recommendation is addressed to it or to somebody of it.
 */
export function itemsConcerning(records: readonly Concerned[], meeting: string, organisation: string): Set<string> {
  const persons = personsOf(records, organisation);
  const found = new Set<string>();
  for (const one of records) {
    if (one.body.meeting !== meeting) continue;
    if (one.kind === 'agendaItem' && texts(one.body.leads).includes(organisation)) found.add(one.id);
    if (isAddressed(one, organisation, persons)) found.add(text(one.body.item));
  }
  found.delete('');
  return found;
}
