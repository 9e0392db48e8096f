/** How every recovery key begins: an age identity (age-encryption.org/v1, X25519). */
export const RECOVERY_PREFIX = 'AGE-SECRET-KEY-1';
/** Characters after the prefix: 52 of the key and 6 of its checksum. */
export const RECOVERY_LENGTH = 58;
export const RECOVERY_GROUP = 6;

/** The characters of Bech32 (BIP 173), by value: no 1, B, I or O, which are misread. */
const CHARACTERS = 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L';
const HUMAN_READABLE = RECOVERY_PREFIX.slice(0, -1).toLowerCase();

/** What is known of a recovery key as it is being typed. */
export interface TypedRecoveryKey {
  /** As the application takes it, whole or not. */
  readonly identity: string;
  /** Characters after the prefix that are there. */
  readonly typed: number;
  /** Groups (from 1) with characters that no key has. */
  readonly impossible: readonly { readonly group: number; readonly characters: string }[];
  /** Everything is there and the checksum is right. */
  readonly isWhole: boolean;
  /** Everything is there and one character is wrong: its group, from 1. Undefined when that cannot be told. */
  readonly suspect: number | undefined;
}

/** Reads a recovery key as typed from the sheet: in any case, with spaces anywhere, with or without its beginning. */
export function readRecoveryKey(text: string): TypedRecoveryKey {
  const compact = text.toUpperCase().replaceAll(/\s/g, '');
  const key = compact.startsWith(RECOVERY_PREFIX)
    ? compact.slice(RECOVERY_PREFIX.length)
    : compact.replace(/^AGE-?SECRET-?KEY-?1?/, '').replaceAll('-', '');
  const groups = key.match(new RegExp(`.{1,${RECOVERY_GROUP}}`, 'gu')) ?? [];
  const impossible = groups.flatMap((group, index) => {
    const characters = [...new Set(group)].filter((character) => !CHARACTERS.includes(character)).join('');
    return characters === '' ? [] : [{ group: index + 1, characters }];
  });
  const complete = key.length === RECOVERY_LENGTH && impossible.length === 0;
  const values = [...key].map((character) => CHARACTERS.indexOf(character));
  const isWhole = complete && checksumFits(values);
  return {
    identity: `${RECOVERY_PREFIX}${key}`,
    typed: key.length,
    impossible,
    isWhole,
    suspect: complete && !isWhole ? suspectGroup(values) : undefined,
  };
}

/** The group in which one other character would make the checksum right; undefined when there is no such or more. */
function suspectGroup(values: readonly number[]): number | undefined {
  const groups = new Set<number>();
  for (const [place, typed] of values.entries()) {
    for (let value = 0; value < CHARACTERS.length; value++) {
      if (value !== typed && checksumFits(values.with(place, value)))
        groups.add(Math.floor(place / RECOVERY_GROUP) + 1);
    }
  }
  const [group] = groups;
  return groups.size === 1 ? group : undefined;
}

const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const EXPANDED = [
  ...[...HUMAN_READABLE].map((character) => character.charCodeAt(0) >> 5),
  0,
  ...[...HUMAN_READABLE].map((character) => character.charCodeAt(0) & 31),
];

/** Whether the last six values are the checksum of those before (BIP 173). */
function checksumFits(values: readonly number[]): boolean {
  let checksum = 1;
  for (const value of [...EXPANDED, ...values]) {
    const top = checksum >> 25;
    checksum = ((checksum & 0x1ffffff) << 5) ^ value;
    for (const [bit, factor] of GENERATOR.entries()) if ((top >> bit) & 1) checksum ^= factor;
  }
  return checksum === 1;
}
