import { organisationIdOf, personIdOf } from '../../domain/people/holderOf.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import type { Holder } from '../vault/installation.ts';
import { type NetworkFile, readExerciseFiles } from './exerciseFiles.ts';

/** The id of an organisation of the exercise, by its key (`XN`, `SEC`). States have that of their ISO code. */
export function organisationId(key: string): RecordId {
  return organisationIdOf({ name: key, code: key });
}

/** The id of a person of the exercise, by organisation and name. */
export function personId({ organisation, name }: { organisation: string; name: string }): RecordId {
  return personIdOf({ name: organisation, code: organisation }, name);
}

let seats: Readonly<Record<string, Holder>> | undefined;

/**
 * The seats of the exercise for which vaults can be made, by name: `secretariat`, the capitals `northmark` and
 * `avaria`, and `mediators`, an invited civil-society body. Read when first asked for.
 */
export function exerciseSeats(): Readonly<Record<string, Holder>> {
  seats ??= seatsOf(readExerciseFiles().network);
  return seats;
}

/** Whose vault the exercise is set up in. */
export function secretariatSeat(): Holder {
  const { secretariat } = exerciseSeats();
  if (secretariat === undefined) throw new TypeError('The exercise has no seat of its Secretariat.');
  return secretariat;
}

/** A person of the exercise as the holder of an installation. */
export function holderOf({ persons, organisations }: NetworkFile, name: string, role: Holder['role']): Holder {
  const person = persons.find((one) => one.name === name);
  const organisation = organisations.find((one) => one.key === person?.organisation);
  if (person === undefined || organisation === undefined) throw new TypeError(`The seat of ${name} has no holder.`);
  return {
    seat: personId(person),
    name,
    organisation: organisationId(organisation.key),
    organisationName: organisation.shortName,
    role,
  };
}

function seatsOf(file: NetworkFile): Record<string, Holder> {
  return Object.fromEntries(file.seats.map(({ seat, person, role }) => [seat, holderOf(file, person, role)]));
}
