import { dateInWords } from './dates.ts';
import type { PrintLanguage } from './printRequest.ts';

/** One sheet of paper with a key on it: every word resolved, plain JSON; its strings are never markup. */
export interface KeySheet {
  readonly title: string;
  readonly lead: string;
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly keyTitle: string;
  readonly prefix: string;
  readonly groups: readonly { readonly number: number; readonly text: string }[];
  readonly keyNote: string;
  /** The whole key as a square to be scanned: an SVG, with words for who cannot see it. */
  readonly square: { readonly svg: string; readonly alt: string };
  readonly sections: readonly {
    readonly title: string;
    readonly numbered: boolean;
    readonly lines: readonly string[];
  }[];
  /** Empty where nothing is wrapped. */
  readonly wrappedTitle: string;
  readonly wrappedNote: string;
  readonly wrapped: readonly string[];
}

/** What `resources/typst/keys.typ` lays out: one sheet a page. */
export interface KeySheets {
  readonly language: PrintLanguage;
  readonly title: string;
  readonly sheets: readonly KeySheet[];
}

/** A key as it goes on paper: its beginning, then its groups, and the square. */
export interface PrintedKey {
  readonly groups: readonly string[];
  readonly svg: string;
}

interface Words {
  readonly root: string;
  readonly rootLead: string;
  readonly rootKey: string;
  readonly rootSteps: readonly string[];
  readonly rootDoes: readonly string[];
  readonly rootKept: readonly string[];
  readonly rootShare: (number: number) => string;
  readonly rootShareLead: (number: number) => string;
  readonly recoveryShare: (number: number) => string;
  readonly recoveryShareLead: (number: number) => string;
  readonly shareKey: string;
  readonly shareSteps: { readonly root: readonly string[]; readonly recovery: readonly string[] };
  readonly shareDoes: readonly string[];
  readonly shareKept: readonly string[];
  readonly network: string;
  readonly holder: string;
  readonly vault: string;
  readonly rootDigits: string;
  readonly date: string;
  readonly keyNote: string;
  readonly use: string;
  readonly does: string;
  readonly keep: string;
  readonly square: string;
}

