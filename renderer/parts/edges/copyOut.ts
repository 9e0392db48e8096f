import { AmberdeskError } from '../../../domain/errors.ts';

let leaving: string | undefined;

/**
 * Puts text into the clipboard of the system that came through the gate for somebody: the one way by which words go
 * there. Throws `clipboard.refused` where the browser does not let it.
 */
export function copyOut(text: string): void {
  leaving = text;
  try {
    if (!document.execCommand('copy') || leaving !== undefined) throw new AmberdeskError('clipboard.refused');
  } finally {
    leaving = undefined;
  }
}

/** The text that is on its way out with this copying, once. */
export function takeLeaving(): string | undefined {
  const text = leaving;
  leaving = undefined;
  return text;
}
