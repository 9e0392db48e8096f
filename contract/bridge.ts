import type { Answer } from './call.ts';
import type { ChosenFile } from './chosenFile.ts';
import type { Event } from './events.ts';

export type { ChosenFile };

export interface ChooseFiles {
  /** Endings without the dot, such as `amber`; all files when empty. */
  readonly endings: readonly string[];
  readonly multiple: boolean;
}

/** What Electron's preload gives to the page as `window.amberdesk`, and nothing else. */
export interface Bridge {
  call(name: string, input: unknown): Promise<Answer>;
  /** Events from now on; the function that is given back ends it. */
  subscribe(listener: (event: Event) => void): () => void;
  /** Asks the person; none when they cancel. */
  chooseFiles(request: ChooseFiles): Promise<ChosenFile[]>;
  /** Asks the person for a folder; undefined when they cancel. */
  chooseFolder(): Promise<string | undefined>;
  /** Asks the person where to write; undefined when they cancel. Nothing is written yet. */
  chooseSaveFile(name: string): Promise<string | undefined>;
  /** The path of a file that was dropped on the page (a DOM `File`). */
  pathOf(file: object): string;
  /** Opens an address of the interface (`/people/…`) in a window of its own. */
  openWindow(address: string): void;
  /** Files that were opened with the application (file association), as they come. */
  opened(listener: (file: ChosenFile) => void): () => void;
}
