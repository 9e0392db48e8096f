import { type Affix, type Affixes, readAffixes } from './affixes.ts';

/** Words of a language by the rules of Hunspell's files: roots with flags, and what may stand before and behind them. */
export interface Dictionary {
  readonly affixes: Affixes;
  /** The flags of each root, a group for each of its entries. */
  readonly roots: ReadonlyMap<string, readonly string[]>;
}

/** A root longer than this is none; no file of ours has one. */
const LONGEST = 80;

/** Reads a dictionary from the text of its `.aff` and `.dic` files. */
export function readDictionary(aff: string, dic: string): Dictionary {
  const affixes = readAffixes(aff);
  const roots = new Map<string, string[]>();
  let from = dic.indexOf('\n') + 1;
  while (from < dic.length) {
    const end = dic.indexOf('\n', from);
    const line = dic.slice(from, end < 0 ? dic.length : end);
    from = end < 0 ? dic.length : end + 1;
    const [entry = ''] = line.split(/[\t ]/u, 1);
    const cut = entry.indexOf('/', 1);
    const root = (cut < 0 ? entry : entry.slice(0, cut)).trim();
    if (root === '' || root.length > LONGEST) continue;
    const flags = cut < 0 ? '' : entry.slice(cut + 1).trim();
    const known = roots.get(root);
    if (known === undefined) roots.set(root, [flags]);
    else known.push(flags);
  }
  return { affixes, roots };
}

/** Whether a word is in the dictionary exactly as it is written. */
export function hasForm({ affixes, roots }: Dictionary, word: string): boolean {
  if (word === '' || word.length > LONGEST) return false;
  const { flags, has } = affixes;
  const entries = roots.get(word);
  if (entries?.some((group) => has(group, flags.forbidden))) return false;
  if (entries?.some((group) => !has(group, flags.needsAffix) && !has(group, flags.compound))) return true;
  const withFlag = (root: string, flag: string): readonly string[] =>
    (roots.get(root) ?? []).filter((group) => has(group, flag));
  const isSuffixed = (form: string, prefix: string | undefined): boolean =>
    suffixesOf(affixes, form).some(({ rule, root }) =>
      withFlag(root, rule.flag).some(
        (group) => prefix === undefined || (rule.crosses && (has(group, prefix) || has(rule.next, prefix))),
      ),
    );
  if (isSuffixed(word, undefined)) return true;
  return prefixesOf(affixes, word).some(
    ({ rule, root }) => withFlag(root, rule.flag).length > 0 || (rule.crosses && isSuffixed(root, rule.flag)),
  );
}

interface Stripped {
  readonly rule: Affix;
  readonly root: string;
}

function suffixesOf({ suffixes, longestSuffix }: Affixes, word: string): Stripped[] {
  const found: Stripped[] = [];
  for (let length = Math.min(longestSuffix, word.length); length >= 0; length -= 1) {
    for (const rule of suffixes.get(word.slice(word.length - length)) ?? []) {
      const root = word.slice(0, word.length - length) + rule.strip;
      if (root !== '' && (rule.condition === undefined || rule.condition.test(root))) found.push({ rule, root });
    }
  }
  return found;
}

function prefixesOf({ prefixes, longestPrefix }: Affixes, word: string): Stripped[] {
  const found: Stripped[] = [];
  for (let length = Math.min(longestPrefix, word.length - 1); length > 0; length -= 1) {
    for (const rule of prefixes.get(word.slice(0, length)) ?? []) {
      const root = rule.strip + word.slice(length);
      if (rule.condition === undefined || rule.condition.test(root)) found.push({ rule, root });
    }
  }
  return found;
}
