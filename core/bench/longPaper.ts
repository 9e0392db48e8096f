import { circleOf } from '../../domain/handling/circle.ts';
import type { Handling } from '../../domain/handling/handling.ts';
import { naturalId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import type { ReleasableRecord } from '../../domain/release/material.ts';
import { type Release, release } from '../../domain/release/release.ts';
import { createCorpus, numbersFrom } from './corpus.ts';

const PARAGRAPHS = 1110;

/** The blocks of the paper: headings, paragraphs with a footnote here and there, and tables, of invented words. */
export function longPaper(): JsonObject[] {
  const corpus = createCorpus();
  const next = numbersFrom(300);
  const sentence = (words: number) => `${corpus.excerpt(next, 5_000, words)}.`;
  const cell = (words: string, type: string): JsonObject => ({
    type,
    content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
  });
  const row = (words: readonly string[], type: string): JsonObject => ({
    type: 'tableRow',
    content: words.map((each) => cell(each, type)),
  });
  return Array.from({ length: PARAGRAPHS }, (_, at): JsonObject[] => [
    ...(at % 8 === 0
      ? [
          {
            type: 'heading',
            attrs: { id: `h${at}`, level: at % 64 === 0 ? 1 : 2 },
            content: [{ type: 'text', text: sentence(4) }],
          },
        ]
      : []),
    {
      type: 'paragraph',
      attrs: { id: `p${at}` },
      content: [
        { type: 'text', text: [sentence(22), sentence(30), sentence(18)].join(' ') },
        ...(at % 6 === 0
          ? [{ type: 'footnote', attrs: { id: `f${at}` }, content: [{ type: 'text', text: sentence(16) }] }]
          : []),
      ],
    },
    ...(at % 25 === 0
      ? [
          {
            type: 'table',
            attrs: { id: `t${at}`, caption: sentence(6) },
            content: [
              row(['Province', 'January', 'February', 'March'], 'tableHeader'),
              ...Array.from({ length: 6 }, () => row([sentence(2), '11', '24', '38'], 'tableCell')),
            ],
          },
        ]
      : []),
  ]).flat();
}

/** The paper of 300 pages. */
export const PAPER = naturalId('bench', 'paper');

/** The paper as the board may see it. `others`: records that lie beside it in the vault. */
export function releasedPaper(content: JsonObject[], others: readonly ReleasableRecord[] = []): Release {
  const secretariat = naturalId('bench', 'Secretariat');
  const handling: Handling = {
    label: 'TLP:AMBER',
    distribution: { to: 'board' },
    originator: secretariat,
    caveats: [],
    chathamHouse: false,
  };
  const rest = { handling, deleted: false, conflicted: false };
  const body = { number: 'CB/8/300', title: 'A paper of three hundred pages', body: { type: 'doc', content } };
  const records = [
    { id: secretariat, kind: 'organisation', body: { name: 'Secretariat', membership: 'secretariat' }, ...rest },
    { id: PAPER, kind: 'paper', body, ...rest },
    ...others,
  ];
  return release(
    { records },
    { kind: 'board' },
    { at: '2027-03-03T09:00Z', circle: circleOf(records), mint: (id) => naturalId('bench', id) },
  ).release;
}
