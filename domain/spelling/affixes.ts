/** What may be put before or behind a root (`PFX`, `SFX` of a Hunspell file). */
export interface Affix {
  readonly flag: string;
  /** What is taken off the root for it. */
  readonly strip: string;
  readonly add: string;
  /** What the root must begin or end with. */
  readonly condition: RegExp | undefined;
  /** Flags that a word has through it. */
  readonly next: string;
  /** It stands together with one at the other end. */
  readonly crosses: boolean;
}

export interface Affixes {
  /** By what they add. */
  readonly prefixes: ReadonlyMap<string, readonly Affix[]>;
  readonly suffixes: ReadonlyMap<string, readonly Affix[]>;
  readonly longestPrefix: number;
  readonly longestSuffix: number;
  readonly flags: {
    readonly forbidden: string;
    readonly needsAffix: string;
    readonly compound: string;
    readonly noSuggestion: string;
  };
  /** The letters to try, the commonest first. */
  readonly letters: string;
  /** Usual mistakes, and what was meant. */
  readonly mistakes: readonly (readonly [string, string])[];
  /** Whether a group of flags has one. */
  has(group: string, flag: string): boolean;
}

/** Reads the rules of a Hunspell `.aff` file. What this reader does not know is passed over. */
export function readAffixes(aff: string): Affixes {
  const prefixes = new Map<string, Affix[]>();
  const suffixes = new Map<string, Affix[]>();
  const crossing = new Map<string, boolean>();
  const said = new Map<string, string>();
  const mistakes: [string, string][] = [];
  for (const line of aff.split('\n')) {
    const [what = '', flag = '', strip = '', added, condition] = line.trim().split(/\s+/u);
    if (what !== 'PFX' && what !== 'SFX') {
      if (what === 'REP' && strip !== '') mistakes.push([flag, strip.replaceAll('_', ' ')]);
      else if (/^[A-Z]+$/u.test(what) && !said.has(what)) said.set(what, flag);
      continue;
    }
    if (condition === undefined && (strip === 'Y' || strip === 'N')) {
      crossing.set(what + flag, strip === 'Y');
      continue;
    }
    if (added === undefined) continue;
    const cut = added.indexOf('/');
    const add = bare(cut < 0 ? added : added.slice(0, cut));
    const rule: Affix = {
      flag,
      strip: bare(strip),
      add,
      condition: conditionOf(condition ?? '.', what === 'SFX'),
      next: cut < 0 ? '' : added.slice(cut + 1),
      crosses: crossing.get(what + flag) ?? false,
    };
    const all = what === 'PFX' ? prefixes : suffixes;
    const same = all.get(add);
    if (same === undefined) all.set(add, [rule]);
    else same.push(rule);
  }
  const width = said.get('FLAG') === 'long' ? 2 : 1;
  const longest = (rules: ReadonlyMap<string, unknown>) =>
    Math.max(0, ...[...rules.keys()].map(({ length }) => length));
  return {
    prefixes,
    suffixes,
    longestPrefix: longest(prefixes),
    longestSuffix: longest(suffixes),
    flags: {
      forbidden: said.get('FORBIDDENWORD') ?? '',
      needsAffix: said.get('NEEDAFFIX') ?? '',
      compound: said.get('ONLYINCOMPOUND') ?? '',
      noSuggestion: said.get('NOSUGGEST') ?? '',
    },
    letters: said.get('TRY') ?? '',
    mistakes: mistakes.filter(([from]) => !/^\d+$/u.test(from)),
    has(group, flag) {
      if (flag === '') return false;
      for (let at = group.indexOf(flag); at >= 0; at = group.indexOf(flag, at + 1)) if (at % width === 0) return true;
      return false;
    },
  };
}

const bare = (part: string): string => (part === '0' ? '' : part);

/** A condition is letters, sets of letters and full stops; anything else is taken for a letter. */
function conditionOf(condition: string, atEnd: boolean): RegExp | undefined {
  if (condition === '.') return undefined;
  const parts = condition.match(/\[[^\]]*\]|./gu) ?? [];
  const pattern = parts
    .map((part) => (part.startsWith('[') && part.endsWith(']') ? setOf(part) : part === '.' ? '.' : escaped(part)))
    .join('');
  return new RegExp(atEnd ? `${pattern}$` : `^${pattern}`, 'u');
}

function setOf(part: string): string {
  const negated = part.startsWith('[^');
  return `[${negated ? '^' : ''}${[...part.slice(negated ? 2 : 1, -1)].map(escaped).join('')}]`;
}

const escaped = (letter: string): string => letter.replace(/[\\^$.*+?()[\]{}|/-]/u, '\\$&');
