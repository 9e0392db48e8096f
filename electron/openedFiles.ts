import { basename, resolve } from 'node:path';
import type { ChosenFile } from '../contract/bridge.ts';

/** Files that were opened with the application, until a page takes them. */
export interface OpenedFiles {
  /** Those among a command line's arguments, in relation to the folder in which it was given. */
  fromCommandLine(commandLine: readonly string[], folder: string): void;
  add(path: string): void;
  /** Gives each file once. */
  take(): ChosenFile[];
}

/** The endings that the system opens with the application. */
export const ENDINGS = ['amber', 'ambercard'] as const;

/** `tell` is called when there is something to take. */
export function createOpenedFiles(tell: () => void): OpenedFiles {
  const waiting: ChosenFile[] = [];
  const add = (path: string) => {
    if (!ENDINGS.some((ending) => path.toLowerCase().endsWith(`.${ending}`))) return;
    waiting.push({ file: path, name: basename(path) });
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
