/** How a key is written on paper: Bech32 (BIP 173) in capitals, under a beginning that says what it is. */
export interface KeyForm {
  /** `AGE-SECRET-KEY-1`: with the 1 that separates. */
  readonly prefix: string;
  /** Characters after the prefix, the six of the checksum among them. */
  readonly length: number;
}

/** Characters that stand together on paper. */
export const GROUP = 6;
const CHECKSUM = 6;
/** The characters of Bech32, by value: no 1, B, I or O, which are misread. */
const CHARACTERS = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L';

/** What is known of a key as it is being typed. */
export interface TypedKey {
  /** As the application takes it, whole or not. */
  readonly key: string;
  /** Characters after the prefix that are there. */
  readonly typed: number;
  /** Groups (from 1) with characters that no key has. */
  readonly impossible: readonly { readonly group: number; readonly characters: string }[];
  /** Everything is there and the checksum is right. */
  readonly isWhole: boolean;
  /** Everything is there and one character is wrong: its group, from 1. Undefined when that cannot be told. */
  readonly suspect: number | undefined;
}

/** The form of keys of so many bytes under a beginning. */
export function keyForm(prefix: string, bytes: number): KeyForm {
  return { prefix, length: Math.ceil((bytes * 8) / 5) + CHECKSUM };
}

/** Reads a key as typed from paper: in any case, with spaces anywhere, with or without its beginning. */
export function readTyped(form: KeyForm, text: string): TypedKey {
  const { prefix, length } = form;
  const compact = text.toUpperCase().replaceAll(/\s/g, '');
  const rest = compact.startsWith(prefix)
    ? compact.slice(prefix.length)
    : compact.replace(looseBeginning(prefix), '').replaceAll('-', '');
  const groups = rest.match(new RegExp(`.{1,${GROUP}}`, 'gu')) ?? [];
  const impossible = groups.flatMap((group, index) => {
    const characters = [...new Set(group)].filter((character) => !CHARACTERS.includes(character)).join('');
    return characters === '' ? [] : [{ group: index + 1, characters }];
  });
  const complete = rest.length === length && impossible.length === 0;
  const values = [...rest].map((character) => CHARACTERS.indexOf(character));
  const isWhole = complete && checksumOf(form, values) === 1;
  return {
    key: `${prefix}${rest}`,
    typed: rest.length,
    impossible,
    isWhole,
    suspect: complete && !isWhole ? suspectGroup(form, values) : undefined,
  };
}

/** The beginning without its hyphens or its 1, as people type it. */
function looseBeginning(prefix: string): RegExp {
  return new RegExp(`^${prefix.slice(0, -2).replaceAll('-', '-?')}-?1?`);
}

/** The group in which one other character would make the checksum right; undefined when there is no such or more. */
function suspectGroup(form: KeyForm, values: readonly number[]): number | undefined {
  const groups = new Set<number>();
  for (const [place, typed] of values.entries()) {
    for (let value = 0; value < CHARACTERS.length; value++) {
      if (value !== typed && checksumOf(form, values.with(place, value)) === 1)
        groups.add(Math.floor(place / GROUP) + 1);
    }
  }
  const [group] = groups;
  return groups.size === 1 ? group : undefined;
}

/** The key that these bytes are, as it is written. */
export function writeKey(form: KeyForm, bytes: Uint8Array): string {
  const values: number[] = [];
  let kept = 0;
  let bits = 0;
  for (const byte of bytes) {
    kept = (kept << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) values.push((kept >> (bits - 5)) & 31);
    kept &= 0xff;
  }
  if (bits > 0) values.push((kept << (5 - bits)) & 31);
  const checksum = checksumOf(form, [...values, 0, 0, 0, 0, 0, 0]) ^ 1;
  for (let at = 5; at >= 0; at--) values.push((checksum >> (5 * at)) & 31);
  return `${form.prefix}${values.map((value) => CHARACTERS[value]).join('')}`;
}

/** The bytes of a whole key; undefined when it is not whole. */
export function bytesOfKey(form: KeyForm, text: string): Uint8Array | undefined {
  const { key, isWhole } = readTyped(form, text);
  if (!isWhole) return undefined;
  const values = [...key.slice(form.prefix.length, -CHECKSUM)].map((character) => CHARACTERS.indexOf(character));
  const bytes: number[] = [];
  let kept = 0;
  let bits = 0;
  for (const value of values) {
    kept = ((kept << 5) | value) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((kept >> bits) & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** For reading and typing: the prefix, then groups of six. */
export function keyGroups(form: KeyForm, key: string): string[] {
  return [form.prefix, ...(key.slice(form.prefix.length).match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? [])];
}

const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** Bech32's checksum over the beginning and these values; 1 when the last six of them are the right ones. */
function checksumOf({ prefix }: KeyForm, values: readonly number[]): number {
  const beginning = [...prefix.slice(0, -1).toLowerCase()].map((character) => character.charCodeAt(0));
  const expanded = [...beginning.map((code) => code >> 5), 0, ...beginning.map((code) => code & 31)];
  let checksum = 1;
  for (const value of [...expanded, ...values]) {
    const top = checksum >> 25;
    checksum = ((checksum & 0x1ffffff) << 5) ^ value;
    for (const [bit, factor] of GENERATOR.entries()) if ((top >> bit) & 1) checksum ^= factor;
  }
  return checksum;
}
