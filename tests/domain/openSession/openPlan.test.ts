import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { SheetBlock } from '../../../contract/openSession/sheet.ts';
import { agendaSheet } from '../../../domain/documents/agendaSheet.ts';
import { paperBlocks } from '../../../domain/documents/paperBlocks.ts';
import { paperSheet } from '../../../domain/documents/paperSheet.ts';
import { USUAL_PRINT } from '../../../domain/documents/printRequest.ts';
import { recordText } from '../../../domain/documents/recordText.ts';
import { agendaText, paperText } from '../../../domain/documents/sheetText.ts';
import { wordsFor } from '../../../domain/documents/words.ts';
import { openPlan } from '../../../domain/openSession/openPlan.ts';
import type { RecordId } from '../../../domain/records/ids.ts';
import { type Release, release, releasedOfKind } from '../../../domain/release/release.ts';
import { EVERY_NODE } from '../../core/documents/everyNode.ts';
import { refusal } from '../../helpers/aSession.ts';
import {
  circumstancesFor,
  everyCanary,
  materialOf,
  runs,
  seedsOfVaults,
  vaultWithCanaries,
} from '../../helpers/vaultsWithCanaries.ts';

it('an open session, and text for the clipboard, tell only what the gate released, whatever is in the vault', () => {
  let plans = 0;
  fc.assert(
    fc.property(seedsOfVaults(), (seed) => {
      const vault = vaultWithCanaries(seed);
      for (const audience of vault.audiences) {
        const { release: made } = release(materialOf(vault), audience, circumstancesFor(vault));
        const held = JSON.stringify(made.documents);
        const withheld = everyCanary(vault).filter((text) => !held.includes(text));
        const said = JSON.stringify(everythingSaid(made));
        if (made.kind === 'community') plans += releasedOfKind(made, 'meeting').length;
        expect(withheld.filter((text) => said.includes(text))).toEqual([]);
      }
    }),
    { numRuns: runs(25) },
  );
  expect(plans).toBeGreaterThan(0);
});

function everythingSaid(made: Release): unknown[] {
  const options = { ...USUAL_PRINT, language: 'en' as const };
  const meetings = releasedOfKind(made, 'meeting');
  return [
    ...(isCommunity(made) ? meetings.map(({ id }) => openPlan(made, id)) : []),
    ...meetings.map(({ id }) => agendaText(agendaSheet(made, id, options))),
    ...releasedOfKind(made, 'paper').map(({ id }) => paperText(paperSheet(made, id, options))),
    ...made.documents.map(({ id }) => recordText(made, id, 'fr')),
  ];
}

function isCommunity(made: Release): made is Release<{ kind: 'community'; bodies: RecordId[] }> {
  return made.kind === 'community';
}

it('everything that can stand in a paper crosses the contract as it is', () => {
  const { blocks } = paperBlocks(
    [...EVERY_NODE, { type: 'paragraph', attrs: { id: 'r' }, content: [{ type: 'redacted' }] }],
    { words: wordsFor('en'), ownMark: 'TLP:GREEN', changed: new Set(), shownPortion: () => undefined },
  );
  expect(z.array(SheetBlock).parse(blocks)).toEqual(blocks);
  expect(JSON.stringify(blocks)).toContain('"redacted"');
});

it('a meeting that is not released has no open session', () => {
  const vault = vaultWithCanaries(7);
  const audience = vault.audiences.find((one) => one.kind === 'community');
  if (audience?.kind !== 'community') throw new TypeError('There is no community.');
  const { release: made } = release({ records: [] }, audience, circumstancesFor(vault));
  const [meeting] = vault.records.filter(({ kind }) => kind === 'meeting');
  if (meeting === undefined) throw new TypeError('There is no meeting.');
  refusal(() => openPlan(made, meeting.id), 'release.withheld');
});
