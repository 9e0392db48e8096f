import type { ChooseFiles, ChosenFile } from '../../contract/bridge.ts';
import type { Transport } from '../../contract/transport.ts';

/** Where the result of a call is to be written. */
export interface Saving {
  /** What a call takes as `file`. */
  readonly file: string;
  /** The call has written: the file goes where the person wants it. `volumes`: so many were written instead of it. */
  finish(volumes?: number): Promise<void>;
  /** Nothing is to be kept. */
  abandon(): Promise<void>;
}

/** What the interface needs of the program around it: the application's calls and events, files and windows. */
export interface Host extends Transport {
  readonly kind: 'loopback' | 'electron';
  /** Asks the person; none when they cancel. */
  chooseFiles(request: ChooseFiles): Promise<ChosenFile[]>;
  /** Asks the person for a folder; undefined when they cancel. Absent where the host cannot ask: then its path is typed. */
  readonly chooseFolder?: () => Promise<string | undefined>;
  /** Files that were dropped on the window. */
  dropped(files: readonly File[]): Promise<ChosenFile[]>;
  /** Asks the person where a new file of this name goes, if the host asks at all; undefined when they cancel. */
  saveAs(name: string): Promise<Saving | undefined>;
  /** Opens an address of the interface (`/people/…`) in a window of its own. */
  openWindow(address: string): void;
  /** Files that were opened with the application, as they come. */
  opened(listener: (file: ChosenFile) => void): () => void;
}
