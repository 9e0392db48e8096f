import type { BookStanding, PaperStanding } from '../../domain/documents/bookStanding.ts';
import { inOrder } from '../../domain/documents/releasedParts.ts';
import { hasCode } from '../../domain/errors.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import type { Body } from '../../domain/records/revision.ts';
import { objects, text } from '../../domain/records/text.ts';
import { isAsItWas } from '../dossiers/bookRecords.ts';
import { readVersion } from '../records/historyOf.ts';
import { findRecord } from '../records/rows.ts';
import type { Vault } from '../vault/vault.ts';
import { blocksNotAs } from './changedBlocks.ts';

/**
 * How a dossier stands to its issues: as it was issued last, and then beside the issue before that; or beyond its last
 * issue. `since`: beside this issue, whatever came of it. The ids are those here.
 */
export function bookStanding(vault: Vault, { body }: { readonly body: Body }, since?: string): BookStanding {
  const issues = inOrder(objects(body.issues));
  if (since !== undefined) {
    const at = issues.findIndex((issue) => issue.id === since);
    const last = issues.at(-1);
    const isLast = last !== undefined && at < issues.length - 1 && isAsIssued(vault, body, last);
    return { issue: isLast ? text(last.id) : undefined, ...besides(vault, body, issues[at]) };
  }
  const last = issues.at(-1);
  if (last === undefined) return { issue: undefined, ...besides(vault, body, undefined) };
  return isAsIssued(vault, body, last)
    ? { issue: text(last.id), ...besides(vault, body, issues.at(-2)) }
    : { issue: undefined, ...besides(vault, body, last) };
}

/** Whether a book has what an issue has; one that is being made has no contents yet. */
function isAsIssued(vault: Vault, body: Body, issue: JsonObject): boolean {
  if (objects(issue.contents).length === 0) return true;
  const { papers, withdrawn } = besides(vault, body, issue);
  return Object.keys(papers).length === 0 && withdrawn.length === 0;
}

function besides(vault: Vault, body: Body, issue: JsonObject | undefined): Omit<BookStanding, 'issue'> {
  if (issue === undefined) return { since: undefined, papers: {}, withdrawn: [] };
  const then = new Map(objects(issue.contents).map((had) => [text(had.paper), text(had.version)]));
  const now = objects(body.papers).map(({ paper }) => text(paper));
  const papers: Record<string, PaperStanding> = {};
  for (const id of now) {
    const standing = standingOf(vault, id, then.get(id));
    if (standing !== undefined) papers[id] = standing;
  }
  const held = new Set(now);
  const withdrawn = [...then.keys()].filter((id) => !held.has(id)).flatMap((id) => RecordId.safeParse(id).data ?? []);
  return { since: text(issue.id), papers, withdrawn };
}

function standingOf(vault: Vault, id: string, version: string | undefined): PaperStanding | undefined {
  if (version === undefined) return { state: 'added', blocks: [] };
  const paper = RecordId.safeParse(id).data;
  const record = paper === undefined ? undefined : findRecord(vault, paper);
  if (paper === undefined || record === undefined) return undefined;
  if (version === '' || isAsItWas(vault, { paper, version })) return undefined;
  return { state: 'changed', blocks: blocksSince(vault, paper, version, record.body) };
}

/** The blocks that are not as they were; none is told of where the version is not here. */
function blocksSince(vault: Vault, paper: RecordId, version: string, now: Body): readonly string[] {
  try {
    return blocksNotAs(readVersion(vault, paper, version).body, now);
  } catch (error) {
    if (hasCode(error, 'record.noSuchVersion')) return [];
    throw error;
  }
}
