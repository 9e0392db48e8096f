import type { Label } from '../handling/handling.ts';
import type { JsonObject } from '../records/json.ts';
import { count, objects, text } from '../records/text.ts';
import { isOutside, type ReleasedRecord } from '../release/material.ts';
import { type Release, releasedOfKind, releasedRecord } from '../release/release.ts';
import { dayInWords, meetingDates } from './dates.ts';
import type { BookCover } from './dossierSheets.ts';
import { dossierWords } from './dossierWords.ts';
import type { PrintOptions } from './printRequest.ts';
import { copyNumber, inOrder, lastDay, nameOf } from './releasedParts.ts';
import { wordsFor } from './words.ts';

/** An issue of the book: what it is called, and of which day. */
export interface Issue {
  readonly id: string;
  readonly name: string;
  readonly on: string;
}

/** An issue of a dossier by its id; undefined where there is none of it. */
export function issueOf(body: JsonObject, id: string | undefined): Issue | undefined {
  const found = id === undefined ? undefined : objects(body.issues).find((issue) => issue.id === id);
  return found === undefined ? undefined : { id: text(found.id), name: text(found.name), on: text(found.on) };
}

/** `Rev. 1, 2 October 2026`. */
export function issueInWords({ name, on }: Issue, language: PrintOptions['language']): string {
  return [name, dayInWords(on, language)].filter(said).join(', ');
}

/** The issue before another one, in the order of the dossier. */
export function issueBefore(body: JsonObject, id: string | undefined): Issue | undefined {
  const issues = inOrder(objects(body.issues)).map((issue) => text(issue.id));
  const at = id === undefined ? issues.length : issues.indexOf(id);
  return issueOf(body, issues[at - 1]);
}

/** What the cover of a book tells of it. */
export interface Covered {
  readonly dossier: ReleasedRecord;
  readonly label: Label;
  readonly issue: Issue | undefined;
  readonly papers: number;
  readonly withheld: number;
}

/** The cover: whose book it is, of which meeting, in which issue, and how it may be passed on. */
export function bookCover(
  release: Release,
  options: PrintOptions,
  { dossier, label, issue, papers, withheld }: Covered,
): BookCover {
  const { language } = options;
  const [words, own] = [wordsFor(language), dossierWords(language)];
  const outside = isOutside(release.kind);
  const meeting = releasedRecord(release, text(dossier.body.meeting));
  const copies = outside ? [] : inOrder(objects(dossier.body.copies));
  const network = releasedOfKind(release, 'network')[0]?.body ?? {};
  const before = issue === undefined ? undefined : issueBefore(dossier.body, issue.id);
  return {
    board: words.board,
    network: text(network.shortName) || text(network.name),
    title: text(dossier.body.title) || own.untitled,
    lines: meeting === undefined ? [] : placeAndDates(meeting.body, language),
    copy:
      options.copy === undefined
        ? undefined
        : {
            label: own.copy,
            number: copyNumber(options),
            of: copies.length === 0 ? '' : own.copyOf(Math.max(copies.length, options.copy.number)),
          },
    recipient: options.copy === undefined ? undefined : { label: own.recipient, name: options.copy.recipient },
    book: {
      label: own.book,
      lines: [
        dossier.body.book === 'open' ? own.openBook : own.closedBook,
        outside ? '' : issue === undefined ? own.notIssued : issueInWords(issue, language),
        before === undefined ? '' : own.replaces(issueInWords(before, language)),
      ].filter(said),
      pages: own.pages,
      size: [own.papers(papers), withheld === 0 ? '' : own.furtherWithheld(withheld)].filter(said).join(', '),
    },
    handling: {
      label: words.handling,
      lines: [own.handlingOf[label], own.ownMarks, ...lastDay(dossier, options), ...dossier.caveats],
    },
    distribution:
      copies.length === 0 ? undefined : { heading: own.distribution, rows: rowsOf(release, copies, options) },
  };
}

/** `Lowhaven, Lowmere`; `14 and 15 October 2026`. */
function placeAndDates(body: JsonObject, language: PrintOptions['language']): string[] {
  const place = [text(body.venue), text(body.city)].filter(said).join(', ');
  return [place, meetingDates(text(body.starts), text(body.ends), language).join(' ')].filter(said);
}

/** Who has which copies: those that follow each other for the same party in one line. Whom the audience may not know of is not named. */
function rowsOf(release: Release, copies: readonly JsonObject[], options: PrintOptions) {
  const own = dossierWords(options.language);
  const sorted = copies
    .map((copy) => ({ name: nameOf(release, text(copy.party)), number: count(copy.number) }))
    .filter(({ name, number }) => name !== '' && number > 0)
    .toSorted((one, other) => one.number - other.number);
  const runs: { first: number; last: number; name: string }[] = [];
  for (const { name, number } of sorted) {
    const run = runs.at(-1);
    if (run?.name === name && run.last + 1 === number) run.last = number;
    else runs.push({ first: number, last: number, name });
  }
  const two = (number: number): string => String(number).padStart(2, '0');
  return runs.map(({ first, last, name }) => {
    const isOwn = options.copy !== undefined && first <= options.copy.number && options.copy.number <= last;
    return {
      numbers: first === last ? two(first) : `${two(first)}\u2013${two(last)}`,
      name: isOwn ? own.thisCopy(name) : name,
      own: isOwn,
    };
  });
}

const said = (words: string): boolean => words !== '';
