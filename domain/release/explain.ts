import type { Label } from '../handling/handling.ts';
import type { AudienceKind } from './audience.ts';

/** Why something does not go, in the words of a person at the desk. */
export const REASONS = {
  kind: {
    en: 'Records of this kind do not go to this audience.',
    fr: 'Les fiches de cette nature ne sont pas destinées à ce public.',
  },
  unknownKind: {
    en: 'Made with a newer version; it can be sealed for members but not printed.',
    fr: 'Créée avec une version plus récente ; elle peut être scellée pour des membres, mais pas imprimée.',
  },
  conflict: {
    en: 'In conflict. Resolve it first; both versions are kept.',
    fr: 'En conflit. À résoudre d’abord ; les deux versions sont conservées.',
  },
  numberTwice: {
    en: 'Its number stands on another record as well. The Secretariat gives one of them another number first.',
    fr: 'Son numéro figure aussi sur une autre fiche. Le Secrétariat doit d’abord attribuer un autre numéro à l’une des deux.',
  },
  deleted: {
    en: 'Deleted. It is not printed.',
    fr: 'Supprimée. Elle n’est pas imprimée.',
  },
  distribution: {
    en: 'Its mark does not cover everyone in this audience.',
    fr: 'Sa mention ne couvre pas tous les destinataires.',
  },
  looserParts: {
    en: 'Its mark does not cover this audience. Single paragraphs are marked looser, but do not go alone: make an open version.',
    fr: 'Sa mention ne couvre pas ce public. Certains paragraphes portent une mention plus souple, mais ne partent pas seuls : établir une version ouverte.',
  },
  clearance: {
    en: 'It was cleared for this audience and changed since. Its originator has to clear it again.',
    fr: 'Elle avait été autorisée pour ce public, puis modifiée. L’organisme d’origine doit l’autoriser de nouveau.',
  },
  expired: {
    en: 'Its last day has passed: it goes to nobody new.',
    fr: 'Son dernier jour est passé : elle n’est plus remise à personne.',
  },
  openLabel: {
    en: 'The community gets only what is marked TLP:GREEN or TLP:CLEAR, the public only what is TLP:CLEAR.',
    fr: 'La communauté ne reçoit que ce qui porte TLP:GREEN ou TLP:CLEAR, le public que ce qui porte TLP:CLEAR.',
  },
  closedSession: {
    en: 'It belongs to a closed session.',
    fr: 'Elle relève d’une séance à huis clos.',
  },
  guestScope: {
    en: 'A guest gets only the item and the papers listed.',
    fr: 'Un invité ne reçoit que le point et les documents indiqués.',
  },
  unnamed: {
    en: 'This body or person is not to be named to this audience.',
    fr: 'Cet organisme ou cette personne ne doit pas être nommé devant ce public.',
  },
  names: {
    en: 'It names a body or person that is not to be named to this audience.',
    fr: 'Elle nomme un organisme ou une personne qui ne doit pas être nommé devant ce public.',
  },
  pseudonym: {
    en: 'To this audience this person appears under another name.',
    fr: 'Devant ce public, cette personne figure sous un autre nom.',
  },
  pseudonymInside: {
    en: 'It names somebody who appears to this audience under another name. What is signed goes whole or not at all: name the stand-in in it instead.',
    fr: 'Elle nomme une personne qui figure sous un autre nom devant ce public. Ce qui est signé part entier ou ne part pas : y nommer plutôt la fiche de substitution.',
  },
  attribution: {
    en: 'Chatham House Rule: it shows who wrote or who speaks. The Secretariat has to issue it anew.',
    fr: 'Règle de Chatham House : elle révèle l’auteur ou l’orateur. Le Secrétariat doit la republier.',
  },
  unshared: {
    en: 'It has no shared revision that may go to this audience.',
    fr: 'Aucune révision partagée ne peut être remise à ce public.',
  },
  ownHandling: {
    en: 'The handling of this revision does not cover everyone in this audience.',
    fr: 'Les règles de diffusion de cette révision ne couvrent pas tous les destinataires.',
  },
  laterTightening: {
    en: 'A later revision tightened who may see it.',
    fr: 'Une révision ultérieure a restreint sa diffusion.',
  },
  beforePortion: {
    en: 'It is from before a stricter portion was set apart, and may hold its text.',
    fr: 'Elle précède la mise à part d’un passage plus protégé et peut en contenir le texte.',
  },
  field: {
    en: 'The field is not meant for this audience.',
    fr: 'Ce champ n’est pas destiné à ce public.',
  },
  unknownField: {
    en: 'The field was made with a newer version and is not printed.',
    fr: 'Ce champ provient d’une version plus récente et n’est pas imprimé.',
  },
  shape: {
    en: 'The field holds something that this version does not know.',
    fr: 'Ce champ contient un élément que cette version ne connaît pas.',
  },
  comment: {
    en: 'It is a comment on something that may not go to this audience, or that is not here.',
    fr: 'Ce commentaire porte sur un élément qui ne peut être remis à ce public, ou qui ne se trouve pas ici.',
  },
  putUp: {
    en: 'It puts up for adoption something that may not go to this audience, or that is not here; or it answers to that.',
    fr: 'Elle soumet à adoption un élément qui ne peut être remis à ce public, ou qui ne se trouve pas ici, ou bien elle y répond.',
  },
  party: {
    en: 'It names a meeting, an item, a body or a person that may not be known to this audience, or that is not here.',
    fr: 'Elle désigne une réunion, un point, un organisme ou une personne que ce public ne doit pas connaître, ou qui ne se trouve pas ici.',
  },
  marked: {
    en: 'It came of an item, or is marked in minutes, that may not go to this audience or that are not here.',
    fr: 'Elle découle d’un point, ou d’un procès-verbal, qui ne peut être remis à ce public ou qui ne se trouve pas ici.',
  },
  link: {
    en: 'It points to something that does not go to this audience.',
    fr: 'Il renvoie à un élément qui n’est pas destiné à ce public.',
  },
  node: {
    en: 'A part of the text was made with a newer version and is not printed.',
    fr: 'Un élément du texte provient d’une version plus récente et n’est pas imprimé.',
  },
  blockMark: {
    en: 'The paragraph carries a mark stricter than this audience or the paper allows. Set it apart as a portion.',
    fr: 'Le paragraphe porte une mention plus stricte que ne le permet le public ou le document. À mettre à part.',
  },
  portion: {
    en: 'The portion has a stricter mark.',
    fr: 'Le passage porte une mention plus stricte.',
  },
  renumbered: {
    en: 'Open numbers would have shown a gap and were given anew in this output. Assign them again before issuing.',
    fr: 'La numérotation ouverte aurait laissé un vide ; elle a été refaite dans ce document. À réattribuer avant diffusion.',
  },
} as const satisfies Record<string, { en: string; fr: string }>;

