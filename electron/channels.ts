import type { ChooseFiles, ChosenFile } from '../contract/bridge.ts';
import type { Answer } from '../contract/call.ts';

/** What a page asks of the main process, by name: every request of the bridge that needs it. */
export interface Requests {
  call(name: string, input: unknown): Promise<Answer>;
  chooseFiles(request: ChooseFiles): Promise<ChosenFile[]>;
  chooseFolder(): Promise<string | undefined>;
  chooseSaveFile(name: string): Promise<string | undefined>;
  openWindow(address: string): Promise<void>;
  /** Files that were opened with the application and that no page has taken yet; each is given once. */
  takeOpened(): Promise<ChosenFile[]>;
}

/** What the main process tells pages. `opened` says only that there is something to take. */
export type Notice = 'event' | 'opened';

/** The name of a request or notice on the wire. */
export function channelOf(name: keyof Requests | Notice): string {
  return `amberdesk:${name}`;
}
