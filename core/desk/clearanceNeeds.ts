import type { Planned } from '../../domain/meetings/timetable.ts';
import { nextStep } from '../../domain/papers/clearance.ts';
import { objects, text } from '../../domain/records/text.ts';
import { readRecord } from '../records/recordView.ts';
import type { Session } from '../session.ts';

/** The papers that were handed in and of whose clearance it is the turn of whoever sits here. */
export function stepsOfMine({ vault }: Session, papers: readonly Planned[]) {
  const { seat } = vault.installation;
  return papers.flatMap((paper) => {
    const { status, clearance = null } = paper.body;
    if (!['submitted', 'cleared'].includes(text(status))) return [];
    if (!objects(clearance).some(({ person = null }) => person === seat)) return [];
    const step = nextStep(readRecord(vault, paper.id).body);
    return step?.person === seat ? [{ paper, step }] : [];
  });
}