export type ReasonCode = keyof typeof REASONS;

/** A field, entry or part of a text of a released record that does not go. */
export interface WithheldPart {
  /** `status`, `speakers/<entry>`, `body/<block>`. */
  readonly path: string;
  readonly reason: ReasonCode;
}

/** A portion of a paper, and what the audience sees of it. */
export interface ExplainedPortion {
  readonly placeholder: string;
  readonly label: Label | undefined;
  readonly shown: 'text' | 'placeholder' | 'nothing';
}

/** What happens to one record. `goes`: something of it is in the release. */
export interface ExplainedRecord {
  readonly record: string;
  readonly kind: string;
  readonly title: string;
  readonly goes: boolean;
  /** Why it does not go at all, or not as a document, or not as revisions. */
  readonly reasons: readonly ReasonCode[];
  readonly parts: readonly WithheldPart[];
  readonly portions: readonly ExplainedPortion[];
  /** Things to know about what does go. */
  readonly notes: readonly ReasonCode[];
  readonly revisions: {
    readonly go: number;
    readonly withheld: readonly { readonly revision: string; readonly reasons: readonly ReasonCode[] }[];
  };
}

/** For the person at the desk before anything is made, and for the release report. Never part of a release. */
export interface Explanation {
  readonly audience: AudienceKind;
  readonly records: readonly ExplainedRecord[];
  readonly counts: {
    readonly records: number;
    readonly go: number;
    readonly withheld: number;
    readonly parts: number;
    readonly portions: number;
    readonly revisions: number;
    readonly withheldRevisions: number;
  };
}

/** The sentence for a reason. */
export function sentenceOf(reason: ReasonCode, language: 'en' | 'fr' = 'en'): string {
  return REASONS[reason][language];
}

/** The explanation of these records, with its counts. */
export function explanationOf(audience: AudienceKind, records: readonly ExplainedRecord[]): Explanation {
  const counts = { records: 0, go: 0, withheld: 0, parts: 0, portions: 0, revisions: 0, withheldRevisions: 0 };
  for (const record of records) {
    counts.records += 1;
    counts[record.goes ? 'go' : 'withheld'] += 1;
    counts.parts += record.parts.length;
    counts.portions += record.portions.filter((portion) => portion.shown !== 'text').length;
    counts.revisions += record.revisions.go;
    counts.withheldRevisions += record.revisions.withheld.length;
  }
  return { audience, records, counts };
}