const WORDS: Readonly<Record<PrintLanguage, Words>> = {
  en: {
    root: 'Root of the network',
    rootLead:
      'This key signs which installations are the Secretariat’s. Whoever holds it can make another Secretariat. It is on paper only.',
    rootKey: 'Root key',
    rootSteps: [
      'In Amberdesk, open “People and keys” in the Secretariat’s vault, and start what needs the root.',
      'Type the ten groups in the order of their numbers.',
      'Put the sheet back under lock. Amberdesk keeps nothing of it.',
    ],
    rootDoes: [
      'It admits, ends and revokes installations of the Secretariat.',
      'It decides which branch holds when the directory forks, and passes to another root.',
      'It opens no vault and no bundle.',
    ],
    rootKept: [
      'On paper, away from every machine: a safe, or a sealed envelope in a second place.',
      'Make no photograph and no copy on a device. Delete the file from which this was printed.',
      'If others may have seen it, replace the root at once and print the new one.',
    ],
    rootShare: (number) => `Root of the network: share ${number} of three`,
    rootShareLead: (number) =>
      `Any two of the three shares give the root of the network; this one, share ${number}, alone tells nothing.`,
    recoveryShare: (number) => `Recovery key: share ${number} of three`,
    recoveryShareLead: (number) =>
      `Any two of the three shares open the vault named here without its passphrase; this one, share ${number}, alone tells nothing.`,
    shareKey: 'Share',
    shareSteps: {
      root: [
        'Bring two shares together, in the Secretariat’s vault, where Amberdesk asks for the root.',
        'Type the eleven groups of each in the order of their numbers.',
        'Take the shares apart again.',
      ],
      recovery: [
        'Bring two shares together. Start Amberdesk, choose the vault, then “Use the recovery sheet”.',
        'Type the eleven groups of each in the order of their numbers.',
        'Choose a new passphrase. The shares stay valid.',
      ],
    },
    shareDoes: [
      'Two shares of one set give the whole key. Shares of different sets do not fit.',
      'One share may be lost: the other two are enough. Print a new set then.',
    ],
    shareKept: [
      'Each share with another person or in another place, so that no theft and no fire takes two.',
      'Make no photograph and no copy on a device. Delete the file from which this was printed.',
    ],
    network: 'Network',
    holder: 'Holder',
    vault: 'Vault',
    rootDigits: 'Digits',
    date: 'Printed on',
    keyNote:
      'Capitals and small letters are the same, and so are spaces or none. The groups have no letter B, I or O and no digit 1: a round character is always the digit 0.',
    use: 'How to use it',
    does: 'What it does',
    keep: 'Where to keep it',
    square: 'The whole key as a square for a hand scanner',
  },
  fr: {
    root: 'Racine du réseau',
    rootLead:
      'Cette clé signe quelles installations sont celles du Secrétariat. Qui la détient peut faire un autre Secrétariat. Elle n’existe que sur papier.',
    rootKey: 'Clé racine',
    rootSteps: [
      'Dans Amberdesk, ouvrez «\u00a0Personnes et clés\u00a0» dans le coffre du Secrétariat et commencez ce qui demande la racine.',
      'Saisissez les dix groupes dans l’ordre de leurs numéros.',
      'Remettez la feuille sous clé. Amberdesk n’en conserve rien.',
    ],
    rootDoes: [
      'Elle admet les installations du Secrétariat, y met fin et les révoque.',
      'Elle décide quelle branche fait foi quand l’annuaire se divise, et passe à une autre racine.',
      'Elle n’ouvre aucun coffre ni aucun paquet.',
    ],
    rootKept: [
      'Sur papier, loin de toute machine\u00a0: un coffre-fort, ou une enveloppe scellée dans un second lieu.',
      'N’en faites ni photographie ni copie sur un appareil. Supprimez le fichier qui a servi à l’imprimer.',
      'Si d’autres ont pu la voir, remplacez aussitôt la racine et imprimez la nouvelle.',
    ],
    rootShare: (number) => `Racine du réseau\u00a0: part ${number} sur trois`,
    rootShareLead: (number) =>
      `Deux des trois parts suffisent à donner la racine du réseau\u00a0; celle-ci, la part ${number}, ne dit rien à elle seule.`,
    recoveryShare: (number) => `Clé de secours\u00a0: part ${number} sur trois`,
    recoveryShareLead: (number) =>
      `Deux des trois parts ouvrent le coffre nommé ici sans sa phrase secrète\u00a0; celle-ci, la part ${number}, ne dit rien à elle seule.`,
    shareKey: 'Part',
    shareSteps: {
      root: [
        'Réunissez deux parts, dans le coffre du Secrétariat, là où Amberdesk demande la racine.',
        'Saisissez les onze groupes de chacune dans l’ordre de leurs numéros.',
        'Séparez de nouveau les parts.',
      ],
      recovery: [
        'Réunissez deux parts. Lancez Amberdesk, choisissez le coffre, puis «\u00a0Utiliser la feuille de secours\u00a0».',
        'Saisissez les onze groupes de chacune dans l’ordre de leurs numéros.',
        'Choisissez une nouvelle phrase secrète. Les parts restent valables.',
      ],
    },
    shareDoes: [
      'Deux parts d’un même jeu donnent la clé entière. Celles de jeux différents ne vont pas ensemble.',
      'Une part peut se perdre\u00a0: les deux autres suffisent. Imprimez alors un nouveau jeu.',
    ],
    shareKept: [
      'Chaque part chez une autre personne ou dans un autre lieu, pour qu’aucun vol ni incendie n’en prenne deux.',
      'N’en faites ni photographie ni copie sur un appareil. Supprimez le fichier qui a servi à l’imprimer.',
    ],
    network: 'Réseau',
    holder: 'Titulaire',
    vault: 'Coffre',
    rootDigits: 'Chiffres',
    date: 'Imprimée le',
    keyNote:
      'Majuscules ou minuscules, avec ou sans espaces, peu importe. Les groupes n’ont ni lettre B, I ou O, ni chiffre 1\u00a0: un caractère rond est toujours le chiffre 0.',
    use: 'Comment s’en servir',
    does: 'Ce qu’elle fait',
    keep: 'Où la garder',
    square: 'La clé entière sous forme de carré pour un lecteur à main',
  },
};

