import type { Language } from '../records/fieldNames.ts';

/** How the readers name places, in French. The names of a bundle's own files are the same in every language. */
const IN_FRENCH: readonly (readonly [place: RegExp, inFrench: string])[] = [
  [/^header of /, 'en-tête de '],
  [/^after /, 'après '],
  [/^end of the archive$/, 'fin de l’archive'],
  [/^properties\b/, 'propriétés'],
  [/^metadata$/, 'métadonnées'],
  [/^attachment: /, 'pièce jointe\u00a0: '],
  [/^a stream$/, 'un flux'],
  [/^the file$/, 'le fichier'],
  [/^a text that goes$/, 'un texte à remettre'],
  [/\bfile (\d+)/, 'fichier $1'],
  [/^line (\d+)$/, 'ligne $1'],
];

/** Whether a place is inside a file that somebody attached: then it is they who can do something about it. */
export function isInAttachment(place: string): boolean {
  return place.startsWith(ATTACHMENT);
}

/** What a reader calls the place that is a file which somebody attached, before its name. */
export const ATTACHMENT = 'attachment: ';

/** Where something stands in an output, as a person of this language is told. */
export function placeInWords(place: string, language: Language): string {
  if (language !== 'fr') return place;
  return place
    .split(', ')
    .map((part) => IN_FRENCH.reduce((said, [known, inFrench]) => said.replace(known, inFrench), part))
    .join(', ')
    .replace(': ', '\u00a0: ');
}
