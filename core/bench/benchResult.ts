/** One measure, beside that of a named peer on the same content in the same run. */
export interface BenchResult {
  readonly name: string;
  readonly unit: 'ms' | 's' | 'MiB';
  readonly value: number;
  /** What it is compared with, in words. */
  readonly peer: string;
  readonly peerValue: number;
  /** Ours over the peer's. */
  readonly ratio: number;
  /** What `value` must stay under, or, with `limitOf`, the ratio. */
  readonly limit: number;
  readonly limitOf: 'value' | 'ratio';
  /** Highest resident memory of the process, in MiB. */
  readonly rss?: number;
  /** What belongs to the same act and is counted by itself, by what it is; in the same unit. */
  readonly apart?: Readonly<Record<string, number>>;
}

/** Rounded as people read it: three significant digits. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** The middle one of measured values, the upper of the two middle ones where they are even. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value that this share (0 to 1) of the values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
