import { describe, expect, it } from 'vitest';
import { fieldName } from '../../../domain/records/fieldNames.ts';
import { ALL, COMMUNITY, GUESTS, MEMBERS, type ReleaseRule, SELF } from '../../../domain/records/kind.ts';
import { KINDS } from '../../../domain/records/kinds.ts';
import { Audience } from '../../../domain/release/audience.ts';
import { REASONS, type ReasonCode, sentenceOf } from '../../../domain/release/explain.ts';
import { isOutside } from '../../../domain/release/material.ts';
import { release } from '../../../domain/release/release.ts';
import { nameIn, readTable } from '../../helpers/readTable.ts';
import { circumstancesFor, materialOf, vaultWithCanaries } from '../../helpers/vaultsWithCanaries.ts';

/** How far something may go, in the words of docs/handling.md. Each includes the one before. */
const RANGES: Readonly<Record<string, ReleaseRule>> = {
  'this installation': SELF,
  members: MEMBERS,
  'a guest': GUESTS,
  'the community': COMMUNITY,
  'the public': ALL,
};

const rangeOf = (rule: ReleaseRule): string =>
  Object.keys(RANGES).find((name) => RANGES[name]?.join() === rule.join()) ?? `no range: ${rule.join()}`;

/** Every kind, field and field of an entry, with how far it may go. */
const DECLARED = KINDS.flatMap(({ name: kind, release: own, fields }) => [
  { kind, field: '', range: rangeOf(own), within: own, goes: own },
  ...Object.entries(fields).flatMap(([name, rule]) => [
    { kind, field: name, range: rangeOf(rule.release), within: own, goes: rule.release },
    ...Object.entries(rule.entry ?? {}).map(([inner, entry]) => ({
      kind,
      field: `${name}/${inner}`,
      range: rangeOf(entry.release),
      within: rule.release,
      goes: entry.release,
    })),
  ]),
]);

describe('what a kind declares', () => {
  it('stands in docs/handling.md, kind by kind and field by field, and is decided there first', () => {
    const said = readTable('handling.md', 'What a kind declares').map(([kind, field, range]) =>
      [nameIn(kind), nameIn(field), range].join(' | '),
    );
    const declared = DECLARED.map(({ kind, field, range }) => [kind, field, range].join(' | '));
    const whatFor = 'say in docs/handling.md, “What a kind declares”, how far this may go';
    expect(
      declared.filter((one) => !said.includes(one)),
      whatFor,
    ).toEqual([]);
    expect(
      said.filter((one) => !declared.includes(one)),
      'no kind declares this',
    ).toEqual([]);
    expect(said).toEqual(declared);
  });

  it('is one of five ranges, and no field goes further than its kind, no entry further than its list', () => {
    expect(DECLARED.filter(({ range }) => !Object.hasOwn(RANGES, range))).toEqual([]);
    expect(DECLARED.filter(({ goes, within }) => goes.some((one) => !within.includes(one)))).toEqual([]);
  });

  it('has a name for people, in both languages, for every field', () => {
    const unnamed = DECLARED.filter(({ kind, field }) => {
      const inner = field.split('/').at(-1) ?? '';
      return field !== '' && (['en', 'fr'] as const).some((language) => fieldName(kind, inner, language) === inner);
    });
    expect(unnamed.map(({ kind, field }) => `${kind}.${field}`)).toEqual([]);
  });
});

describe('the audiences', () => {
  const kinds = Audience.options.map(({ shape }) => shape.kind.value);

  it('each stand in the ranges, so that every declaration says something of them', () => {
    expect([...ALL].sort()).toEqual([...kinds].sort());
    const steps = Object.values(RANGES);
    for (const [index, range] of steps.entries()) {
      expect((steps[index - 1] ?? []).every((kind) => range.includes(kind))).toBe(true);
    }
    // Members are inside, whoever is in no range of theirs is outside.
    expect(kinds.filter((kind) => !isOutside(kind)).sort()).toEqual([...MEMBERS].sort());
  });

  it('each stand in the vaults that are searched for canaries', () => {
    const { audiences } = vaultWithCanaries(1);
    expect(audiences.map(({ kind }) => kind).sort()).toEqual([...kinds].sort());
  });
});

describe('the reasons', () => {
  const CODES = Object.keys(REASONS).filter((code): code is ReasonCode => Object.hasOwn(REASONS, code));

  it('each have a sentence of their own in both languages', () => {
    for (const language of ['en', 'fr'] as const) {
      const sentences = CODES.map((code) => sentenceOf(code, language));
      for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.{10,}\.$/u);
      expect(new Set(sentences).size).toBe(CODES.length);
    }
    for (const code of CODES) expect(sentenceOf(code, 'fr'), code).not.toBe(sentenceOf(code, 'en'));
  });

  it('are each said of something: a reason that nobody can hear is none', () => {
    const silent = new Set<ReasonCode>(CODES);
    for (let seed = 0; seed < 60 && silent.size > 0; seed += 1) {
      const vault = vaultWithCanaries(seed);
      for (const audience of vault.audiences) {
        const { explanation } = release(materialOf(vault), audience, circumstancesFor(vault));
        for (const { reasons, parts, notes, revisions } of explanation.records) {
          const said = [...reasons, ...notes, ...parts.map(({ reason }) => reason)];
          for (const one of [...said, ...revisions.withheld.flatMap(({ reasons: all }) => all)]) silent.delete(one);
        }
      }
    }
    expect([...silent]).toEqual([]);
  });
});
