/** The dictionaries are large: they are read when somebody first chooses a passphrase. */
export function loadDictionaries() {
  return import('./dictionaries.ts');
}
