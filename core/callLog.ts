import { pino } from 'pino';
import type { CallRecord } from './dispatch.ts';

/** A log of calls in a file, JSON lines. */
export interface CallLog {
  readonly log: (record: CallRecord) => void;
  close(): void;
}

/**
 * Appends names, durations and outcomes of calls to a file, and nothing else: fields are taken one by one, so that what
 * a record may carry in future does not reach the log by itself. No name of the machine or process.
 */
export function openCallLog(file: string): CallLog {
  const destination = pino.destination({ dest: file, sync: true, append: true, mode: 0o600 });
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    log: ({ call, milliseconds, code }) => logger.info({ call, milliseconds, code }),
    close: () => destination.end(),
  };
}
