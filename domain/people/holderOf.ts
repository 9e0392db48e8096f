import { naturalId, type RecordId } from '../records/ids.ts';

/** The role of an installation in its network. */
export type SeatRole = 'secretariat' | 'member' | 'guest';

/** Whose seat an installation is, as a vault is made for it. */
export interface SeatHolder {
  readonly seat: RecordId;
  readonly name: string;
  readonly organisation: RecordId;
  readonly organisationName: string;
  readonly role: SeatRole;
}

/** What an organisation is known by: the ISO 3166 code of a State, a short code of a body, or its name without one. */
export interface OrganisationNames {
  readonly name: string;
  readonly shortName?: string | undefined;
  readonly code?: string | undefined;
}

/** The id of an organisation: two capitals that never met give the same one the same id. */
export function organisationIdOf({ name, code }: OrganisationNames): RecordId {
  return naturalId('organisation', keyOf(code, name));
}

/** The id of a person at a seat, by organisation and name. */
export function personIdOf(organisation: OrganisationNames, name: string): RecordId {
  return naturalId('person', `${keyOf(organisation.code, organisation.name)}:${name.trim()}`);
}

/** The holder of a new seat, whose ids are those that the records of the person and the organisation will have. */
export function holderOf(person: string, organisation: OrganisationNames, role: SeatRole): SeatHolder {
  return {
    seat: personIdOf(organisation, person),
    name: person.trim(),
    organisation: organisationIdOf(organisation),
    organisationName: (organisation.shortName ?? organisation.name).trim(),
    role,
  };
}

function keyOf(code: string | undefined, name: string): string {
  const short = code?.trim() ?? '';
  return short === '' ? name.trim() : short;
}
