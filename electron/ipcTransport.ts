import { z } from 'zod';
import type { ChooseFiles } from '../contract/bridge.ts';
import type { Answer } from '../contract/call.ts';
import { AmberdeskError } from '../domain/errors.ts';
import { channelOf, type Requests } from './channels.ts';

/** The main process's end of the channel, as far as it is needed: Electron's `ipcMain`, or a stand-in. */
export interface HostChannel<Sender> {
  handle(channel: string, listener: (sender: Sender, ...received: unknown[]) => Promise<unknown>): void;
}

const ChooseFilesRequest = z.object({
  endings: z.array(z.string().regex(/^[A-Za-z0-9]{1,16}$/)).max(32),
  multiple: z.boolean(),
}) satisfies z.ZodType<ChooseFiles>;
const FileName = z.string().min(1).max(255);
/** An address of the interface; what it names is for the interface to find out. */
const Address = z
  .string()
  .max(2000)
  .regex(/^\/(?!\/)[^\s\\]*$/);

/**
 * Serves pages over a channel. Every message is refused unless `isOurs` says that its sender is a page of ours; what was
 * sent is checked before anything is done with it, calls by their own schemas.
 */
export function serveRequests<Sender>(
  channel: HostChannel<Sender>,
  isOurs: (sender: Sender) => boolean,
  requestsOf: (sender: Sender) => Requests,
): void {
  const serve = (name: keyof Requests, answer: (requests: Requests, ...received: unknown[]) => Promise<unknown>) =>
    channel.handle(channelOf(name), async (sender, ...received) => {
      if (!isOurs(sender)) throw new AmberdeskError('input.invalid', name);
      return answer(requestsOf(sender), ...received);
    });
  serve('call', async (requests, name, input): Promise<Answer> => requests.call(z.string().parse(name), input));
  serve('chooseFiles', async (requests, request) => requests.chooseFiles(ChooseFilesRequest.parse(request)));
  serve('chooseFolder', async (requests) => requests.chooseFolder());
  serve('chooseSaveFile', async (requests, name) => requests.chooseSaveFile(FileName.parse(name)));
  serve('openWindow', async (requests, address) => requests.openWindow(Address.parse(address)));
  serve('takeOpened', async (requests) => requests.takeOpened());
}
