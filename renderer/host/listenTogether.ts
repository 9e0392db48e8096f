import { z } from 'zod';
import { Event } from '../../contract/events.ts';

/** What windows tell each other: an event with its number, the number they are at, or the question for it. */
const Word = z.union([
  z.object({ number: z.int(), event: Event }),
  z.object({ at: z.int() }),
  z.object({ newcomer: z.literal(true) }),
]);
type Word = z.infer<typeof Word>;

/**
 * Listens to the host's events, for as long as the page is there. Of all windows one holds the stream and passes on what
 * it hears: a browser opens six connections to one host, and a stream for each window would soon leave none for calls.
 * When that window closes, the browser gives its lock to another, which asks for what came in between. Settles when
 * from now on no event is missed, or when there is nothing to hear.
 */
export function listenTogether(hear: (event: Event) => void): Promise<void> {
  const { promise: listening, resolve: begin } = Promise.withResolvers<void>();
  const channel = new BroadcastChannel('amberdesk.events');
  const say = (word: Word) => channel.postMessage(word);
  let at: number | undefined;
  let holdsStream = false;

  function beginAt(number: number): number {
    at ??= number;
    begin();
    return at;
  }

  function take(number: number, event: Event): void {
    if (at !== undefined && number <= at) return;
    at = number;
    begin();
    hear(event);
  }

  channel.addEventListener('message', ({ data }) => {
    const word = Word.parse(data);
    if ('event' in word) take(word.number, word.event);
    else if ('at' in word) beginAt(word.at);
    else if (holdsStream && at !== undefined) say({ at });
  });
  say({ newcomer: true });

  void navigator.locks.request('amberdesk.events', () => {
    holdsStream = true;
    const stream = new EventSource(at === undefined ? '/events' : `/events?after=${at}`);
    stream.addEventListener('at', ({ data }) => {
      say({ at: beginAt(Number(data)) });
    });
    stream.addEventListener('error', () => begin());
    stream.addEventListener('message', ({ data, lastEventId }) => {
      const event = Event.parse(JSON.parse(data));
      // Meant for this window alone, and without a number of its own.
      if (event.event === 'filesOpened') return hear(event);
      take(Number(lastEventId), event);
      say({ number: Number(lastEventId), event });
    });
    // Held until the page goes.
    return new Promise(() => {});
  });
  return listening;
}
