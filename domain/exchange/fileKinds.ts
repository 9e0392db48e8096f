import { volumeOf } from './volumes.ts';

/** The endings of the files that the system opens with the application. */
export const ENDINGS = ['amber', 'ambercard'] as const;

/** Whether a file is for the application, by its name: a bundle, one of its volumes, or a card. */
export function isOurFile(name: string): boolean {
  return volumeOf(name) !== undefined || ENDINGS.some((ending) => name.toLowerCase().endsWith(`.${ending}`));
}
