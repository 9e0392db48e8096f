import type { Work } from '../../jobs/work.ts';
import type { WordPictures } from './wordPictures.ts';

/** What is beside a sheet when a Word file is made of it: what it draws, and who waits for it. */
export interface WordBesides {
  readonly pictures?: WordPictures;
  readonly work?: Work;
}
