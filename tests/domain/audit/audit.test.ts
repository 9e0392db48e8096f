import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AuditRequest, auditOutput, TAKEN_OVER } from '../../../domain/audit/audit.ts';
import { type Held, heldIn, wentWhole } from '../../../domain/audit/held.ts';
import type { Passage } from '../../../domain/audit/passages.ts';
import { RUN } from '../../../domain/audit/readOutput.ts';
import { auditWords } from '../../../domain/audit/words.ts';
import { PLACE_SIGN } from '../../../domain/papers/plainText.ts';
import { release } from '../../../domain/release/release.ts';
import { CANARY } from '../../helpers/canaries.ts';
import {
  circumstancesFor,
  materialOf,
  runs,
  seedsOfVaults,
  vaultWithCanaries,
} from '../../helpers/vaultsWithCanaries.ts';

const VAULTS = runs(60);

function audit(
  output: string | readonly Passage[],
  held: readonly (string | Held)[],
  more: Partial<AuditRequest> = {},
) {
  const { leaks } = auditOutput({
    output: typeof output === 'string' ? [{ place: 'here', text: output }] : output,
    held: held.map((one) => (typeof one === 'string' ? { is: 'words', text: one } : one)),
    released: () => [],
    usual: [],
    ...more,
  });
  return leaks;
}

const TEXT = 'The convoy leaves Lowmere by the northern road before dawn.';

describe('what stands in an output though it was withheld', () => {
  it('is six words in a row, whatever stands between them and however they are written', () => {
    expect(audit('We hear: the CONVOY leaves,\nLowmere — by “the” quay.', [TEXT])).toEqual([
      { place: 'here', is: 'words' },
    ]);
    expect(audit('the con\u00ad\nvoy leaves Lowmere by the', [TEXT])).toHaveLength(1);
    expect(audit('The convoy leaves Lowmere by sea.', [TEXT])).toEqual([]);
    expect(
      audit(
        [
          { place: 'a', text: 'The convoy leaves' },
          { place: 'b', text: 'Lowmere by the northern' },
        ],
        [TEXT],
      ),
    ).toEqual([]);
  });

  it('is a name, an id or a digest as a whole, with its record and never its words', () => {
    const held: Held = { is: 'words', text: 'Interior Ministry', record: 'one' };
    expect(audit('said the interior ministry', [held])).toEqual([{ place: 'here', is: 'words', record: 'one' }]);
    expect(audit('said the ministry of the interior', [held])).toEqual([]);
    const id = '01890a5d-ac96-774b-bcce-b302099a8057';
    expect(audit(`amberdesk:${id.toUpperCase()}`, [{ is: 'id', text: id }])).toHaveLength(1);
    expect(audit(`blobs/${'ab'.repeat(32)}`, [{ is: 'file', text: 'ab'.repeat(32) }])).toHaveLength(1);
  });

  it('is nothing that was released too, nor the words of the format, nor a number', () => {
    const output = `Page 3 of 9. ${TEXT} Interior Ministry.`;
    expect(
      audit(output, [TEXT, 'Interior Ministry'], { released: () => [TEXT, 'The Interior Ministry said'] }),
    ).toEqual([]);
    expect(audit(output, ['Page 3'], { usual: ['Page', 'of'] })).toEqual([]);
    expect(audit(output, ['3', '9', 'of'])).toEqual([]);
    const longer = `${TEXT} It carries medicine.`;
    expect(audit(longer, [longer], { released: () => [TEXT] })).toHaveLength(1);
  });

  it('is no short word among bytes that nobody reads', () => {
    const raw = [{ place: 'font', text: 'x Ana y Quillabrandt z', raw: true }];
    expect(audit(raw, ['Ana'])).toEqual([]);
    expect(audit(raw, ['Quillabrandt'])).toHaveLength(1);
  });

  it('is no quotation in a file that goes, but a sentence that was taken out of what it came with', () => {
    const long = `${TEXT} It carries medicine for the clinic at Osk and will not wait for the escort.`;
    const words = auditWords(long);
    const cameWith = new Set(['portion']);
    const file = (count: number, all = words) => [
      { place: 'attachment', text: `As said: ${all.slice(0, count).join(' ')}. Quillabrandt.`, cameWith },
    ];
    const of = (record: string, text: string): Held => ({ is: 'words', text, record });
    const { sentence, page } = TAKEN_OVER;
    expect(audit(file(sentence - 1), [of('portion', long), of('portion', 'Quillabrandt')])).toEqual([]);
    expect(audit(file(sentence), [of('portion', long)])).toEqual([
      { place: 'attachment', is: 'words', record: 'portion' },
    ]);
    expect(audit(file(words.length), [of('portion', long)], { released: () => [long] })).toEqual([]);
    // Elsewhere it was quoted; a whole page of it was attached by mistake.
    const pages = Array.from({ length: page + 1 }, (_, at) => `word${at}`);
    const note = of('note', pages.join(' '));
    expect(audit(file(page - 1, pages), [note])).toEqual([]);
    expect(audit(file(page, pages), [note])).toHaveLength(1);
  });

  it('is found in Chinese and Japanese, where words are not parted', () => {
    expect(audit('他们说车队将在黎明前离开。', ['车队将在黎明前离开洛米尔'])).toHaveLength(1);
  });
});

