import { inOrder } from '../documents/releasedParts.ts';
import type { JsonObject } from '../records/json.ts';
import { count, objects, text } from '../records/text.ts';
import { LinePosition } from './kinds.ts';

/** What a ministry says to a line. */
export interface Said {
  readonly position: LinePosition | undefined;
  readonly comment: string;
}

export interface StandingCell {
  readonly ministry: string;
  /** Not asked: the line is another's. */
  readonly asked: boolean;
  /** What its last file says; undefined where there is none, or it says nothing here. */
  readonly said: Said | undefined;
  /** What its file before said, where that is another thing. */
  readonly before: Said | undefined;
  readonly changed: boolean;
  /** Its last file came after the day by which it was asked. */
  readonly late: boolean;
}

export interface StandingLine {
  readonly id: string;
  readonly number: number;
  readonly point: string;
  readonly by: string;
  readonly only: string;
  readonly cells: readonly StandingCell[];
  /** Two ministries say different things. */
  readonly disagree: boolean;
  /** What the delegation settled. */
  readonly position: LinePosition | undefined;
  readonly words: string;
  readonly settledBy: string;
  readonly settledOn: string;
}

export interface StandingMinistry {
  readonly id: string;
  readonly name: string;
  readonly contact: string;
  /** Whom its last file names, and the day that it says. */
  readonly asks: string;
  readonly dated: string;
  /** How many files came, and when the last one did. */
  readonly files: number;
  readonly last: string;
}

export interface Standing {
  readonly ministries: readonly StandingMinistry[];
  readonly lines: readonly StandingLine[];
}

/** The lines of an inquiry, with what each ministry says, side by side. `answers`: bodies of answers, of this inquiry alone. */
export function standingOf(inquiry: JsonObject, answers: readonly JsonObject[]): Standing {
  const files = new Map(answers.map((body) => [text(body.ministry), filesOf(body)] as const));
  const ministries = inOrder(objects(inquiry.ministries)).map((entry): StandingMinistry => {
    const all = files.get(text(entry.id)) ?? [];
    const last = all.at(-1)?.receipt ?? {};
    return {
      id: text(entry.id),
      name: text(entry.name),
      contact: text(entry.contact),
      asks: text(last.contact),
      dated: text(last.dated),
      files: all.length,
      last: text(last.on),
    };
  });
  const lines = inOrder(objects(inquiry.lines)).map((line): StandingLine => {
    const by = text(line.by) || text(inquiry.by);
    const cells = ministries.map(({ id }): StandingCell => {
      const [last, before] = (files.get(id) ?? []).toReversed();
      const [said, earlier] = [last, before].map((file) => file?.said.get(text(line.id)));
      const isChanged = before !== undefined && !sameSaid(said, earlier);
      return {
        ministry: id,
        asked: text(line.only) === '' || text(line.only) === id,
        said,
        before: isChanged ? earlier : undefined,
        changed: isChanged,
        late: last !== undefined && by !== '' && text(last.receipt.on).slice(0, 10) > by,
      };
    });
    return {
      id: text(line.id),
      number: count(line.number),
      point: text(line.point),
      by,
      only: text(line.only),
      cells,
      disagree: disagreeIn(cells),
      position: LinePosition.safeParse(line.position).data,
      words: text(line.words),
      settledBy: text(line.settledBy),
      settledOn: text(line.settledOn),
    };
  });
  return { ministries, lines };
}

interface FileOf {
  readonly receipt: JsonObject;
  /** By the ids of lines. */
  readonly said: ReadonlyMap<string, Said>;
}

/** The files of an answer in the order in which they came. */
function filesOf(body: JsonObject): FileOf[] {
  const answers = inOrder(objects(body.answers));
  return inOrder(objects(body.received)).map((receipt) => ({
    receipt,
    said: new Map(
      answers
        .filter((entry) => text(entry.receipt) === text(receipt.id))
        .map((entry) => [
          text(entry.line),
          { position: LinePosition.safeParse(entry.position).data, comment: text(entry.comment) },
        ]),
    ),
  }));
}

/** Whether two answers say the same; to say nothing is to say the same as not to be there. */
export function sameSaid(one: Said | undefined, other: Said | undefined): boolean {
  return one?.position === other?.position && (one?.comment ?? '') === (other?.comment ?? '');
}

function disagreeIn(cells: readonly StandingCell[]): boolean {
  const said = cells.flatMap(({ asked, said: one }) =>
    asked && one?.position !== undefined && one.position !== 'noView' ? [one.position] : [],
  );
  return new Set(said).size > 1;
}
