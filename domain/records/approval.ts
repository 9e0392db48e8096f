import { digestOf } from './digest.ts';
import type { JsonObject } from './json.ts';
import { sameJson } from './json.ts';
import type { Approval, RecordKind } from './kind.ts';
import { own } from './own.ts';
import { objects, text } from './text.ts';

/** What a version is judged by, as far as its approval goes: nothing of what it says. */
export interface ApprovalGrounds {
  readonly approved: boolean;
  readonly reopenings: readonly JsonObject[];
  /** Of the whole body, where it is approved: no other version says what an approved one says. */
  readonly digest: string | undefined;
}

/** Whether a body says that it was approved. */
export function isApproved(approval: Approval, body: JsonObject): boolean {
  return own(body, approval.field) === approval.value && (approval.stands?.(body) ?? true);
}

/** The grounds of a version of this kind; undefined where nothing of the kind is approved. */
export function approvalGrounds(kind: RecordKind | undefined, body: JsonObject): ApprovalGrounds | undefined {
  const { approval } = kind ?? {};
  if (approval === undefined) return undefined;
  const approved = isApproved(approval, body);
  return {
    approved,
    reopenings: objects(own(body, approval.reopenings)).filter((entry) => approval.opens?.(entry) ?? true),
    digest: approved ? digestOf(body) : undefined,
  };
}

/**
 * Whether a version may follow these: it says what one of them that is approved says, to the last sign, or it was opened
 * again since each of them, with a reason. Where none of them is approved, anything may follow.
 */
export function mayFollow(after: ApprovalGrounds, before: readonly ApprovalGrounds[]): boolean {
  const approved = before.filter((one) => one.approved);
  if (approved.length === 0 || approved.some(({ digest }) => digest === after.digest)) return true;
  return approved.every((one) => isReopened(one, after));
}

/** Every reopening from before is still there as it was, and another one, with a reason, beside them. */
function isReopened(before: ApprovalGrounds, after: ApprovalGrounds): boolean {
  const stays = before.reopenings.every((one) => after.reopenings.some((other) => sameJson(one, other)));
  const added = after.reopenings.filter((one) => !before.reopenings.some((other) => other.id === one.id));
  return stays && added.some(({ reason }) => text(reason).trim() !== '');
}

/** Whether a version approves something or opens it again, which none of those before it did. */
export function decides(after: ApprovalGrounds, before: readonly ApprovalGrounds[]): boolean {
  if (after.approved) return !before.some(({ approved, digest }) => approved && digest === after.digest);
  const known = before.flatMap(({ reopenings }) => reopenings);
  return after.reopenings.some((one) => !known.some((other) => sameJson(one, other)));
}
