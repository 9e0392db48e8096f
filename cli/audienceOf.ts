import type { Client } from '../contract/client.ts';
import { AmberdeskError } from '../domain/errors.ts';
import type { JsonObject } from '../domain/records/json.ts';
import { text } from '../domain/records/text.ts';
import type { Audience } from '../domain/release/audience.ts';

/** The audience of these names: as `audienceOf` for one, a group for several organisations. */
export async function audienceOfAll(client: Client, names: readonly string[]): Promise<Audience> {
  const audiences = await Promise.all(names.map((name) => audienceOf(client, name)));
  const [only] = audiences;
  if (only !== undefined && audiences.length === 1) return only;
  const organisations = audiences.flatMap((one) => (one.kind === 'organisation' ? [one.organisation] : []));
  if (organisations.length < audiences.length) throw new AmberdeskError('input.invalid', { to: [...names] });
  return { kind: 'group', organisations };
}

/** The audience of this name: self, board, public, community (all invited bodies), or an organisation. */
export async function audienceOf(client: Client, name: string): Promise<Audience> {
  if (name === 'self' || name === 'board' || name === 'public') return { kind: name };
  const organisations = await client.records.list({ kind: 'organisation' });
  if (name === 'community') {
    const bodies = organisations.filter((entry) => entry.body.membership === 'invited').map((entry) => entry.id);
    if (bodies.length === 0) throw new AmberdeskError('record.missing', name);
    return { kind: 'community', bodies };
  }
  return { kind: 'organisation', organisation: findAmong(organisations, name).id };
}

/** The organisation with this name, short name, code or id. Throws `record.missing`. */
export async function findOrganisation(client: Client, name: string) {
  return findAmong(await client.records.list({ kind: 'organisation' }), name);
}

function findAmong<Entry extends { readonly id: string; readonly body: JsonObject }>(
  organisations: readonly Entry[],
  name: string,
): Entry {
  const wanted = name.toLowerCase();
  const found = organisations.find((entry) =>
    [entry.id, text(entry.body.name), text(entry.body.shortName), text(entry.body.code)].some(
      (candidate) => candidate.toLowerCase() === wanted,
    ),
  );
  if (found === undefined) throw new AmberdeskError('record.missing', name);
  return found;
}
