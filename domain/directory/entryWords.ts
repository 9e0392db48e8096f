import type { Language } from '../records/fieldNames.ts';
import type { DirectoryAct } from './entry.ts';

/** Names an installation: "Bo Ravn (Northmark)". */
export type NameSeat = (installation: string) => string;

/** What an act of the directory says, as a sentence. `own` names the installation of an admitted card. */
export function actSentence(act: DirectoryAct, own: string, name: NameSeat, language: Language): string {
  return language === 'fr' ? french(act, own, name) : english(act, own, name);
}

const WHY = {
  en: { successor: 'succeeded', secondment: 'end of secondment', left: 'left', other: '' },
  fr: { successor: 'succession', secondment: 'fin de détachement', left: 'départ', other: '' },
} as const;

function english(act: DirectoryAct, own: string, name: NameSeat): string {
  switch (act.is) {
    case 'found':
      return act.keys === 'hybrid'
        ? 'The directory begins, with post-quantum keys.'
        : 'The directory begins, with classic keys.';
    case 'admit': {
      const until = act.ends === undefined ? '' : ` until ${act.ends}`;
      const instead =
        act.replaces === undefined ? '' : `, in place of the installation ${shortId(act.replaces.installation)}`;
      return `${own} is admitted${until}${instead}.`;
    }
    case 'end': {
      const { why, successor } = act;
      if (successor !== undefined) return `${name(act.installation)} ends; ${name(successor)} comes after.`;
      return `${name(act.installation)} ends${WHY.en[why] === '' ? '' : `: ${WHY.en[why]}`}.`;
    }
    case 'revoke':
      return `${name(act.installation)} is revoked: ${act.reason}`;
    case 'replaceRoot':
      return 'The root passes to another key.';
    case 'settle':
      return 'The root says that this branch of the directory holds.';
  }
}

function french(act: DirectoryAct, own: string, name: NameSeat): string {
  switch (act.is) {
    case 'found':
      return act.keys === 'hybrid'
        ? 'L’annuaire s’ouvre, avec des clés post-quantiques.'
        : 'L’annuaire s’ouvre, avec des clés classiques.';
    case 'admit': {
      const until = act.ends === undefined ? '' : ` jusqu’au ${act.ends}`;
      const instead =
        act.replaces === undefined ? '' : `, à la place de l’installation ${shortId(act.replaces.installation)}`;
      return `${own} : admission${until}${instead}.`;
    }
    case 'end': {
      const { why, successor } = act;
      if (successor !== undefined) return `${name(act.installation)} prend fin ; ${name(successor)} prend la suite.`;
      return `${name(act.installation)} prend fin${WHY.fr[why] === '' ? '' : ` : ${WHY.fr[why]}`}.`;
    }
    case 'revoke':
      return `${name(act.installation)} est révoquée : ${act.reason}`;
    case 'replaceRoot':
      return 'La racine passe à une autre clé.';
    case 'settle':
      return 'La racine déclare que cette branche de l’annuaire fait foi.';
  }
}

/** The beginning of an id, enough to tell installations of one person apart. */
function shortId(installation: string): string {
  return installation.slice(0, 8);
}

/** What an alarm says. `about` names the installation that it is about. */
export function alarmSentence(
  alarm:
    | { readonly is: 'fork'; readonly number: number }
    | { readonly is: 'newKey' | 'otherCard'; readonly same: boolean },
  about: string,
  language: Language,
): string {
  const french = language === 'fr';
  if (alarm.is === 'fork') {
    return french
      ? `L’annuaire se divise : deux entrées portent le numéro ${alarm.number}. Les révocations des deux valent ; demandez au Secrétariat laquelle fait foi.`
      : `The directory forks: two entries claim number ${alarm.number}. Revocations of both hold; ask the Secretariat which of them is right.`;
  }
  if (alarm.is === 'otherCard') {
    return french
      ? `L’annuaire a pour ${about} une autre carte que celle vérifiée ici. La carte vérifiée est conservée ; interrogez son titulaire.`
      : `The directory has another card for ${about} than the one verified here. The verified card is kept; ask its holder.`;
  }
  if (alarm.same) {
    return french
      ? `${about} a changé de clé de chiffrement. Si vous ne vous y attendiez pas, interrogez son titulaire.`
      : `${about} has another key for bundles. Ask its holder, unless you expected it.`;
  }
  return french
    ? `${about} a une nouvelle installation, avec une autre clé. Si vous ne vous y attendiez pas, interrogez son titulaire.`
    : `${about} has another installation, with a key of its own. Ask its holder, unless you expected it.`;
}
