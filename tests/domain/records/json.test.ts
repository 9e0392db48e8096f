import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../domain/records/digest.ts';
import { canonicalJson, isJson, type Json, sameJson } from '../../../domain/records/json.ts';

/** The double with these 64 bits in hexadecimal. */
function double(bits: string): number {
  return new DataView(Uint8Array.from(Buffer.from(bits, 'hex')).buffer).getFloat64(0);
}

const anyJson = fc.jsonValue({ maxDepth: 4 }).filter(isJson);

describe('canonical JSON (RFC 8785)', () => {
  it.each([
    ['0000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the double %s as %s (appendix B)', (bits, expected) => {
    expect(canonicalJson(double(bits))).toBe(expected);
  });

  it('writes the example of section 3.2.2', () => {
    const text = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    expect(canonicalJson(JSON.parse(text))).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('orders keys by their UTF-16 code units (section 3.2.3)', () => {
    const keys = { '€': 5, '\r': 1, '\ufb33': 7, '1': 2, '\ud83d\ude00': 6, '\u0080': 3, ö: 4 };
    expect([...canonicalJson(keys).matchAll(/:(\d)/g)].map((match) => match[1]).join('')).toBe('1234567');
  });

  it.each([
    ['not a number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['negative zero, which would come back as zero', -0],
    ['a lone surrogate', 'grain \ud83d'],
    ['a lone surrogate in a key', { '\udc00': 1 }],
    ['a lone surrogate deep inside', [{ a: ['\ud83d'] }]],
    ['more levels than anything real has', JSON.parse('['.repeat(50_000) + ']'.repeat(50_000))],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it.each([
    ['undefined', { a: undefined }],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a function', () => 1],
    ['a big integer', 1n],
  ])('does not take %s for JSON', (_, value) => {
    expect(isJson(value)).toBe(false);
  });

  it('is the same for every order of keys, and parses back to the same value', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        const line = canonicalJson(value);
        const again: Json = JSON.parse(line);
        expect(canonicalJson(again)).toBe(line);
        expect(sameJson(again, value)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('tells two values apart exactly when they differ', () => {
    fc.assert(
      fc.property(anyJson, anyJson, (one, other) => {
        expect(sameJson(one, other)).toBe(canonicalJson(one) === canonicalJson(other));
      }),
      { numRuns: 1_000 },
    );
  });

  it('tells an own key __proto__ from a missing one', () => {
    expect(sameJson(JSON.parse('{"__proto__": {}}'), { a: 1 })).toBe(false);
    expect(canonicalJson(JSON.parse('{"b": 1, "__proto__": {"a": 2}}'))).toBe('{"__proto__":{"a":2},"b":1}');
  });
});

describe('digests', () => {
  it('are the SHA-256 of the canonical JSON as UTF-8', () => {
    expect(digestOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(digestOf(value)).toBe(createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex'));
      }),
    );
  });
});
