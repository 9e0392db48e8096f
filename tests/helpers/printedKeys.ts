import type { KeyForm } from '../../domain/vault/typedKey.ts';

/** The keys on printed pages: groups of six, each under its number. */
export function keysIn(text: string, form: KeyForm): string[] {
  const sheets = text.replaceAll(/\s/g, '').split(form.prefix).slice(1);
  return sheets.map((rest) => {
    let key = '';
    let at = 0;
    for (let number = 1; key.length < form.length; number++) {
      at += String(number).length;
      const length = Math.min(6, form.length - key.length);
      key += rest.slice(at, at + length);
      at += length;
    }
    return `${form.prefix}${key}`;
  });
}
