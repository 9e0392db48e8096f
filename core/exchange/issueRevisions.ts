import { AmberdeskError } from '../../domain/errors.ts';
import { allowsDistribution } from '../../domain/handling/change.ts';
import type { Circle } from '../../domain/handling/circle.ts';
import type { Distribution, Handling, Label } from '../../domain/handling/handling.ts';
import { canonicalJson } from '../../domain/records/json.ts';
import { asJson } from '../../domain/records/revision.ts';
import type { OutsideAudience, ReleasedRevision } from '../../domain/release/material.ts';
import { withReferences } from '../../domain/release/references.ts';
import { assertRelease, audienceOf, type Release } from '../../domain/release/release.ts';
import { minuteOf } from '../context.ts';
import { signRevision } from '../records/signing.ts';
import type { Session } from '../session.ts';
import { readSigningKey } from '../vault/installation.ts';

/**
 * Records for a body outside the board, issued anew: each a first revision of a fresh record, by this installation and
 * its organisation, without history or link back. Throws `release.withheld` when a label allows no distribution that
 * names nobody but the audience.
 */
export function issueRevisions(
  session: Session,
  release: Release<OutsideAudience>,
  circle: Circle,
): ReleasedRevision[] {
  assertRelease(release);
  const audience = audienceOf<OutsideAudience>(release);
  const { vault, surroundings } = session;
  const key = readSigningKey(vault);
  const { id: author, seat, organisation: originator } = vault.installation;
  return release.fresh.map(({ id, kind, body: shown, label }) => {
    const body = withReferences(shown);
    const distribution = issuedDistribution(label, audience, circle);
    if (!allowsDistribution(label, distribution)) throw new AmberdeskError('release.withheld', { record: id, label });
    const handling: Handling = { label, distribution, originator, caveats: [], chathamHouse: false };
    const nonce = Buffer.from(surroundings.randomBytes(16)).toString('hex');
    const at = minuteOf(surroundings.now());
    const revision = signRevision({ record: id, kind, parents: [], author, seat, at, nonce, handling, body }, key);
    return { revision, line: canonicalJson(asJson(revision)) };
  });
}

/** To whom the receiver may pass it on: as far as the label reaches, and among names only the guest's own. */
function issuedDistribution(label: Label, audience: OutsideAudience, circle: Circle): Distribution {
  if (label === 'TLP:CLEAR') return { to: 'everyone' };
  if (label === 'TLP:GREEN') return { to: 'community' };
  if (audience.kind !== 'guest') return { to: 'installation' };
  const { party } = audience;
  const isPerson = circle.persons.has(party);
  return { to: 'named', organisations: isPerson ? [] : [party], persons: isPerson ? [party] : [] };
}
