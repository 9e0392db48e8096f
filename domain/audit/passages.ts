import { plainText } from '../papers/plainText.ts';
import { isJsonObject, type Json } from '../records/json.ts';

/** A stretch of an output, as somebody reads it who has received it. */
export interface Passage {
  /** Where it stands, for a person: `page 3`, `README.txt`, `records.jsonl.gz, line 12`. */
  readonly place: string;
  readonly text: string;
  /** Bytes that nobody reads, such as fonts: in them short words come about by chance and tell nothing. */
  readonly raw?: boolean;
  /** It stands in something that is drawn on the page as a whole, as the pages of a file are that is bound in. */
  readonly drawn?: boolean;
  /**
   * A file that goes as a whole, by the act of who marked it, and the records that it came with. That a name or a few
   * words stand in it tells nothing, nor that somebody quoted it elsewhere: looked for are sentences that were taken out
   * of those records, and whole pages of others.
   */
  readonly cameWith?: ReadonlySet<string>;
}

/** Every string of a value, keys included; and each document in it once more, in the words that a reader meets. */
export function* stringsIn(value: Json): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const inner of value) yield* stringsIn(inner);
  else if (isJsonObject(value)) {
    for (const [key, inner] of Object.entries(value)) {
      yield key;
      yield* stringsIn(inner);
    }
    if (value.type === 'doc') yield plainText(value);
  }
}
