import { describe, expect, it } from 'vitest';
import { PaperType } from '../../../domain/papers/kinds.ts';
import { minutesToSpeak, over } from '../../../domain/papers/limits.ts';
import { everySection, outlineOf } from '../../../domain/papers/outlines.ts';
import { lineFindings } from '../../../domain/papers/publicLines.ts';
import { missingSections, outlineDocument, readOutline } from '../../../domain/papers/readOutline.ts';
import { type Document, RichText } from '../../../domain/papers/richText.ts';
import { paragraph, words } from '../../helpers/documentNodes.ts';

let minted = 0;
const newId = () => {
  minted += 1;
  return `b${minted}`;
};
const heading = (called: string, attrs: object = {}) => ({
  type: 'heading',
  attrs: { id: newId(), level: 1, ...attrs },
  content: [words(called)],
});
const documentOf = (...content: object[]): Document => RichText.parse({ type: 'doc', content });

describe('the outline of a paper', () => {
  it('is there for every type but minutes, in both languages, with ids that differ and questions that ask', () => {
    expect(PaperType.options.filter((type) => outlineOf(type).length === 0)).toEqual(['minutes']);
    const ids = PaperType.options.flatMap((type) => outlineOf(type).map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, heading: called, asks } of everySection()) {
      expect([id, called.en.length > 0, called.fr.length > 0]).toEqual([id, true, true]);
      expect([id, asks.en.endsWith('?'), asks.fr.endsWith('\u00a0?')]).toEqual([id, true, true]);
    }
  });

  it('begins a paper with headings to write under, and nothing else', () => {
    const begun = outlineDocument('policyBrief', 'fr', newId);
    expect(begun?.content.map(({ type }) => type)).toEqual(Array(4).fill(['heading', 'paragraph']).flat());
    expect(JSON.stringify(begun)).not.toContain('?');
    expect(
      readOutline('policyBrief', RichText.parse(begun)).map(({ empty, block }) => empty && block !== undefined),
    ).toEqual(Array(4).fill(true));
  });

  it('knows its sections whatever they are called, and those without a mark by their names', () => {
    const text = documentOf(
      heading('State of play', { section: 'update.changes' }),
      heading('Details', { level: 2 }),
      paragraph('p1', words('Two roads are closed.')),
      heading('Enseignements :'),
      paragraph('p2'),
      heading('Something of our own'),
      paragraph('p3', words('Words')),
    );
    expect(
      readOutline('update', text).map(({ section, block, empty }) => [section.id, block !== undefined, empty]),
    ).toEqual([
      ['update.changes', true, false],
      ['update.impact', false, true],
      ['update.harm', false, true],
      ['update.lessons', true, true],
      ['update.outlook', false, true],
    ]);
    const lessons = text.content[3]?.attrs.id;
    expect(missingSections('update', text).map(({ section, before }) => [section.id, before])).toEqual([
      ['update.impact', lessons],
      ['update.harm', lessons],
      ['update.outlook', undefined],
    ]);
  });
});

describe('the length of a brief', () => {
  it('is three pages and five minutes at 130 words each; other papers have none', () => {
    expect([minutesToSpeak(0), minutesToSpeak(650), minutesToSpeak(651)]).toEqual([0, 5, 6]);
    expect(over('policyBrief', { words: 650, pages: 3 })).toEqual({ pages: 0, minutes: 0 });
    expect(over('policyBrief', { words: 900, pages: 5 })).toEqual({ pages: 2, minutes: 2 });
    expect(over('deepDive', { words: 90_000, pages: 300 })).toEqual({ pages: 0, minutes: 0 });
  });
});

describe('public lines', () => {
  const line = {
    id: 'l',
    subject: 'Karsenia',
    text: { en: 'We call for calm, and for talks.', fr: '' },
    status: 'agreed',
    until: '',
  };
  const today = '2027-03-01';
  const findings = (plain: string, ...lines: object[]) =>
    lineFindings(
      plain,
      lines.map((one) => ({ ...line, ...one })),
      'en',
      today,
    ).map(({ finding }) => finding);

  it('are asked for where their subject is named, in their own words', () => {
    expect(findings('On Karsenia: much.', {})).toEqual(['missing']);
    expect(findings('On Karsenia: We call for calm and for talks', {})).toEqual([]);
    expect(findings('On Karsenians: much.', {})).toEqual([]);
    expect(findings('Sur la Karsénie', { subject: 'Karsenia / Karsénie' })).toEqual(['missing']);
    expect(findings('On Karsenia: much.', { status: 'draft' })).toEqual([]);
    expect(lineFindings('Karsenia', [line], 'fr', today)).toEqual([]);
  });

  it('are out of date when they were replaced, have run out, or were never agreed', () => {
    const says = 'Lowmere: we call for calm, and for talks.';
    for (const old of [{ status: 'superseded' }, { status: 'draft' }, { until: '2027-02-28' }]) {
      expect(findings(says, old)).toEqual(['outdated']);
      expect(findings(says, old, { id: 'new', subject: 'Tessaly' })).toEqual([]);
    }
    expect(findings(says, { until: today })).toEqual([]);
  });
});
