import { basename, resolve } from 'node:path';
import type { ChosenFile } from '../contract/bridge.ts';
import { isOurFile } from '../domain/exchange/fileKinds.ts';

/** Files that were opened with the application, until a page takes them. */
export interface OpenedFiles {
  /** Those among a command line's arguments, in relation to the folder in which it was given. */
  fromCommandLine(commandLine: readonly string[], folder: string): void;
  add(path: string): void;
  /** Gives each file once. */
  take(): ChosenFile[];
}

/** `tell` is called when there is something to take. */
export function createOpenedFiles(tell: () => void): OpenedFiles {
  const waiting: ChosenFile[] = [];
  const add = (path: string) => {
    const name = basename(path);
    if (!isOurFile(name)) return;
    waiting.push({ file: path, name });
    tell();
  };
  return {
    add,
    fromCommandLine: (commandLine, folder) => {
      for (const word of commandLine.slice(1)) if (!word.startsWith('-')) add(resolve(folder, word));
    },
    take: () => waiting.splice(0),
  };
}
