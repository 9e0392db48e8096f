/** A wall-clock time in one zone, and the same moment in another. */
export interface InTwoZones {
  readonly here: Temporal.ZonedDateTime;
  readonly there: Temporal.ZonedDateTime;
  /** The moment falls on another day there. */
  readonly otherDay: boolean;
  /** Both clocks show the same. */
  readonly same: boolean;
  /** The clock was put forward or back: this time does not exist here, or exists twice (the first is meant). */
  readonly shift?: 'skipped' | 'repeated';
}
/** A moment (`2027-03-11T08:30Z`), or what a clock in the first zone shows. */
export type WallOrMoment =
  | string
  | {
      readonly date: string;
      readonly time: string;
    };
/** The time in both zones; undefined when the time or a zone cannot be read. */
export declare function inTwoZones(at: WallOrMoment, zone: string, otherZone: string): InTwoZones | undefined;
