import { ERROR_SENTENCES } from './errorSentences.ts';
import type { Language } from './records/fieldNames.ts';
import type { Json } from './records/json.ts';

/**
 * What goes wrong, as a value that crosses every boundary: a stable code, a sentence for a person, and technical
 * detail behind "more". Codes are `area.what`; their sentences are in `errorSentences.ts`.
 */
export class AmberdeskError extends Error {
  readonly code: ErrorCode;
  readonly details: Json;

  constructor(code: ErrorCode, details: Json = null, options?: ErrorOptions) {
    super(sentenceOf(code, 'en'), options);
    this.name = 'AmberdeskError';
    this.code = code;
    this.details = details;
  }
}

export type ErrorCode = keyof typeof ERROR_SENTENCES;

/** What a code says to a person. */
export function sentenceOf(code: ErrorCode, language: Language): string {
  return ERROR_SENTENCES[code][language];
}

/** Whether `error` is one of ours with this code. */
export function hasCode(error: unknown, code: ErrorCode): boolean {
  return error instanceof AmberdeskError && error.code === code;
}
