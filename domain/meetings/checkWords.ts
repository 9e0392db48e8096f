import type { CheckCode, PlanCheck } from './checks.ts';

const WORDS: Readonly<Record<'en' | 'fr', Readonly<Record<CheckCode, (...words: string[]) => string>>>> = {
  en: {
    fewerThanTwoDays: () => 'A regular meeting has at least two days.',
    noOpenMorning: () => 'The second morning is open to invited bodies; this plan has no open session then.',
    noBriefing: () =>
      'The open morning begins with what the Board itself tells those invited; no item of it is led by the Board alone.',
    noInputs: () =>
      'The open morning hears the inputs of invited bodies; at no item of it one of them leads or speaks.',
    overTime: (minutes, end, between) =>
      `The items run ${minutes} minutes over the end of the session at ${end}.${between ? ` ${between} minutes lie between them.` : ''}`,
    sessionsOverlap: (one, other) => `The session at ${one} is not over when the one at ${other} begins.`,
    twoPlaces: (one, other) => `Somebody is at “${one}” and at “${other}” at the same time.`,
    clockChange: (starts) =>
      `The clocks change during the session at ${starts}; its items are counted as if they did not. Let it begin after the change, or end before.`,
    partyGone: (name, item) => `${name} was deleted and still stands at “${item}”.`,
    closedPaper: (paper, item) =>
      `${paper} is a closed paper on the open item “${item}”. Remove it, or attach its open version.`,
    closedMark: (item, label) =>
      item === ''
        ? `The open session is marked ${label}: invited bodies do not get it.`
        : `“${item}” stands in the open session and is marked ${label}: invited bodies do not get it.`,
    nightLink: (time, item) => `Video link at ${time} for the speaker on “${item}”.`,
    paperLate: (paper, due) => `${paper} was due on ${due} and is not in.`,
    briefTooLong: (paper, minutes) => `${paper} takes ${minutes} minutes to read aloud; a policy brief has five.`,
    lineMissing: (paper, subject) =>
      `${paper} is for the open session and names ${subject} without the public line that was agreed on it.`,
    lineOutdated: (paper, subject) =>
      `${paper} is for the open session and says a public line on ${subject} that does not hold.`,
    numberTwice: (number) => `The number ${number} is used twice.`,
  },
  fr: {
    fewerThanTwoDays: () => 'Une réunion ordinaire dure au moins deux jours.',
    noOpenMorning: () =>
      'La deuxième matinée est ouverte aux organismes invités ; ce plan n’y prévoit pas de séance ouverte.',
    noBriefing: () =>
      'La matinée ouverte comporte l’exposé du Conseil aux organismes invités ; aucun de ses points n’est conduit par le seul Conseil.',
    noInputs: () =>
      'La matinée ouverte entend les contributions des organismes invités ; aucun n’y conduit de point ni n’y prend la parole.',
    overTime: (minutes, end, between) =>
      `Les points dépassent de ${minutes} minutes la fin de la séance à ${end}.${between ? ` ${between} minutes séparent les points.` : ''}`,
    sessionsOverlap: (one, other) => `La séance de ${one} n’est pas finie quand commence celle de ${other}.`,
    twoPlaces: (one, other) => `Quelqu’un est attendu en même temps à « ${one} » et à « ${other} ».`,
    clockChange: (starts) =>
      `L’heure change pendant la séance de ${starts} ; ses points sont comptés comme si elle ne changeait pas. Faites-la commencer après le changement, ou finir avant.`,
    partyGone: (name, item) => `${name} a été supprimé et figure encore au point « ${item} ».`,
    closedPaper: (paper, item) =>
      `${paper} est un document à huis clos sur le point ouvert « ${item} ». Retirez-le ou joignez sa version ouverte.`,
    closedMark: (item, label) =>
      item === ''
        ? `La séance ouverte porte la mention ${label} : les organismes invités ne la reçoivent pas.`
        : `« ${item} » est à l’ordre du jour de la séance ouverte et porte la mention ${label} : les organismes invités ne le reçoivent pas.`,
    nightLink: (time, item) => `Liaison vidéo à ${time} pour l’intervenant sur « ${item} ».`,
    paperLate: (paper, due) => `${paper} était attendu le ${due} et n’est pas arrivé.`,
    briefTooLong: (paper, minutes) =>
      `La lecture de ${paper} prend ${minutes} minutes ; une note de synthèse en compte cinq.`,
    lineMissing: (paper, subject) =>
      `${paper} est destiné à la séance ouverte et nomme ${subject} sans la ligne publique arrêtée à ce sujet.`,
    lineOutdated: (paper, subject) =>
      `${paper} est destiné à la séance ouverte et énonce sur ${subject} une ligne publique qui ne vaut pas.`,
    numberTwice: (number) => `Le numéro ${number} est employé deux fois.`,
  },
};

/** A check as a sentence. */
export function checkInWords(check: PlanCheck, language: 'en' | 'fr'): string {
  return WORDS[language][check.code](...check.words);
}
