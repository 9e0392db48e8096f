import type { Anchor } from '../../domain/papers/placeAnchor.ts';

/** A comment of a file, as it becomes a comment of the paper. */
export interface ImportedComment {
  /** Who wrote it and when, as the file says, and what it says. */
  text: string;
  /** The placeholder of the portion that its words were set apart in. */
  portion?: string;
  /** Its words; none on the whole text. */
  anchor?: Anchor;
  /** The comment that it answers: its place in the list, before this one. */
  replyTo?: number;
  resolved: boolean;
}

/** A picture of a file, cleaned, which figures of the paper draw. */
export interface ImportedPicture {
  sha256: string;
  name: string;
  mediaType: string;
  content: Uint8Array;
}
