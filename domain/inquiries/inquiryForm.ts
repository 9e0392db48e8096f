import { dayInWords } from '../documents/dates.ts';
import { inOrder, networkOf, requireReleased } from '../documents/releasedParts.ts';
import { wordsFor } from '../documents/words.ts';
import { AmberdeskError } from '../errors.ts';
import type { Form, FormPart } from '../forms/form.ts';
import type { Language } from '../records/fieldNames.ts';
import { count, objects, text } from '../records/text.ts';
import type { HomeAudience } from '../release/material.ts';
import type { Release } from '../release/release.ts';
import { FORM_KEYS, inquiryReference } from './readInquiryForm.ts';
import { inquiryWords } from './words.ts';

/**
 * The form on which one ministry answers an inquiry: the lines that it is asked, with a position and a comment each. Throws
 * `release.withheld` where the release does not hold the inquiry, or it asks no such ministry or nothing of it.
 */
export function inquiryForm(
  release: Release<HomeAudience>,
  { inquiry, ministry, language }: { readonly inquiry: string; readonly ministry: string; readonly language: Language },
): Form {
  const { body, title, label } = requireReleased(release, inquiry, 'inquiry');
  const words = inquiryWords(language);
  const named = objects(body.ministries).find((entry) => text(entry.id) === ministry);
  const lines = inOrder(objects(body.lines)).filter(
    (line) => count(line.number) > 0 && (text(line.only) === '' || text(line.only) === ministry),
  );
  if (named === undefined || lines.length === 0) throw new AmberdeskError('release.withheld', { record: inquiry });
  const network = networkOf(release, wordsFor(language));
  const day = (date: string) => words.by(dayInWords(date, language));
  const options = Object.values(words.positions);
  return {
    language,
    label,
    exercise: network.exercise,
    title: title === '' ? words.title : title,
    about: [`${words.ministry}${language === 'fr' ? '\u00a0' : ''}: ${text(named.name)}`],
    how: words.how,
    lines: [...words.lines, ...(text(body.by) === '' ? [] : [`${day(text(body.by))}.`])],
    parts: [
      ...lines.flatMap((line): FormPart[] => {
        const number = String(count(line.number));
        const own = text(line.by);
        return [
          { is: 'heading', key: number, text: text(line.point) },
          ...(own === '' || own === text(body.by) ? [] : [{ is: 'line', text: day(own), quiet: true } as const]),
          { is: 'field', field: { key: `${number}.1`, label: words.position, options } },
          { is: 'field', field: { key: `${number}.2`, label: words.comment } },
        ];
      }),
      { is: 'field', field: { key: FORM_KEYS.contact, label: words.contact } },
      { is: 'field', field: { key: FORM_KEYS.dated, label: words.dated } },
    ],
    reference: { label: words.reference, value: inquiryReference(inquiry, ministry) },
    end: { key: FORM_KEYS.end, label: words.end },
  };
}
