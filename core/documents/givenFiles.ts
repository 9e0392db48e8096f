import { isJsonObject, type Json } from '../../domain/records/json.ts';

/** Files that a template reads or draws, by their paths beside it. */
export type GivenFiles = ReadonlyMap<string, Uint8Array>;

/**
 * What a template reads, as files in memory: its sheet and its options, and each paper of a book in a file of its own. The
 * compiler knows a file again by its bytes, so a paper that says the same is laid out once. Files are named by their place:
 * the compiler keeps every path that it ever saw.
 */
export function givenFiles(sheet: Json, options: Json): GivenFiles {
  const files = new Map<string, Uint8Array>();
  const put = (path: string, value: Json): string => {
    files.set(path, Buffer.from(JSON.stringify(value)));
    return path;
  };
  const apart = (part: Json, at: number): Json =>
    isJsonObject(part) && isJsonObject(part.sheet)
      ? { ...part, sheet: put(`given/paper-${at + 1}.json`, part.sheet) }
      : part;
  const own = isJsonObject(sheet) && Array.isArray(sheet.parts) ? { ...sheet, parts: sheet.parts.map(apart) } : sheet;
  put('given/sheet.json', own);
  put('given/options.json', options);
  return files;
}
