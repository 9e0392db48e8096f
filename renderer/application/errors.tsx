import { notifications } from '@mantine/notifications';
import { AmberdeskError, sentenceOf } from '../../domain/errors.ts';
import type { Language } from '../../domain/records/fieldNames.ts';
import { i18n, languageOf } from '../language/language.ts';

/** What happened, in a sentence of the language in use. */
export function sentenceFor(error: unknown, language: Language = languageOf(i18n.locale)): string {
  return sentenceOf(error instanceof AmberdeskError ? error.code : 'internal', language);
}

/** Says what went wrong in the corner of the window, where nothing else is the place for it. Cancelling is not wrong. */
export function tellError(error: unknown): void {
  if (error instanceof AmberdeskError && error.code === 'job.cancelled') return;
  notifications.show({ message: sentenceFor(error), color: 'red', autoClose: 12_000, ...manners() });
}

/** Says quietly that something was done. */
export function tell(message: string): void {
  notifications.show({ message, autoClose: 4_000, ...manners() });
}

const manners = () => ({
  withBorder: true,
  closeButtonProps: { 'aria-label': languageOf(i18n.locale) === 'fr' ? 'Fermer' : 'Close' },
});
