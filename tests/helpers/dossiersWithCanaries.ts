import type { Mark } from '../../domain/handling/handling.ts';
import { COMMUNITY, MEMBERS } from '../../domain/records/kind.ts';
import type { ReleasableRecord } from '../../domain/release/material.ts';
import { canary, type Making } from './canaries.ts';
import type { Adding } from './minutesWithCanaries.ts';

/** Books with papers behind tabs, by choices of their own: some closed ones with a mark as wide as an open one has. */
export function addDossiers(making: Making, { add, addThread }: Adding): ReleasableRecord[] {
  const { choices, mint, records, organisations } = making;
  const before = records.length;
  const meeting = records.find(({ kind }) => kind === 'meeting')?.id ?? mint.record();
  const papers = records.filter(({ kind }) => kind === 'paper').map(({ id }) => id);
  const everyone: Mark = { label: 'TLP:CLEAR', distribution: { to: 'everyone' } };
  const community: Mark = { label: 'TLP:GREEN', distribution: { to: 'community' } };
  for (let left = choices.of(1, 1, 2); left > 0; left -= 1) {
    const id = mint.record();
    const entry = (at: number) => ({ id: mint.inner(), order: `a${at}` });
    const behind = Array.from({ length: 1 + choices.upTo(2) }, () => choices.some(papers, 40));
    const tabs = behind.map((over, at) => ({
      ...entry(at),
      name: canary(making, id, 'tabs/name', COMMUNITY, { over }),
      newer: canary(making, id, 'tabs/newer', [], { by: 'entries' }),
    }));
    const bound = behind.flatMap((over, at) => over.map((paper) => ({ paper, tab: tabs[at]?.id ?? '' })));
    const by = choices.of(...organisations);
    const contents = {
      paper: choices.of(papers[0] ?? meeting, ...papers),
      version: canary(making, id, 'issues/contents', MEMBERS),
      first: 1,
      last: 2,
      secret: canary(making, id, 'issues/contents', [], { by: 'shapes' }),
    };
    const issue = {
      ...entry(0),
      by,
      name: canary(making, id, 'issues/name', MEMBERS),
      on: canary(making, id, 'issues/on', MEMBERS),
      contents: [contents],
      newer: canary(making, id, 'issues/newer', [], { by: 'entries' }),
    };
    const copies = choices.some(organisations, 20).map((party, at) => ({
      ...entry(at),
      party,
      number: canary(making, id, 'copies/number', MEMBERS, { beside: { field: 'copies', party } }),
    }));
    add(
      making,
      'dossier',
      id,
      {
        meeting,
        book: choices.of('open', 'open', 'closed'),
        papers: bound.map((one, at) => ({ ...entry(at), ...one, annexes: choices.percent(50) })),
        tabs,
        issues: [issue],
        copies,
      },
      choices.of(undefined, community, everyone),
    );
  }
  for (const { id } of records.slice(before)) if (choices.percent(10)) addThread(making, id);
  return records.slice(before).filter(() => choices.percent(80));
}
