import type { IXmlableObject, PageNumberEstimator } from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import type { Work } from '../../jobs/work.ts';
import { pagesBefore } from './pagesBefore.ts';

/** A section of a file, as far as its pages are counted. */
export interface CountedSection {
  /** All that its pages follow from, where that is known beforehand. */
  readonly from?: string | undefined;
  /** What stands on its first page, as links find it. */
  readonly bookmark?: string | undefined;
}

const estimate = estimatePageNumbersWith({ guess: true });

/**
 * Counts the pages of a long file section by section, each of which begins on a new page: so one that is as it was is not
 * laid out again, and who cancels is heard between two. What cannot be laid out as Word does is guessed; Word counts anew
 * when it prints. Throws `job.cancelled`.
 */
export function pagesBySection(sections: readonly CountedSection[], work: Work): PageNumberEstimator {
  return (body, context) => {
    const bookmarks = new Map<string, string>();
    const counts: number[] = [];
    let before = 0;
    for (const content of sectionsIn(body)) {
      const { from, bookmark } = sections[counts.length] ?? {};
      work.check();
      work.progress(counts.length, sections.length, 'print.setting');
      const count = () => estimate({ 'w:body': content }, context).pageCount ?? 1;
      const pages = from === undefined ? count() : pagesBefore(from, count);
      if (bookmark !== undefined) bookmarks.set(bookmark, String(before + 1));
      counts.push(pages);
      before += pages;
    }
    return { bookmarks, pageCount: before, sectionPageCounts: counts };
  };
}

/** The sections of a body, each with what says how its pages are at its end: in the file that stands in its last paragraph. */
function* sectionsIn(body: IXmlableObject): Generator<unknown[]> {
  let content: unknown[] = [];
  for (const child of listIn(body, 'w:body')) {
    const parts = listIn(child, 'w:p');
    const properties = listIn(parts.find(isProperties), 'w:pPr');
    const section = properties.find(isSection);
    if (section !== undefined) {
      const others = { 'w:pPr': properties.filter((one) => one !== section) };
      content.push({ 'w:p': parts.map((part) => (isProperties(part) ? others : part)) }, section);
    } else content.push(child);
    if (section === undefined && !isSection(child)) continue;
    yield content;
    content = [];
  }
}

const isProperties = (node: unknown): boolean => has(node, 'w:pPr');
const isSection = (node: unknown): boolean => has(node, 'w:sectPr');

const has = (node: unknown, name: string): boolean => typeof node === 'object' && node !== null && name in node;

function listIn(node: unknown, name: string): readonly unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  const [, inside] = Object.entries(node).find(([key]) => key === name) ?? [];
  return Array.isArray(inside) ? inside : [];
}
