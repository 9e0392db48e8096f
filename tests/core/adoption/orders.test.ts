import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addRevisions } from '../../../core/records/addRevisions.ts';
import { createRecord } from '../../../core/records/createRecord.ts';
import { editRecord } from '../../../core/records/editRecord.ts';
import { listRecords } from '../../../core/records/listRecords.ts';
import { shareDrafts } from '../../../core/records/shareDrafts.ts';
import { canonicalJson } from '../../../domain/records/json.ts';
import { asJson, type SignedRevision } from '../../../domain/records/revision.ts';
import { aSession, linesOf, randomId, type TestSession } from '../../helpers/aSession.ts';

const SAYS = ['noObjection', 'objection', 'amendment', 'reservation', 'question'] as const;

/** The revisions of one member that answered and thought again, one after the other. */
function answersOf(session: TestSession, adoption: string): SignedRevision[] {
  const body = { adoption, organisation: session.vault.installation.organisation, says: 'noObjection' };
  const { id } = createRecord(session, 'answer', body);
  const begun = shareDrafts(session, [id]);
  const later = SAYS.flatMap((says) => {
    session.surroundings.move(60_000);
    editRecord(session, id, { says, words: `As ${says}` });
    return shareDrafts(session, [id]);
  });
  return [...begun, ...later];
}

it('answers of several capitals come to the same in every order, twice, and after a restart', async () => {
  const adoption = randomId();
  const capitals = [await aSession('Tavania'), await aSession('Northmark'), await aSession('Lowmere')];
  const all = capitals.flatMap((session) => answersOf(session, adoption));
  const seen = new Set<string>();
  const order = fc.shuffledSubarray([...all.keys(), ...all.keys()], { minLength: all.length * 2 });
  await fc.assert(
    fc.asyncProperty(order, async (places) => {
      const here = await aSession('Secretariat', 'secretariat');
      for (const [at, place] of places.entries()) {
        const revision = all[place];
        if (revision !== undefined) addRevisions(here, linesOf([revision]), `bundle ${at}`);
      }
      const again = await here.reopen();
      const views = listRecords(again.vault, { kind: 'answer' }).map(({ id, heads, body, conflicted }) => ({
        ...{ id, heads, body, conflicted },
      }));
      seen.add(canonicalJson(asJson(views)));
      expect(views.map(({ body, conflicted }) => [body.says, conflicted])).toEqual(
        capitals.map(() => ['question', false]),
      );
    }),
    { numRuns: 6 },
  );
  expect(seen.size).toBe(1);
});
