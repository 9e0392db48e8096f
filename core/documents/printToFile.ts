import { writeOutput } from '../files/writeOutput.ts';
import type { Work } from '../jobs/work.ts';
import type { Session } from '../session.ts';
import { notePrinted, type PrintOrder, printOrder } from './printOrder.ts';

/**
 * Prints an agenda or a paper for an audience into a file, which must not be there yet. Throws what `printOrder` and
 * `writeOutput` throw, and then leaves nothing behind.
 */
export function printToFile(work: Work, session: Session, order: PrintOrder & { readonly file: string }) {
  const { pdf, pages, warnings, ...audited } = printOrder(work, session, { ...order, leaves: true });
  writeOutput(order.file, pdf, session.surroundings);
  notePrinted(session, order, audited);
  return { pages, bytes: pdf.length, warnings: [...warnings] };
}

/**
 * The same in memory, in base64: a preview, or what a window is about to send to a printer, which the journal notes.
 * Throws what `printOrder` throws.
 */
export function printToMemory(
  work: Work,
  session: Session,
  { toPrinter = false, ...order }: PrintOrder & { readonly toPrinter?: boolean | undefined },
) {
  const { pdf, pages, warnings, ...audited } = printOrder(work, session, { ...order, leaves: toPrinter });
  if (toPrinter) notePrinted(session, order, audited);
  return { pdf: pdf.toString('base64'), pages, warnings: [...warnings] };
}
