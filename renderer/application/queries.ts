import {
  keepPreviousData,
  type QueryClient,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Client } from '../../contract/client.ts';
import type { Event } from '../../contract/events.ts';
import { useClient } from './ApplicationContext.ts';

type Feature = keyof Client;
type CallName<F extends Feature> = keyof Client[F] & string;
type Input<F extends Feature, N extends CallName<F>> = Client[F][N] extends (input: infer I) => unknown ? I : never;
type Output<F extends Feature, N extends CallName<F>> = Client[F][N] extends (input: never) => Promise<infer O>
  ? O
  : never;

interface ReadOptions {
  /** Not asked while false. */
  readonly enabled?: boolean;
  /** Shows the last answer while a changed question is asked, as a list that is being filtered does. */
  readonly keep?: boolean;
}

function ask<F extends Feature, N extends CallName<F>>(client: Client, feature: F, name: N, input: Input<F, N>) {
  const call = client[feature][name] as (input: Input<F, N>) => Promise<Output<F, N>>;
  return call(input);
}

/**
 * What a call answers, and anew whenever an event says that it may have changed:
 * `useRead('records', 'read', { id })`. Errors are AmberdeskErrors.
 */
export function useRead<F extends Feature, N extends CallName<F>>(
  feature: F,
  name: N,
  input: Input<F, N>,
  { enabled = true, keep = false }: ReadOptions = {},
): UseQueryResult<Output<F, N>, Error> {
  const client = useClient();
  return useQuery({
    queryKey: [feature, name, input],
    queryFn: () => ask(client, feature, name, input),
    enabled,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** What a call was answered last, if it was asked in this window: for showing something before it is read again. */
export function useKnown<F extends Feature, N extends CallName<F>>(
  feature: F,
  name: N,
  input: Input<F, N>,
): () => Output<F, N> | undefined {
  const queries = useQueryClient();
  return () => queries.getQueryData<Output<F, N>>([feature, name, input]);
}

/**
 * Shows what a call will answer once what was just done is written, until it is read again; what is being read meanwhile
 * counts no more.
 */
export function useForesee<F extends Feature, N extends CallName<F>>(
  feature: F,
  name: N,
  input: Input<F, N>,
): (answer: Output<F, N>) => void {
  const queries = useQueryClient();
  return (answer) => {
    const queryKey = [feature, name, input];
    void queries.cancelQueries({ queryKey });
    queries.setQueryData(queryKey, answer);
  };
}

/** A call that changes something; `mutateAsync` rejects with the AmberdeskError. Views follow from the events. */
export function useCall<F extends Feature, N extends CallName<F>>(feature: F, name: N) {
  const client = useClient();
  return useMutation({ mutationFn: (input: Input<F, N>) => ask(client, feature, name, input) });
}

/** For what must be read again without an event. */
export function useReadAgain(): (feature: Feature) => Promise<void> {
  const queries = useQueryClient();
  return (feature) => queries.invalidateQueries({ queryKey: [feature] });
}

/** Which answers an event makes old. Everything is forgotten when the vault is locked. */
export function follow(event: Event, queries: QueryClient): void {
  switch (event.event) {
    case 'recordsChanged': {
      const changed = new Set<string>(event.records);
      void queries.invalidateQueries({ predicate: ({ queryKey }) => dependsOn(queryKey, changed) });
      break;
    }
    case 'folderChanged':
      for (const feature of ['folder', 'journal']) void queries.invalidateQueries({ queryKey: [feature] });
      break;
    case 'preferencesChanged':
      for (const feature of ['preferences', 'openSession']) void queries.invalidateQueries({ queryKey: [feature] });
      break;
    case 'bundlesChanged':
      // What an installation could open, and what was put aside of it.
      for (const feature of ['exchange', 'directory', 'desk', 'journal'])
        void queries.invalidateQueries({ queryKey: [feature] });
      // What was told of a plan by them.
      void queries.invalidateQueries({ queryKey: ['meetings', 'mustKnow'] });
      break;
    case 'directoryChanged':
      for (const feature of ['directory', 'exchange', 'desk']) void queries.invalidateQueries({ queryKey: [feature] });
      break;
    case 'vaultLocked':
    case 'vaultUnlocked':
      void queries.resetQueries();
      break;
    case 'jobStarted':
    case 'jobEnded':
      void queries.invalidateQueries({ queryKey: ['jobs'] });
      // Following the chain is a job itself.
      void queries.invalidateQueries({
        predicate: ({ queryKey: [feature, name] }) => feature === 'journal' && name !== 'verify',
      });
      break;
    default:
  }
}

/** Answers about one record depend on it alone, but for its story and its links; all others on every record. */
const OF_ONE = new Set(['read', 'history', 'conflicts', 'fieldChanges', 'version', 'versions']);
const WITHOUT_RECORDS = new Set(['preferences', 'jobs', 'directory', 'folder', 'journal']);
/** Answers about bundles and cards as such, which stay the same while people type. */
const OF_BUNDLES = new Set([
  'bundles',
  'waiting',
  'cards',
  'ownCard',
  'sealed',
  'matrix',
  'due',
  'asked',
  'toAsk',
  'purges',
]);

function dependsOn([feature, name, input]: readonly unknown[], changed: ReadonlySet<string>): boolean {
  if (typeof feature !== 'string' || WITHOUT_RECORDS.has(feature)) return false;
  if (feature === 'exchange') return typeof name !== 'string' || !OF_BUNDLES.has(name);
  if (feature === 'vault') return name === 'status';
  // Which open session is shown does not change with what the records say; what is shown there does.
  if (feature === 'openSession') return name !== 'state' && name !== 'look';
  // What is remarked on a record does not change with what it says.
  if (feature === 'papers' && name === 'notes') return [...changed].some((id) => !isAbout(input, 'record', id));
  if (feature !== 'records' || typeof name !== 'string' || !OF_ONE.has(name)) return true;
  return [...changed].some((id) => isAbout(input, 'id', id));
}

function isAbout(input: unknown, key: string, id: string): boolean {
  return typeof input === 'object' && input !== null && Object.entries(input).some(([k, v]) => k === key && v === id);
}
