/** The files of a language's dictionary, from the application itself; read when a text of that language is first looked at. */
export async function dictionaryFiles(language: 'en' | 'fr'): Promise<{ readonly aff: string; readonly dic: string }> {
  const [{ default: aff }, { default: dic }] =
    language === 'fr'
      ? await Promise.all([import('dictionary-fr/index.aff?raw'), import('dictionary-fr/index.dic?raw')])
      : await Promise.all([import('dictionary-en-gb/index.aff?raw'), import('dictionary-en-gb/index.dic?raw')]);
  return { aff, dic };
}
