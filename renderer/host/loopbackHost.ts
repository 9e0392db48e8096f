import type { ChosenFile } from '../../contract/bridge.ts';
import type { Answer } from '../../contract/call.ts';
import type { Event } from '../../contract/events.ts';
import { AmberdeskError, sentenceOf } from '../../domain/errors.ts';
import type { Host } from './host.ts';
import { listenTogether } from './listenTogether.ts';

/** The host behind 127.0.0.1: calls and files over HTTP, windows of the browser. */
export function createLoopbackHost(): Host {
  const listeners = new Set<(event: Event) => void>();
  const openedListeners = new Set<(file: ChosenFile) => void>();
  const held: ChosenFile[] = [];

  /** The host offers a file only once: what comes while nobody listens is held for who listens next. */
  function offer(): void {
    if (openedListeners.size === 0) return;
    for (const file of held.splice(0)) for (const listener of [...openedListeners]) listener(file);
  }
  const listening = listenTogether((event) => {
    if (event.event === 'filesOpened') {
      held.push(...event.files);
      offer();
    }
    for (const listener of [...listeners]) listener(event);
  });

  return {
    kind: 'loopback',
    async call(name, input) {
      const body = JSON.stringify(input) ?? 'null';
      // Cancelling is also the last thing a window does that goes: it must not wait, and outlives the page.
      const keepalive = name === 'jobs.cancel';
      // An answer from before would be out of date with nothing to say so.
      if (!keepalive) await listening;
      return fetch(`/call/${encodeURIComponent(name)}`, { method: 'POST', headers: JSON_BODY, body, keepalive })
        .then((response): Promise<Answer> => response.json())
        .catch(() => UNREACHABLE);
    },
    subscribe(listener) {
      const own = (event: Event) => listener(event);
      listeners.add(own);
      return () => listeners.delete(own);
    },
    chooseFiles: async ({ endings, multiple }) => send(await ask(endings, multiple)),
    dropped: send,
    async saveAs(name) {
      const { id, file } = await request('/downloads', {
        method: 'POST',
        headers: JSON_BODY,
        body: JSON.stringify({ name }),
      });
      return {
        file,
        // Handed to the browser, which asks where it goes.
        finish: (volumes) => (volumes === undefined ? clickLink(`/downloads/${id}`) : handEach(id, volumes)),
        abandon: async () => void (await fetch(`/downloads/${id}`, { method: 'DELETE' }).catch(() => {})),
      };
    },
    openWindow(address) {
      // A window without these words would be a tab with an address line.
      const { outerWidth, outerHeight } = window;
      window.open(`/#${encodeURI(address)}`, '_blank', `popup,noopener,width=${outerWidth},height=${outerHeight}`);
    },
    opened(listener) {
      openedListeners.add(listener);
      offer();
      return () => openedListeners.delete(listener);
    },
  };
}

const JSON_BODY = { 'Content-Type': 'application/json' };
const UNREACHABLE: Answer = {
  ok: false,
  error: { code: 'host.unreachable', message: sentenceOf('host.unreachable', 'en'), details: null },
};

interface Transfer extends ChosenFile {
  readonly id: string;
}

/** Asks the host for a path. Throws `host.unreachable`, and what the host answers. */
async function request(path: string, init: RequestInit): Promise<Transfer> {
  const response = await fetch(path, init).catch(() => undefined);
  const answer = await response?.json().catch(() => undefined);
  if (response?.ok && answer !== undefined) return answer;
  throw new AmberdeskError(answer?.error?.code ?? 'host.unreachable');
}

/** One after the other: a browser opens few connections to one host, and calls need them too. */
async function send(files: readonly File[]): Promise<ChosenFile[]> {
  const sent: ChosenFile[] = [];
  for (const file of files) {
    const path = `/files?name=${encodeURIComponent(file.name)}`;
    const { file: copy } = await request(path, { method: 'POST', body: file });
    sent.push({ file: copy, name: file.name });
  }
  return sent;
}

/** Opens the browser's own dialog; gives nothing when the person cancels. */
function ask(endings: readonly string[], multiple: boolean): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = multiple;
  input.accept = endings.map((ending) => `.${ending}`).join(',');
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

/** A browser forgets links that are followed too quickly: each volume is handed over before the next. */
async function handEach(id: string, volumes: number): Promise<void> {
  for (let volume = 1; volume <= volumes; volume++) {
    await clickLink(`/downloads/${id}?volume=${volume}`);
    for (let asked = 0; asked < MOST_ASKED && (await waits(id, volume)); asked++) {
      await new Promise((again) => setTimeout(again, ASK_AGAIN));
    }
  }
}

/** A person may have told the browser to take no more files: it is not waited for for ever. */
const MOST_ASKED = 100;
const ASK_AGAIN = 100;

async function waits(id: string, volume: number): Promise<boolean> {
  const answer = await fetch(`/downloads/${id}/waiting?volume=${volume}`).then(
    (response) => response.json(),
    () => undefined,
  );
  return answer?.waits === true;
}

async function clickLink(address: string): Promise<void> {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}
