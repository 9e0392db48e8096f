import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { documentsCalls } from '../../contract/documents/calls.ts';
import { AmberdeskError } from '../../domain/errors.ts';
import { useClient, useHost } from '../application/ApplicationContext.ts';
import { bytesOf } from '../parts/printing/pdfReader.ts';

export type Order = Omit<z.input<typeof documentsCalls.preview.input>, 'job' | 'toPrinter'>;

/** A document as it prints, in memory. */
export interface Printed {
  readonly order: Order;
  readonly bytes: Uint8Array;
  readonly warnings: readonly string[];
}

interface Printing {
  /** The last that was made; it stays while the next is being made, and goes when that cannot be made. */
  readonly printed: Printed | undefined;
  /** The job under way. */
  readonly job: string | undefined;
  readonly error: unknown;
  /** It was cancelled by the person, and is not what the options say. */
  readonly stopped: boolean;
  cancel(): void;
  again(): void;
}

/** So long after a change of a record it is made anew: whoever types elsewhere is not done yet. */
const SETTLES_MS = 600;

/** Makes a document anew whenever the order or a record changes. Nothing is made without an order. */
export function usePrinted(order: Order | undefined): Printing {
  const client = useClient();
  const round = useRound();
  const [printed, setPrinted] = useState<Printed>();
  const [state, setState] = useState<Omit<Printing, 'printed' | 'cancel' | 'again'>>(IDLE);
  const key = JSON.stringify(order);

  const stop = useRef(() => {});

  // biome-ignore lint/correctness/useExhaustiveDependencies: made anew in each round, and when the order says something else
  useEffect(() => {
    if (order === undefined) return;
    const job = crypto.randomUUID();
    let wanted = true;
    const leave = () => {
      wanted = false;
      client.jobs.cancel({ job }).catch(() => {});
    };
    stop.current = () => {
      leave();
      setState({ job: undefined, error: undefined, stopped: true });
    };
    setState({ job, error: undefined, stopped: false });
    client.documents.preview({ ...order, job }).then(
      ({ pdf, warnings }) => {
        if (!wanted) return;
        setPrinted({ order, bytes: bytesOf(pdf), warnings });
        setState(IDLE);
      },
      (error) => {
        if (!wanted) return;
        const stopped = error instanceof AmberdeskError && error.code === 'job.cancelled';
        if (!stopped) setPrinted(undefined);
        setState({ job: undefined, error: stopped ? undefined : error, stopped });
      },
    );
    return leave;
  }, [client, key, round.number]);

  return { ...state, printed, cancel: () => stop.current(), again: round.next };
}

const IDLE = { job: undefined, error: undefined, stopped: false };

/** Counts up when a record changed, once it has settled. */
function useRound(): { readonly number: number; next(): void } {
  const host = useHost();
  const [number, setNumber] = useState(0);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const end = host.subscribe((event) => {
      if (event.event !== 'recordsChanged') return;
      clearTimeout(waiting);
      waiting = setTimeout(() => setNumber((before) => before + 1), SETTLES_MS);
    });
    return () => {
      end();
      clearTimeout(waiting);
    };
  }, [host]);
  return { number, next: () => setNumber((before) => before + 1) };
}
