import type { Language } from '../../records/fieldNames.ts';

/**
 * A section that papers of a type have. Its id is kept on its heading (`attrs.section`) and never changes, so that the
 * section is known whatever the heading is called; what is asked there is shown while it is empty, and is no text of the paper.
 */
export interface OutlineSection {
  readonly id: string;
  readonly heading: Readonly<Record<Language, string>>;
  readonly asks: Readonly<Record<Language, string>>;
}

/** A heading or a question, in both languages. */
export type Both = readonly [en: string, fr: string];

/** A section by its id, with its heading and what is asked under it. */
export function section(id: string, heading: Both, asks: Both): OutlineSection {
  return { id, heading: { en: heading[0], fr: heading[1] }, asks: { en: asks[0], fr: asks[1] } };
}
