import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LABELS } from '../../../domain/handling/handling.ts';
import { digestOf } from '../../../domain/records/digest.ts';
import { naturalId } from '../../../domain/records/ids.ts';
import { canonicalJson, isJson } from '../../../domain/records/json.ts';
import { asJson, Revision, RevisionContent, revisionId, SignedRevision } from '../../../domain/records/revision.ts';
import { HISTORY_RUNS } from '../../helpers/histories.ts';

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const recordId = fc.uuid();
const mark = {
  label: fc.constantFrom(...LABELS),
  distribution: fc.oneof(
    fc.record({ to: fc.constantFrom('installation', 'board', 'community', 'everyone') }),
    fc.record({ to: fc.constant('named'), organisations: fc.array(recordId), persons: fc.array(recordId) }),
  ),
};
const body = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ maxDepth: 3 })).filter(isJson);
const content = fc.record({
  record: recordId,
  kind: fc.constantFrom('paper', 'leverageEvent'),
  parents: fc.array(hex(64), { maxLength: 3 }),
  author: hex(64),
  seat: recordId,
  at: fc.constant('2027-03-03T18:12Z'),
  nonce: hex(32),
  handling: fc.record(
    {
      ...mark,
      originator: recordId,
      caveats: fc.array(fc.string({ unit: 'grapheme' })),
      chathamHouse: fc.boolean(),
      cleared: fc.record({ digest: hex(64), otherwise: fc.record(mark) }),
    },
    { requiredKeys: ['label', 'distribution', 'originator', 'caveats', 'chathamHouse'] },
  ),
  body,
});

describe('a revision', () => {
  it('comes out of parsing as the same line that went in', () => {
    fc.assert(
      fc.property(content, (sent) => {
        const plain = asJson(sent);
        const line = canonicalJson(asJson({ ...sent, id: digestOf(plain), signature: 'c2lnbmF0dXJl' }));
        const { id, signature, ...rest } = SignedRevision.parse(JSON.parse(line));
        expect(canonicalJson(asJson({ ...rest, id, signature }))).toBe(line);
        expect(revisionId(rest)).toBe(id);
      }),
      { numRuns: HISTORY_RUNS },
    );
  });

  const [valid] = fc.sample(content, { numRuns: 1, seed: 7 });

  it('has another id when anything in it differs', () => {
    const one = RevisionContent.parse(valid);
    expect(revisionId({ ...one, nonce: '0'.repeat(32) })).not.toBe(revisionId({ ...one, nonce: '1'.repeat(32) }));
    expect(revisionId({ ...one, body: { a: 1, b: 2 } })).toBe(revisionId({ ...one, body: { b: 2, a: 1 } }));
  });

  it.each([
    ['an unknown part', { extra: 1 }],
    ['an unknown part of the mark', { handling: { ...valid?.handling, notBefore: '2027-05-12' } }],
    ['a label that is none', { handling: { ...valid?.handling, label: 'TLP:WHITE' } }],
    ['a time with seconds', { at: '2027-03-03T18:12:30Z' }],
    ['a parent that is no digest', { parents: ['x'] }],
    ['a body that is a list', { body: [] }],
    ['a body that JSON would change', { body: { a: -0 } }],
    ['a body with a lone surrogate', { body: { a: '\ud83d' } }],
    ['an endless list of parents', { parents: Array.from({ length: 65 }, () => '0'.repeat(64)) }],
  ])('is refused with %s', (_, change) => {
    expect(RevisionContent.safeParse(valid).success).toBe(true);
    expect(RevisionContent.safeParse({ ...valid, ...change }).success).toBe(false);
  });

  it('is refused without an id', () => {
    expect(Revision.safeParse(valid).success).toBe(false);
  });
});

describe('an id from a natural key', () => {
  it('is the same everywhere and for ever', () => {
    expect(naturalId('organisation', 'XN')).toBe('0602e7f3-3caf-584e-a234-529bad5b0397');
  });

  it('does not depend on case or on how accents are composed, but on the kind', () => {
    expect(naturalId('organisation', 'xn')).toBe(naturalId('organisation', 'XN'));
    expect(naturalId('catalogue', 'E\u0301tude')).toBe(naturalId('catalogue', '\u00c9tude'));
    expect(naturalId('person', 'XN')).not.toBe(naturalId('organisation', 'XN'));
  });
});
