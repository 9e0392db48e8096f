import { own } from '../records/own.ts';
import { BRIEF_OUTLINES } from './outlines/briefs.ts';
import { REVIEW_OUTLINES } from './outlines/reviews.ts';
import type { OutlineSection } from './outlines/section.ts';

export type { OutlineSection } from './outlines/section.ts';

const OUTLINES: Readonly<Record<string, readonly OutlineSection[]>> = { ...REVIEW_OUTLINES, ...BRIEF_OUTLINES };

/** The sections that papers of a type have, in their order; none where a type has no outline. */
export function outlineOf(type: string): readonly OutlineSection[] {
  return own(OUTLINES, type) ?? [];
}

const BY_ID = new Map(Object.values(OUTLINES).flatMap((sections) => sections.map((one) => [one.id, one] as const)));

/** The section of this id; undefined for one of a newer version. */
export function sectionOf(id: string): OutlineSection | undefined {
  return BY_ID.get(id);
}

/** Every section of every type. */
export function everySection(): readonly OutlineSection[] {
  return [...BY_ID.values()];
}
