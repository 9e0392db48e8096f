import { dateInWords } from './dates.ts';
import { type KeySheets, squareWords } from './keySheets.ts';
import type { PrintLanguage } from './printRequest.ts';

/** What the recovery sheet is made of. */
export interface RecoverySheetRequest {
  /** The prefix of the key, then its groups. */
  readonly groups: readonly string[];
  /** The key as a square (SVG). */
  readonly svg: string;
  /** The wrapped key as text (age armor). */
  readonly wrapped: string;
  readonly holder: { readonly name: string; readonly organisationName: string };
  /** The name of the vault's folder. */
  readonly vault: string;
  /** `2027-03-03`. */
  readonly date: string;
  readonly language: PrintLanguage;
}

interface Words {
  readonly title: string;
  readonly lead: string;
  readonly holder: string;
  readonly vault: string;
  readonly date: string;
  readonly key: string;
  readonly keyNote: string;
  readonly use: string;
  readonly steps: readonly string[];
  readonly opens: string;
  readonly opened: readonly string[];
  readonly keep: string;
  readonly kept: readonly string[];
  readonly wrapped: string;
  readonly wrappedNote: string;
}

const WORDS: Readonly<Record<PrintLanguage, Words>> = {
  en: {
    title: 'Recovery sheet',
    lead: 'This sheet opens the vault named here without its passphrase. Whoever holds it and a copy of the vault can read everything in it.',
    holder: 'Holder',
    vault: 'Vault',
    date: 'Printed on',
    key: 'Recovery key',
    keyNote:
      'Capitals and small letters are the same, and so are spaces or none. The groups have no letter B, I or O and no digit 1: a round character is always the digit 0.',
    use: 'How to use it',
    steps: [
      'Start Amberdesk, choose the vault, then “Use the recovery sheet”.',
      'Type the ten groups in the order of their numbers.',
      'Choose a new passphrase. The sheet stays valid.',
    ],
    opens: 'What it opens',
    opened: [
      'This vault, and every copy and backup of it under the same key.',
      'No other vault, and no bundle by itself.',
      'After a new recovery key was made, only copies from before.',
    ],
    keep: 'Where to keep it',
    kept: [
      'On paper, away from the machine, under lock: a safe, or a sealed envelope with somebody you trust.',
      'Make no photograph and no copy on a device. Delete the file from which this was printed.',
      'If others may have seen it, give the vault a new data key in the settings and print a new sheet.',
    ],
    wrapped: 'Wrapped key',
    wrappedNote:
      'Needed only when the vault’s own key files are lost. It opens nothing without the recovery key. By hand: age -d -i KEY WRAPPED.',
  },
  fr: {
    title: 'Feuille de secours',
    lead: 'Cette feuille ouvre le coffre nommé ici sans sa phrase secrète. Qui la détient avec une copie du coffre peut tout y lire.',
    holder: 'Titulaire',
    vault: 'Coffre',
    date: 'Imprimée le',
    key: 'Clé de secours',
    keyNote:
      'Majuscules ou minuscules, avec ou sans espaces, peu importe. Les groupes n’ont ni lettre B, I ou O, ni chiffre 1\u00a0: un caractère rond est toujours le chiffre 0.',
    use: 'Comment s’en servir',
    steps: [
      'Lancez Amberdesk, choisissez le coffre, puis «\u00a0Utiliser la feuille de secours\u00a0».',
      'Saisissez les dix groupes dans l’ordre de leurs numéros.',
      'Choisissez une nouvelle phrase secrète. La feuille reste valable.',
    ],
    opens: 'Ce qu’elle ouvre',
    opened: [
      'Ce coffre, et toutes ses copies et sauvegardes sous la même clé.',
      'Aucun autre coffre, ni aucun paquet à elle seule.',
      'Une fois créée une nouvelle clé de secours, les seules copies antérieures.',
    ],
    keep: 'Où la garder',
    kept: [
      'Sur papier, loin de la machine, sous clé\u00a0: un coffre-fort, ou une enveloppe scellée chez quelqu’un de confiance.',
      'N’en faites ni photographie ni copie sur un appareil. Supprimez le fichier qui a servi à l’imprimer.',
      'Si d’autres ont pu la voir, donnez au coffre une nouvelle clé de données dans les réglages et imprimez une nouvelle feuille.',
    ],
    wrapped: 'Clé enveloppée',
    wrappedNote:
      'Utile seulement si les fichiers de clés du coffre sont perdus. Elle n’ouvre rien sans la clé de secours. À la main\u00a0: age -d -i CLÉ ENVELOPPÉE.',
  },
};

/** The recovery sheet of one vault, in words. */
export function recoverySheet(request: RecoverySheetRequest): KeySheets {
  const words = WORDS[request.language];
  const [prefix = '', ...groups] = request.groups;
  const { language } = request;
  const sheet = {
    title: words.title,
    lead: words.lead,
    facts: [
      { label: words.holder, text: `${request.holder.name}, ${request.holder.organisationName}` },
      { label: words.vault, text: request.vault },
      { label: words.date, text: dateInWords(request.date, language) },
    ],
    keyTitle: words.key,
    prefix,
    groups: groups.map((text, index) => ({ number: index + 1, text })),
    keyNote: words.keyNote,
    square: { svg: request.svg, alt: squareWords(language) },
    sections: [
      { title: words.use, numbered: true, lines: words.steps },
      { title: words.opens, numbered: false, lines: words.opened },
      { title: words.keep, numbered: false, lines: words.kept },
    ],
    ...wrappedKey(request.wrapped, language),
  };
  return { language, title: words.title, sheets: [sheet] };
}

/** The wrapped key as text (age armor), as a sheet has it. */
export function wrappedKey(wrapped: string, language: PrintLanguage) {
  const words = WORDS[language];
  return { wrappedTitle: words.wrapped, wrappedNote: words.wrappedNote, wrapped: wrapped.trim().split('\n') };
}
