/** Words that begin a line, a choice or a cell: names of fixed values are written small in sentences. */
export const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