/** Words for the square of any key, for who cannot see it. */
export function squareWords(language: PrintLanguage): string {
  return WORDS[language].square;
}

interface Common {
  /** `2027-03-03`. */
  readonly date: string;
  readonly language: PrintLanguage;
}
interface OfRoot extends Common {
  readonly network: string;
  /** Eight groups of digits of the root's public key. */
  readonly digits: string;
}

/** The sheet of a network's root. */
export function rootSheet(key: PrintedKey, request: OfRoot): KeySheets {
  const words = WORDS[request.language];
  const sections = sectionsOf(words, words.rootSteps, words.rootDoes, words.rootKept);
  const said = { title: words.root, lead: words.rootLead, keyTitle: words.rootKey, sections };
  const sheet = sheetOf(words, key, said, rootFacts(words, request));
  return { language: request.language, title: words.root, sheets: [sheet] };
}

/** The three sheets of a root's shares. */
export function rootShareSheets(shares: readonly PrintedKey[], request: OfRoot): KeySheets {
  const words = WORDS[request.language];
  const facts = rootFacts(words, request);
  return shareSheets(shares, 'root', facts, request.language);
}

/** The three sheets of a recovery key's shares; each carries the wrapped key, which opens nothing by itself. */
export function recoveryShareSheets(
  shares: readonly PrintedKey[],
  request: Common & {
    readonly holder: string;
    readonly vault: string;
    /** The wrapped key as text, with what it is. */
    readonly wrapped: Pick<KeySheet, 'wrappedTitle' | 'wrappedNote' | 'wrapped'>;
  },
): KeySheets {
  const words = WORDS[request.language];
  const facts = [
    { label: words.holder, text: request.holder },
    { label: words.vault, text: request.vault },
    { label: words.date, text: dateInWords(request.date, request.language) },
  ];
  const { sheets, ...rest } = shareSheets(shares, 'recovery', facts, request.language);
  return { ...rest, sheets: sheets.map((sheet) => ({ ...sheet, ...request.wrapped })) };
}

function shareSheets(
  shares: readonly PrintedKey[],
  of: 'root' | 'recovery',
  facts: KeySheet['facts'],
  language: PrintLanguage,
): KeySheets {
  const words = WORDS[language];
  const [title, lead] =
    of === 'root' ? [words.rootShare, words.rootShareLead] : [words.recoveryShare, words.recoveryShareLead];
  const sections = sectionsOf(words, words.shareSteps[of], words.shareDoes, words.shareKept);
  const sheets = shares.map((key, index) => {
    const number = index + 1;
    const keyTitle = `${words.shareKey} ${number}`;
    return sheetOf(words, key, { title: title(number), lead: lead(number), keyTitle, sections }, facts);
  });
  return { language, title: of === 'root' ? words.root : words.recoveryShare(1), sheets };
}

function rootFacts(words: Words, { network, digits, date, language }: OfRoot): KeySheet['facts'] {
  return [
    { label: words.network, text: network },
    { label: words.rootDigits, text: digits },
    { label: words.date, text: dateInWords(date, language) },
  ];
}

function sectionsOf(words: Words, steps: readonly string[], does: readonly string[], keep: readonly string[]) {
  return [
    { title: words.use, numbered: true, lines: steps },
    { title: words.does, numbered: false, lines: does },
    { title: words.keep, numbered: false, lines: keep },
  ];
}

function sheetOf(
  words: Words,
  { groups: [prefix = '', ...groups], svg }: PrintedKey,
  said: Pick<KeySheet, 'title' | 'lead' | 'keyTitle' | 'sections'>,
  facts: KeySheet['facts'],
): KeySheet {
  return {
    ...said,
    facts,
    prefix,
    groups: groups.map((text, index) => ({ number: index + 1, text })),
    keyNote: words.keyNote,
    square: { svg, alt: words.square },
    wrappedTitle: '',
    wrappedNote: '',
    wrapped: [],
  };
}
