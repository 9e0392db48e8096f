import { constantFrom, property, assert as propertyHolds, record, uniqueArray } from 'fast-check';
import { expect, it } from 'vitest';
import { joinTexts } from '../../../domain/papers/joinTexts.ts';
import type { Block, Document } from '../../../domain/papers/richText.ts';
import { sameJson } from '../../../domain/records/json.ts';
import { words } from '../../helpers/documentNodes.ts';

const aBlock = record({ id: constantFrom('a', 'b', 'c', 'd', 'e', 'f'), said: constantFrom('one', 'two', 'three') });
const aText = uniqueArray(aBlock, { selector: ({ id }) => id, maxLength: 6 }).map(
  (blocks): Document => ({
    type: 'doc',
    content: blocks.map(({ id, said }) => ({ type: 'paragraph', attrs: { id }, content: [words(said)] })),
  }),
);
const find = (document: Document, id: string): Block | undefined =>
  document.content.find(({ attrs }) => attrs.id === id);

it('what only one side changed is taken as that side has it, order and all', () => {
  propertyHolds(
    property(aText, aText, (base, changed) => {
      expect(joinTexts(base, changed, base)).toEqual({ document: changed, divided: [] });
      expect(joinTexts(base, base, changed)).toEqual({ document: changed, divided: [] });
      expect(joinTexts(base, changed, changed)).toEqual({ document: changed, divided: [] });
    }),
  );
});

it('what is typed here stands, what changed elsewhere comes, and a block that both changed is told', () => {
  propertyHolds(
    property(aText, aText, aText, (base, mine, theirs) => {
      const { document, divided } = joinTexts(base, mine, theirs);
      for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) {
        const [then, own, other, now] = [base, mine, theirs, document].map((text) => text && find(text, id));
        const [iChanged, theyChanged] = [!sameJson(then, own), !sameJson(then, other)];
        const both = iChanged && theyChanged && !sameJson(own, other);
        expect(divided.some((block) => block.id === id)).toBe(both);
        if (both) expect(now).toEqual(own ?? other);
        else expect(now).toEqual(theyChanged ? other : own);
      }
      expect(new Set(document.content.map(({ attrs }) => attrs.id)).size).toBe(document.content.length);
    }),
  );
});
