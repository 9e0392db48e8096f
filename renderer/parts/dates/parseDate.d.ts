/** What a typed date comes to, or why it comes to none. */
export type ParsedDate =
  | {
      readonly date: string;
    }
  | {
      readonly fault: 'unreadable' | 'noSuchDay';
    }
  /** The weekday that was typed is not that of the day; `date` is the day. */
  | {
      readonly fault: 'weekday';
      readonly date: string;
    };
/**
 * Reads a date as people type it, in English or French whichever the interface speaks, the day before the month:
 * `11/3/2027`, `11.03.27`, `11 March 2027`, `Thursday 11 March`, `1er mars 2027`, `March 11, 2027`, `2027-03-11`. A
 * date without a year is in that of `near` (a calendar date).
 */
export declare function parseDate(typed: string, near: string): ParsedDate;
