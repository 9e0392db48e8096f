import type { Messages } from '@lingui/core';

interface Catalogue {
  readonly messages: Messages;
}

const english = import.meta.glob<Catalogue>('../**/locales/en.po', { eager: true });
const french = import.meta.glob<Catalogue>('../**/locales/fr.po', { eager: true });

const join = (parts: Readonly<Record<string, Catalogue>>): Messages =>
  Object.assign({}, ...Object.values(parts).map((part) => part.messages));

/** All messages of the interface, compiled when it is built. */
export const catalogues = { en: join(english), fr: join(french) };
