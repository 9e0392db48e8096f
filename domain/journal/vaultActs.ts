import type { Act } from './told.ts';

/** What is done with the vault, its keys and its network, and what is saved or printed. */
export const vaultActs = {
  created: {
    name: { en: 'Vault made', fr: 'Coffre créé' },
    says: {
      en: () => 'The vault was made, with fresh keys.',
      fr: () => 'Le coffre a été créé, avec des clés neuves.',
    },
  },
  networkStarted: {
    name: { en: 'Network started', fr: 'Réseau créé' },
    says: { en: () => 'The network was started here.', fr: () => 'Le réseau a été créé ici.' },
  },
  rekeyed: {
    name: { en: 'New key', fr: 'Nouvelle clé' },
    says: { en: () => 'The vault was given a new key.', fr: () => 'Le coffre a reçu une nouvelle clé.' },
  },
  passphraseChanged: {
    name: { en: 'Passphrase changed', fr: 'Phrase secrète changée' },
    says: { en: () => 'The passphrase was changed.', fr: () => 'La phrase secrète a été changée.' },
  },
  backedUp: {
    name: { en: 'Backup', fr: 'Sauvegarde' },
    says: {
      en: (told) => `A backup was made in ${told.text('path')}.`,
      fr: (told) => `Une sauvegarde a été faite dans ${told.text('path')}.`,
    },
  },
  restored: {
    name: { en: 'Backup restored', fr: 'Sauvegarde restaurée' },
    says: {
      en: (told) => `The backup ${told.text('backup')} was restored; this installation has new keys since.`,
      fr: (told) =>
        `La sauvegarde ${told.text('backup')} a été restaurée ; cette installation a depuis de nouvelles clés.`,
    },
  },
  recoverySheetPrinted: {
    name: { en: 'Recovery sheet printed', fr: 'Fiche de secours imprimée' },
    says: { en: () => 'The recovery sheet was printed.', fr: () => 'La fiche de secours a été imprimée.' },
  },
  recoveryConfirmed: {
    name: { en: 'Recovery sheet confirmed', fr: 'Fiche de secours confirmée' },
    says: {
      en: () => 'The holder confirmed having the recovery sheet.',
      fr: () => 'Le titulaire a confirmé avoir la fiche de secours.',
    },
  },
  recoveryRenewed: {
    name: { en: 'New recovery sheet', fr: 'Nouvelle fiche de secours' },
    says: {
      en: () => 'A new recovery sheet took the place of the old one.',
      fr: () => 'Une nouvelle fiche de secours a remplacé l’ancienne.',
    },
  },
  dumped: {
    name: { en: 'Records saved', fr: 'Fiches enregistrées' },
    says: {
      en: (told) => `${told.count('records', 'One record', 'records')} went into a readable file.`,
      fr: (told) => `Mis dans un fichier lisible : ${told.count('records', 'une fiche', 'fiches')}.`,
    },
  },
  fileSaved: {
    name: { en: 'Attachment saved', fr: 'Pièce jointe enregistrée' },
    says: {
      en: (told) => `A file of ${told.title('record')} was saved outside the vault.`,
      fr: (told) => `Un fichier de ${told.title('record')} a été enregistré hors du coffre.`,
    },
  },
  printed: {
    name: { en: 'Printed', fr: 'Imprimé' },
    says: {
      en(told) {
        const what = told.text('what');
        if (what === 'couldOpen')
          return `What the installation of ${told.holder('installation')} could open was printed.`;
        if (what === 'wording') return 'The public lines and terms were printed.';
        if (what === 'explanation') return 'A release report was printed.';
        if (what === 'plates') return `The name plates of ${told.title('record')} were printed.`;
        if (what === 'attendance') return `The attendance list of ${told.title('record')} was printed.`;
        if (what === 'annotations') return `The private notes on ${told.title('record')} were printed.`;
        if (what === 'participants') return `The list of participants of ${told.title('record')} was printed.`;
        if (what === 'comments') return `The comments on ${told.title('record')} were printed.`;
        if (what === 'adoption') return `The sheet of the adoption of ${told.title('record')} was printed.`;
        if (what === 'runningOrder') return `The running order of ${told.title('record')} was printed.`;
        if (what === 'annotatedAgenda') return `The annotated agenda of ${told.title('record')} was printed.`;
        if (what === 'minutes') return `The minutes of ${told.title('record')} were printed.`;
        if (what === 'agenda') return `The agenda of ${told.title('record')} was printed.`;
        if (told.text('as') === 'word') return `${capital(told.title('record'))} was saved as a Word file.`;
        return `${capital(told.title('record'))} was printed.`;
      },
      fr(told) {
        const what = told.text('what');
        if (what === 'couldOpen')
          return `Ce que l’installation de ${told.holder('installation')} pouvait ouvrir a été imprimé.`;
        if (what === 'wording') return 'Les lignes publiques et les termes ont été imprimés.';
        if (what === 'explanation') return 'Un rapport de diffusion a été imprimé.';
        if (what === 'plates') return `Les chevalets de ${told.title('record')} ont été imprimés.`;
        if (what === 'attendance') return `La liste de présence de ${told.title('record')} a été imprimée.`;
        if (what === 'annotations') return `Les notes privées sur ${told.title('record')} ont été imprimées.`;
        if (what === 'participants') return `La liste des participants de ${told.title('record')} a été imprimée.`;
        if (what === 'comments') return `Les commentaires sur ${told.title('record')} ont été imprimés.`;
        if (what === 'adoption') return `La fiche d’adoption a été imprimée : ${told.title('record')}.`;
        if (what === 'runningOrder') return `Le déroulé de séance de ${told.title('record')} a été imprimé.`;
        if (what === 'annotatedAgenda') return `L’ordre du jour annoté de ${told.title('record')} a été imprimé.`;
        if (what === 'minutes') return `Le procès-verbal de ${told.title('record')} a été imprimé.`;
        if (what === 'agenda') return `L’ordre du jour de ${told.title('record')} a été imprimé.`;
        if (told.text('as') === 'word') return `Enregistré pour Word : ${told.title('record')}.`;
        return `Imprimé : ${told.title('record')}.`;
      },
    },
  },
  calendarSaved: {
    name: { en: 'Calendar saved', fr: 'Calendrier enregistré' },
    says: {
      en: (told) => `A calendar of ${told.title('record')} was saved.`,
      fr: (told) => `Un calendrier de ${told.title('record')} a été enregistré.`,
    },
  },
  listSaved: {
    name: { en: 'List saved', fr: 'Liste enregistrée' },
    says: {
      en: (told) => `A list was saved as CSV; rows: ${told.number('records')}.`,
      fr: (told) => `Une liste a été enregistrée en CSV ; lignes : ${told.number('records')}.`,
    },
  },
  copied: {
    name: { en: 'Copied as text', fr: 'Copié comme texte' },
    says: {
      en: (told) =>
        told.number('records') > 1
          ? `The text of ${told.number('records')} records was put in the clipboard.`
          : `The text of ${told.title('record')} was put in the clipboard.`,
      fr: (told) =>
        told.number('records') > 1
          ? `Le texte de ${told.number('records')} fiches a été mis dans le presse-papiers.`
          : `Le texte de ${told.title('record')} a été mis dans le presse-papiers.`,
    },
  },
  'openSession.entered': {
    name: { en: 'Open session shown', fr: 'Séance ouverte affichée' },
    says: {
      en: (told) => `The open session of ${told.title('record')} was put on the screen.`,
      fr: (told) => `La séance ouverte de ${told.title('record')} a été mise à l’écran.`,
    },
  },
  'openSession.left': {
    name: { en: 'Open session left', fr: 'Séance ouverte quittée' },
    says: {
      en: () => 'A window went from the open session back to the desk.',
      fr: () => 'Une fenêtre est revenue de la séance ouverte au bureau.',
    },
  },
  journalExported: {
    name: { en: 'Journal saved', fr: 'Journal enregistré' },
    says: {
      en: (told) => `The journal, ${told.count('lines', 'one line', 'lines')}, was saved as a file.`,
      fr: (told) => `Le journal (${told.count('lines', 'une ligne', 'lignes')}) a été enregistré dans un fichier.`,
    },
  },
} as const satisfies Readonly<Record<string, Act>>;

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
