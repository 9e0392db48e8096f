/** What a person says of their seat. */
export interface Seat {
  readonly name: string;
  readonly role: Role;
  readonly type: OrganisationType;
  readonly organisation: string;
  /** ISO 3166-1, two letters; of a State. */
  readonly code: string;
}

export const ROLES = ['primaryRepresentative', 'alternate', 'official', 'secretariat', 'guest'] as const;
export type Role = (typeof ROLES)[number];
export const TYPES = ['state', 'union', 'igo', 'cso'] as const;
export type OrganisationType = (typeof TYPES)[number];

export const NO_SEAT: Seat = {
  name: '',
  role: 'primaryRepresentative',
  type: 'state',
  organisation: '',
  code: '',
};

export type SeatFault = 'name' | 'organisation' | 'code';

/** What is missing, in the order of the form. */
export function faultsOf(seat: Seat): readonly SeatFault[] {
  const faults: SeatFault[] = [];
  if (seat.name.trim() === '') faults.push('name');
  if (seat.organisation.trim() === '') faults.push('organisation');
  if (isState(seat) && !/^[A-Z]{2}$/.test(seat.code)) faults.push('code');
  return faults;
}

/** Whether the organisation is known by a country code. */
export function isState({ role, type }: Seat): boolean {
  return role !== 'secretariat' && type === 'state';
}
