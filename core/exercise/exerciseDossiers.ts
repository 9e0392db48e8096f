import { generateNKeysBetween } from 'fractional-indexing';
import type { ExerciseFiles } from './exerciseFiles.ts';
import { exerciseId, known, meetingId, paperId, personNamed, record } from './exerciseIds.ts';
import type { ExerciseRecord } from './exerciseRecord.ts';
import { organisationId, secretariatSeat } from './seats.ts';

/** What was issued of the coming meeting's book: all but the paper that came late, each from a right-hand page. */
const ISSUE = { name: 'First issue', on: '2027-03-03' } as const;
const LATE = 'CB/8/9';
const FIRST_PAGE = 5;
/**
 * On how many pages each paper prints; a test measures it. It is not issued here, which would sign and date it anew in each
 * vault: the exercise is the same everywhere.
 */
const PAGES: Readonly<Record<string, number>> = {
  'CB/8/4': 5,
  'CB/8/4a': 2,
  'CB/8/4b': 2,
  'CB/8/5': 4,
  'CB/8/10': 4,
  'CB/8/10a': 2,
  'CB/8/11': 3,
  'CB/8/12': 4,
  'CB/8/13': 3,
  'CB/8/14': 3,
};
const COPIES = ['XN', 'XA'];

/** The books of the coming meeting: the closed one as it was issued once, with a paper that came since; and the open one. */
export function dossierRecords({ meeting, network }: ExerciseFiles): ExerciseRecord[] {
  const open = meeting.papers.filter(({ openNumber }) => openNumber !== undefined);
  return [
    bookOf(
      'closed',
      meeting.papers.map(({ number }) => number),
    ),
    bookOf(
      'open',
      open.map(({ number }) => number),
    ),
  ];

  function bookOf(book: 'closed' | 'open', numbers: readonly string[]): ExerciseRecord {
    const keys = generateNKeysBetween(null, null, numbers.length);
    const tab = {
      id: exerciseId('tab', `${book}#1`),
      order: 'a0',
      name: book === 'closed' ? 'Papers of the Board' : 'Papers',
    };
    const papers = numbers.map((number, at) => ({
      id: exerciseId('bound', `${book}#${number}`),
      order: keys[at],
      paper: paperId(number),
      tab: tab.id,
      annexes: true,
    }));
    let free = FIRST_PAGE;
    const contents = numbers
      .filter((number) => book === 'closed' && number !== LATE)
      .map((number) => {
        const first = free;
        const last = first + known(PAGES[number], `pages of ${number}`) - 1;
        free = last % 2 === 0 ? last + 1 : last + 2;
        return { paper: paperId(number), first, last };
      });
    const issue = {
      id: exerciseId('issue', book),
      order: 'a0',
      ...ISSUE,
      by: personNamed(secretariatSeat().name, network),
      contents,
    };
    const copies = COPIES.map((key, at) => ({
      id: exerciseId('copy', key),
      order: `a${at}`,
      party: organisationId(key),
      number: at + 1,
    }));
    return record('dossier', exerciseId('dossier', book), book === 'closed' ? 'TLP:AMBER' : 'TLP:GREEN', {
      meeting: meetingId(meeting),
      title: book === 'closed' ? 'Dossier of the closed sessions' : 'Dossier of the open session',
      book,
      language: 'en',
      papers,
      tabs: [tab],
      ...(book === 'closed' ? { issues: [issue], copies } : {}),
    });
  }
}
