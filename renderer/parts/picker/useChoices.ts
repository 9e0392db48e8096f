import { useDebouncedValue } from '@mantine/hooks';
import { useRead } from '../../application/queries.ts';
import { useTitles } from './useTitles.ts';

/** One record that can be chosen. */
export interface Choice {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly label: string;
  readonly conflicted: boolean;
}

export interface Choices {
  /** Chosen lately, before anything is typed. */
  readonly recent: readonly Choice[];
  /** What was found; before anything is typed, what was changed last. */
  readonly found: readonly Choice[];
  /** These are the answer to what is typed, and not to what was typed before. */
  readonly settled: boolean;
  /** There are too many to list any before something is typed. */
  readonly many: boolean;
}

const SHOWN = 12;
/** Beyond so many records those changed last are not sought out: a person types. */
const LISTED = 3_000;

/** The records to choose from. Nothing is asked while `asking` is false. */
export function useChoices(
  kinds: readonly string[],
  typed: string,
  recentIds: readonly string[],
  except: ReadonlySet<string>,
  asking: boolean,
): Choices {
  const words = typed.trim();
  const [query] = useDebouncedValue(words, 120);
  const searching = query !== '' && words !== '';
  const found = useRead(
    'library',
    'search',
    { query, kinds: [...kinds], limit: SHOWN + except.size, typing: true },
    { enabled: asking && searching, keep: true },
  );
  const counts = useRead('records', 'counts', {}, { enabled: asking && words === '' });
  const total = kinds.reduce((sum, kind) => sum + (counts.data?.byKind[kind] ?? 0), 0);
  const many = total > LISTED;
  const latest = useRead(
    'records',
    'register',
    {
      kinds: [...kinds],
      filters: [],
      columns: [],
      sort: [{ column: '$updated', descending: true }],
      offset: 0,
      limit: Math.min(500, SHOWN + except.size + recentIds.length),
    },
    { enabled: asking && words === '' && counts.isSuccess && !many },
  );
  const { titles, ready } = useTitles(recentIds, { enabled: asking && words === '' });
  const rest = (choices: readonly Choice[]) => choices.filter(({ id }) => !except.has(id)).slice(0, SHOWN);
  if (words !== '') {
    const hits = found.data?.hits.map(({ record, ...hit }) => ({ ...hit, id: record })) ?? [];
    const settled = query === words && found.isSuccess && !found.isPlaceholderData;
    return { recent: [], found: searching ? rest(hits) : [], settled, many };
  }
  const recent = rest(
    recentIds.flatMap((id) => titles.get(id) ?? []).filter(({ kind, deleted }) => !deleted && kinds.includes(kind)),
  );
  const others = rest(latest.data?.rows ?? []).filter(({ id }) => recent.every((one) => one.id !== id));
  return { recent, found: others, settled: ready && (many || latest.isSuccess), many };
}
