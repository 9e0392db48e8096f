import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { ChosenFile } from '../../../contract/bridge.ts';
import { useHost } from '../../application/ApplicationContext.ts';
import type { Host } from '../../host/host.ts';
import { type Arrival, type FileSource, useArrivals } from './arrivals.ts';
import { takerOf } from './takers.ts';

/** Takes what came, one file after the other. Used once, by the part that listens for files. */
export function useTakeArrivals(): void {
  const host = useHost();
  const navigate = useNavigate();
  const latest = useRef(navigate);
  latest.current = navigate;
  const busy = useArrivals(({ arrivals }) => arrivals.some(({ state }) => state.is === 'working'));
  const next = useArrivals(({ arrivals }) => arrivals.find(({ state }) => state.is === 'waiting'));
  useEffect(() => {
    if (busy || next === undefined) return;
    void take(host, next).then((address) => address !== undefined && latest.current(address));
  }, [busy, next, host]);
}

/** Gives the address to go to at once, if there is one. */
async function take(host: Host, arrival: Arrival): Promise<string | undefined> {
  const { change, remove } = useArrivals.getState();
  const { id, name, state } = arrival;
  const taker = arrival.folder ? undefined : takerOf(name);
  if (taker === undefined) {
    change(id, { is: 'notTaken' });
    return undefined;
  }
  const passphrase = state.is === 'waiting' ? state.passphrase : undefined;
  const job = crypto.randomUUID();
  change(id, { is: 'working', job });
  try {
    const parts: ChosenFile[] = [];
    for (const source of arrival.sources) parts.push(await chosen(host, source));
    change(id, { is: 'working', job }, parts);
    const [file] = parts;
    if (file === undefined) throw new TypeError('The arrival has no file.');
    const outcome = await taker.take(file, { job, parts, ...(passphrase === undefined ? {} : { passphrase }) });
    change(id, { is: 'done', outcome });
    if (outcome.address === undefined || !arrival.alone || !mayLeave(arrival)) return undefined;
    remove(id);
    return outcome.address;
  } catch (error) {
    change(id, { is: 'failed', error, tried: passphrase !== undefined });
    return undefined;
  }
}

async function chosen(host: Host, source: FileSource): Promise<ChosenFile> {
  if (!(source instanceof File)) return source;
  const [file] = await host.dropped([source]);
  if (file === undefined) throw new TypeError('The host took no file.');
  return file;
}

const TYPING = 'input:not([type="radio"], [type="checkbox"]), textarea, [contenteditable="true"]';

/** What comes by itself does not take the page away from who is typing. */
const mayLeave = ({ coming }: Arrival): boolean =>
  coming === 'asked' || document.activeElement?.closest(TYPING) === null;
