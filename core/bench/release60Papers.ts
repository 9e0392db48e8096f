import { AmberdeskError } from '../../domain/errors.ts';
import type { Audience } from '../../domain/release/audience.ts';
import { explainSealing } from '../exchange/sealSelection.ts';
import { releaseFor } from '../release/releaseFor.ts';
import type { Session } from '../session.ts';
import { type BenchResult, median, rounded } from './benchResult.ts';
import { createCorpus } from './corpus.ts';
import { fillWithCorpus, openBenchVault } from './corpusVault.ts';
import { aMeetingOfPapers, EDITIONS, OTHERS, PAPERS } from './papersOfMeeting.ts';

const RUNS = 5;
const LIMIT_MS = 1_000;

/**
 * Sixty papers of a meeting, of about 2,500 words each, with two stricter portions, eight comments with an answer each and
 * four shared editions, in a vault of 5,000 other records: explained and laid before the gate for the board, with their
 * signed histories, and for the community; in milliseconds, all four together, the median of five. The peer does the
 * least of it in plain Node: it parses the same lines and leaves out what carries another mark. Throws `internal` when
 * an audience gets less than it should.
 */
export async function release60Papers(): Promise<BenchResult> {
  const { session, close } = await openBenchVault();
  try {
    fillWithCorpus(session, createCorpus(), session, OTHERS);
    const { meeting, invited } = aMeetingOfPapers(session);
    const selection = { of: 'meeting', meeting } as const;
    const audiences: Audience[] = [{ kind: 'board' }, { kind: 'community', bodies: [invited] }];
    const [ours, theirs, explained]: [number[], number[], number[]] = [[], [], []];
    const lines = sharedLines(session);
    for (let run = 0; run < RUNS; run++) {
      const started = performance.now();
      for (const audience of audiences) explainSealing(session, { selection, audience });
      explained.push(performance.now() - started);
      for (const audience of audiences) {
        const { release } = releaseFor(session, selection, audience, 'revisions');
        const [count, due] =
          audience.kind === 'board'
            ? [release.revisions.length, PAPERS * EDITIONS]
            : [release.fresh.filter(({ kind }) => kind === 'paper').length, PAPERS / 2];
        if (count < due) throw new AmberdeskError('internal', { audience: audience.kind, count });
      }
      ours.push(performance.now() - started);
      theirs.push(peerMilliseconds(lines));
    }
    const [value, peerValue] = [median(ours), median(theirs)];
    return {
      name: 'release-60-papers',
      unit: 'ms',
      value: rounded(value),
      peer: 'Node: parse and filter the same lines',
      peerValue: rounded(peerValue),
      ratio: rounded(value / peerValue),
      limit: LIMIT_MS,
      limitOf: 'value',
      apart: { 'explaining, of it': rounded(median(explained)) },
    };
  } finally {
    close();
  }
}

/** The lines of everything that was shared but the corpus. */
function sharedLines({ vault }: Session): string[] {
  return vault.sqlite
    .prepare<[], string>("SELECT line FROM revision WHERE record NOT LIKE '00000000-0000-4000-8000-%'")
    .pluck()
    .all();
}

/** For each audience, twice: everything parsed, and what carries another mark left out. */
function peerMilliseconds(lines: readonly string[]): number {
  const started = performance.now();
  let left = 0;
  for (const label of ['TLP:AMBER', 'TLP:AMBER', 'TLP:GREEN', 'TLP:GREEN']) {
    const kept = lines.map((line) => JSON.parse(line)).filter(({ handling }) => handling.label === label);
    left += kept.length;
  }
  const passed = performance.now() - started;
  if (left < PAPERS) throw new AmberdeskError('internal', { left });
  return passed;
}
