import type { Dropped, Unbound } from './annexFiles.ts';
import type { PrintLanguage } from './printRequest.ts';

interface AnnexWords {
  readonly annex: (number: number) => string;
  readonly page: readonly [string, string];
  readonly pages: (pages: number) => string;
  readonly size: (bytes: number) => string;
  readonly unbound: Readonly<Record<Unbound, string>>;
  readonly dropped: (parts: readonly Dropped[]) => string;
  readonly parts: Readonly<Record<Dropped, string>>;
}

const NBSP = '\u00a0';

const ENGLISH_PARTS: Readonly<Record<Dropped, string>> = {
  scripts: 'scripts',
  forms: 'form fields',
  links: 'links',
  notes: 'notes and stamps',
  embeddedFiles: 'embedded files',
  actions: 'automatic actions',
  outside: 'references to other files',
  media: 'sound and film',
  metadata: 'properties and metadata',
};

const FRENCH_PARTS: Readonly<Record<Dropped, string>> = {
  scripts: 'scripts',
  forms: 'champs de formulaire',
  links: 'liens',
  notes: 'notes et tampons',
  embeddedFiles: 'fichiers incorporés',
  actions: 'actions automatiques',
  outside: 'renvois à d’autres fichiers',
  media: 'sons et vidéos',
  metadata: 'propriétés et métadonnées',
};

const ENGLISH: AnnexWords = {
  annex: (number) => `Annex ${number}`,
  page: ['page', 'of'],
  pages: (pages) => (pages === 1 ? '1 page' : `${pages} pages`),
  size: (bytes) => sizeIn(bytes, ['bytes', 'KB', 'MB'], '.'),
  unbound: {
    encrypted: 'Not bound in: it is protected by a password.',
    broken: 'Not bound in: the file is damaged or cut short.',
    cyclic: 'Not bound in: its pages refer to themselves.',
    tooManyPages: 'Not bound in: it has more pages than are bound in.',
    tooLarge: 'Not bound in: the file is larger than is bound in.',
    unpacksTooLarge: 'Not bound in: unpacked, it is far larger than it says.',
    unreadText: 'Not bound in: its text cannot be checked before it leaves.',
    tooSlow: 'Not bound in: it took too long to read.',
    archive: 'Not bound in: an archive copy holds no pages of other files.',
    word: 'Its pages are not in this file: it is handed over as a file of its own.',
    format: 'Not bound in: pictures are bound in as PNG or JPEG.',
    lacking: 'Not bound in: the file is not in this vault.',
    full: 'Not bound in: with all that stands before it, it is more than one print holds.',
  },
  dropped: (parts) => `Left out: ${listed(parts, ENGLISH_PARTS, 'and')}.`,
  parts: ENGLISH_PARTS,
};

const FRENCH: AnnexWords = {
  annex: (number) => `Annexe ${number}`,
  page: ['page', 'sur'],
  pages: (pages) => (pages === 1 ? '1 page' : `${pages} pages`),
  size: (bytes) => sizeIn(bytes, ['octets', 'Ko', 'Mo'], ','),
  unbound: {
    encrypted: `Non relié${NBSP}: il est protégé par un mot de passe.`,
    broken: `Non relié${NBSP}: le fichier est endommagé ou tronqué.`,
    cyclic: `Non relié${NBSP}: ses pages renvoient à elles-mêmes.`,
    tooManyPages: `Non relié${NBSP}: il a plus de pages qu’il n’en est relié.`,
    tooLarge: `Non relié${NBSP}: le fichier est trop volumineux.`,
    unpacksTooLarge: `Non relié${NBSP}: décompressé, il est bien plus volumineux qu’il ne l’annonce.`,
    unreadText: `Non relié${NBSP}: son texte ne peut être vérifié avant le départ.`,
    tooSlow: `Non relié${NBSP}: sa lecture a pris trop de temps.`,
    archive: `Non relié${NBSP}: un exemplaire d’archives ne contient pas de pages d’autres fichiers.`,
    word: `Ses pages ne sont pas dans ce fichier${NBSP}: il est remis séparément.`,
    format: `Non relié${NBSP}: les images sont reliées en PNG ou en JPEG.`,
    lacking: `Non relié${NBSP}: le fichier n’est pas dans ce coffre.`,
    full: `Non relié${NBSP}: avec tout ce qui le précède, c’est plus qu’une impression ne contient.`,
  },
  dropped: (parts) => `Laissés de côté${NBSP}: ${listed(parts, FRENCH_PARTS, 'et')}.`,
  parts: FRENCH_PARTS,
};

/** The words of annexes in print. */
export function annexWords(language: PrintLanguage): AnnexWords {
  return language === 'fr' ? FRENCH : ENGLISH;
}

function listed(parts: Iterable<Dropped>, words: Readonly<Record<Dropped, string>>, and: string): string {
  const named = [...parts].flatMap((part) => words[part] ?? []);
  const last = named.pop() ?? '';
  return named.length === 0 ? last : `${named.join(', ')} ${and} ${last}`;
}

/** `340 KB`, `1.2 MB`; as people write it, so in thousands. */
function sizeIn(bytes: number, [one, kilo, mega]: readonly [string, string, string], point: string): string {
  if (bytes < 1000) return `${bytes}${NBSP}${one}`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)}${NBSP}${kilo}`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', point)}${NBSP}${mega}`;
}
