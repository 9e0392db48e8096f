import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a traced process opened for writing or made under a name, with its folder for names that are relative. */
const WRITES =
  /^(?:\[pid +\d+\] |\d+ +)?(?:openat\(AT_FDCWD(?:<[^>]*>)?, |open\(|creat\(|link\(".*", |linkat\(.*, AT_FDCWD(?:<[^>]*>)?, |rename\(".*", |renameat2?\(.*, AT_FDCWD(?:<[^>]*>)?, )"([^"]*)"(.*)$/;
/** The calls that `writtenPaths` reads, for `strace -e`. */
export const WRITING_CALLS = 'openat,open,creat,rename,renameat,renameat2,link,linkat';

/** The paths that a trace by strace shows to have been opened for writing or made. */
export function writtenPaths(trace: string, cwd: string): string[] {
  const paths = wholeCalls(trace).flatMap((line) => {
    const [, path, rest = ''] = WRITES.exec(line) ?? [];
    if (path === undefined || rest.includes('ENOENT') || rest.includes('EEXIST')) return [];
    if (/(?:openat|open)\(/.test(line) && !/O_WRONLY|O_RDWR|O_CREAT/.test(rest)) return [];
    return [path.startsWith('/') ? path : join(cwd, path)];
  });
  return [...new Set(paths)];
}

/** A call that another process's line stands in the middle of is told in two lines: with what it came to, it is one again. */
function wholeCalls(trace: string): string[] {
  const begun = new Map<string, string>();
  const whole = trace.split('\n').flatMap((line) => {
    const [, pid = ''] = /^(?:\[pid +)?(\d+)/.exec(line) ?? [];
    if (line.endsWith('<unfinished ...>')) {
      begun.set(pid, line.slice(0, -'<unfinished ...>'.length));
      return [];
    }
    const [, rest] = /<\.\.\. \w+ resumed>(.*)$/.exec(line) ?? [];
    if (rest === undefined) return [line];
    const first = begun.get(pid) ?? '';
    begun.delete(pid);
    return [`${first}${rest}`];
  });
  // A process that was ended in the middle of a call may have done it.
  return [...whole, ...begun.values()];
}

/** A word as programs write it: as it is, in small and capital letters, in two bytes a letter, in base64. */
function formsOf(word: string): Buffer[] {
  const written = [word, word.toLowerCase(), word.toUpperCase()];
  return [
    ...written.map((form) => Buffer.from(form)),
    ...written.map((form) => Buffer.from(form, 'utf16le')),
    // Where it begins in a group of three bytes is not known; the letters at both ends depend on what stands beside.
    ...[0, 1, 2].map((before) => {
      const coded = Buffer.from(`${' '.repeat(before)}${word}`).toString('base64');
      return Buffer.from(coded.slice(before + 1, -4));
    }),
  ];
}

/** Which of the words stand readable in which files under these folders, in names or content: `path: word`. */
export function readableIn(folders: readonly string[], words: readonly string[]): string[] {
  const forms = words.map((word) => [word, formsOf(word)] as const);
  return folders.flatMap((folder) =>
    pathsUnder(folder).flatMap((path) => {
      const content = Buffer.concat([Buffer.from(`${path.slice(folder.length)}\n`), contentOf(path)]);
      return forms.flatMap(([word, all]) => (all.some((form) => content.includes(form)) ? [`${path}: ${word}`] : []));
    }),
  );
}

function pathsUnder(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  } catch {
    // Gone, as temporary folders are.
    return [];
  }
}

/** Empty for what is no file, and for what went away meanwhile. */
function contentOf(path: string): Buffer {
  try {
    return lstatSync(path).isFile() ? readFileSync(path) : Buffer.alloc(0);
  } catch {
    return Buffer.alloc(0);
  }
}
