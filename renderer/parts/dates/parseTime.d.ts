/**
 * Reads a wall-clock time as people type it: `9:30`, `09.30`, `9h30`, `9h`, `0930`, `9`, `9:30 pm`. Gives `09:30`;
 * undefined when it is none.
 */
export declare function parseTime(typed: string): string | undefined;
