/** Between two passages, and where nothing known stands. */
export const APART = -1;
