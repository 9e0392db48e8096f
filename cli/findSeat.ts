import type { Client } from '../contract/client.ts';
import { AmberdeskError } from '../domain/errors.ts';

export type Seat = Awaited<ReturnType<Client['directory']['read']>>['seats'][number];

/**
 * The installation that is meant: by its digits, the beginning of its fingerprint, or the name of its holder or
 * organisation, where only one has it. Throws `directory.seat` (details: those that it may be).
 */
export async function findSeat(client: Client, text: string): Promise<Seat> {
  const { seats } = await client.directory.read({});
  const wanted = text.trim().toLowerCase();
  const digits = wanted.replaceAll(/\s/g, '');
  const exact = seats.filter(
    (seat) =>
      seat.digits.replaceAll(' ', '') === digits ||
      (/^[0-9a-f]{8,}$/.test(wanted) && seat.installation.startsWith(wanted)),
  );
  const named = seats.filter((seat) =>
    [seat.name, seat.organisationName].some((name) => name.toLowerCase() === wanted),
  );
  const found = exact.length > 0 ? exact : named;
  const [seat] = found;
  if (seat !== undefined && found.length === 1) return seat;
  throw new AmberdeskError('directory.seat', { text, found: found.map(({ name, digits: own }) => `${name}: ${own}`) });
}
