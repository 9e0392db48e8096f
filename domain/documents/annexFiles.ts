/** What a PDF can have that never comes along when it is bound in. */
export type Dropped =
  | 'scripts'
  | 'forms'
  | 'links'
  | 'notes'
  | 'embeddedFiles'
  | 'actions'
  | 'outside'
  | 'media'
  | 'metadata';

/** Why a PDF or a picture is listed and not bound in. */
export type Unbound =
  | 'encrypted'
  | 'broken'
  | 'cyclic'
  | 'tooManyPages'
  | 'tooLarge'
  | 'unpacksTooLarge'
  | 'unreadText'
  | 'tooSlow'
  | 'archive'
  | 'word'
  | 'format'
  | 'lacking'
  | 'full';

/** A file that a print needs, as it was looked at before: what of it can be bound in, and why the rest cannot. */
export interface AnnexFile {
  /** `other`: it is only listed. */
  readonly kind: 'pdf' | 'image' | 'other';
  /** Pages of a PDF, 1 of a picture, 0 of what is only listed. */
  readonly pages: number;
  /** What the compiler is given of it: a PDF as it is, a picture as it was cleaned. Empty of what is only listed. */
  readonly content: Uint8Array;
  /** The ending of the name that the compiler knows its format by. */
  readonly format: '' | 'pdf' | 'png' | 'jpg';
  /** Points of a picture, which is as large as these once it is drawn. */
  readonly points?: number | undefined;
  /** What a PDF has that does not come along. */
  readonly dropped: readonly Dropped[];
  /** Why a PDF or a picture is only listed. */
  readonly unbound?: Unbound | undefined;
}

/** The files of a print, by their digests. Only what the gate let go to the audience is among them. */
export type AnnexFiles = ReadonlyMap<string, AnnexFile>;

export const NO_FILES: AnnexFiles = new Map();

/** The path by which the compiler is given a file. */
export function annexPath(sha256: string, { format }: Pick<AnnexFile, 'format'>): string {
  return `annexes/${sha256}.${format}`;
}