it('finds exactly the places that comparing everything with everything finds', () => {
  const words = fc.array(fc.constantFrom('ash', 'bay', 'cod', 'dew'), { maxLength: 24 });
  const texts = fc.array(words, { maxLength: 4 });
  fc.assert(
    fc.property(texts, texts, texts, (output, held, released) => {
      const passages = output.map((all, at) => ({ place: `p${at}`, text: all.join(' ') }));
      const leaks = audit(
        passages,
        held.map((all) => all.join(' ')),
        { released: () => released.map((all) => all.join(' ')) },
      );
      expect(new Set(leaks.map(({ place }) => place))).toEqual(new Set(placesByHand(output, held, released)));
    }),
    { numRuns: 1000 },
  );
});

function placesByHand(output: string[][], held: string[][], released: string[][]): string[] {
  const piecesOf = (all: string[]): string[] => {
    if (all.length === 0) return [];
    const length = Math.min(all.length, RUN);
    return all.slice(length - 1).map((_, at) => ` ${all.slice(at, at + length).join(' ')} `);
  };
  const texts = released.map((all) => ` ${all.join(' ')} `);
  const withheld = held.flatMap(piecesOf).filter((piece) => !texts.some((text) => text.includes(piece)));
  return output.flatMap((all, at) =>
    withheld.some((piece) => ` ${all.join(' ')} `.includes(piece)) ? [`p${at}`] : [],
  );
}

it('of every random vault, each withheld string that is planted in an output is found, and nothing where none is', () => {
  let planted = 0;
  fc.assert(
    fc.property(seedsOfVaults(), fc.nat(7), fc.nat(), (seed, kind, choice) => {
      const vault = vaultWithCanaries(seed);
      const audience = vault.audiences[kind];
      if (audience === undefined) return;
      const { release: made } = release(materialOf(vault), audience, circumstancesFor(vault));
      const went = JSON.stringify([made.documents, made.revisions, made.attachments]);
      const held = [...heldIn(materialOf(vault), wentWhole(made))];
      // What stands for a cross-reference is no word: beside it, what was released was.
      const searched = held.filter(({ text }) => text.length > 5 && !went.includes(text.replaceAll(PLACE_SIGN, '')));
      const request = { released: () => [went] };
      expect(audit(went, held, request)).toEqual([]);
      const one = searched[choice % Math.max(1, searched.length)];
      if (one === undefined || auditWords(one.text).length === 0) return;
      planted += 1;
      expect(audit(`${went}\n${one.text}`, held, request), one.text).not.toEqual([]);
      const canaries = vault.canaries.filter(({ text }) => !went.includes(text)).map(({ text }) => text);
      const known = searched.flatMap(({ text }) => text.match(CANARY) ?? []);
      expect(canaries.filter((text) => !known.includes(text))).toEqual([]);
    }),
    { numRuns: VAULTS },
  );
  expect(planted).toBeGreaterThan(VAULTS / 2);
});
