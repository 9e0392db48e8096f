import { z } from 'zod';

/** What is kept inside for one reference that lies in the clipboard: the words, and their form. */
const Kept = z.object({
  token: z.string(),
  /** The line that lies in the clipboard of the system instead. */
  line: z.string(),
  html: z.string(),
  text: z.string(),
});
export type Kept = z.infer<typeof Kept>;

/** How the clipboard of the system names what is kept here. The token tells nothing, and leads nowhere else. */
export const TYPE = 'application/x-amberdesk';

let last: Kept | undefined;
let channel: BroadcastChannel | undefined;

/** What windows tell each other: what was copied last, or the question for it of a window that has just opened. */
const Word = z.union([z.object({ kept: Kept }), z.object({ newcomer: z.literal(true) })]);

/**
 * What is copied in one window of this desk can be pasted in another: each keeps it in memory, and nobody writes it
 * down. Gives what ends it.
 */
export function shareAmongWindows(): () => void {
  const opened = new BroadcastChannel('amberdesk.clipboard');
  channel = opened;
  opened.addEventListener('message', ({ data }) => {
    const word = Word.safeParse(data);
    if (!word.success) return;
    if ('kept' in word.data) last = word.data.kept;
    else if (last !== undefined) opened.postMessage({ kept: last });
  });
  opened.postMessage({ newcomer: true });
  return () => {
    opened.close();
    if (channel === opened) channel = undefined;
  };
}

/** Keeps what was copied or is being dragged, and gives what goes out instead. */
export function keepInside(line: string, html: string, text: string): Kept {
  last = { token: crypto.randomUUID(), line, html, text };
  channel?.postMessage({ kept: last });
  return last;
}

/** More of what is being kept, as a part of the page adds it. */
export function keepAlso(token: string, more: Partial<Pick<Kept, 'html' | 'text'>>): void {
  if (last?.token !== token) return;
  last = { ...last, ...more };
  channel?.postMessage({ kept: last });
}

/** What these data stand for, while it is the last that was copied. Pasting without form brings the line alone. */
export function keptFor(data: DataTransfer): Kept | undefined {
  if (last === undefined) return undefined;
  const token = data.getData(TYPE);
  return token === last.token || (token === '' && data.getData('text/plain').trim() === last.line) ? last : undefined;
}

/** Nothing is kept of a vault that is locked. */
export function forgetKept(): void {
  last = undefined;
}
