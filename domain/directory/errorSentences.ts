/** The codes of what concerns the network's directory, with their sentences: see `domain/errorSentences.ts`. */
export const DIRECTORY_ERROR_SENTENCES = {
  'directory.notFounded': {
    en: 'This network has no directory yet. Its Secretariat begins one.',
    fr: 'Ce réseau n’a pas encore d’annuaire. C’est son Secrétariat qui l’ouvre.',
  },
  'directory.founded': {
    en: 'This network has a directory already. Nothing was changed.',
    fr: 'Ce réseau a déjà un annuaire. Rien n’a été modifié.',
  },
  'directory.notSecretariat': {
    en: 'Only an installation of the Secretariat that is in the directory signs its entries. Nothing was changed.',
    fr: 'Seule une installation du Secrétariat inscrite à l’annuaire en signe les entrées. Rien n’a été modifié.',
  },
  'directory.rootNeeded': {
    en: 'This concerns the Secretariat’s own keys, so the root of the network has to sign it. Take its sheet, or two of its shares.',
    fr: 'Cela touche aux clés mêmes du Secrétariat : la racine du réseau doit le signer. Prenez sa feuille, ou deux de ses parts.',
  },
  'directory.notRoot': {
    en: 'What was typed is not the root of this network. Nothing was signed; check the sheet.',
    fr: 'Ce qui a été saisi n’est pas la racine de ce réseau. Rien n’a été signé ; vérifiez la feuille.',
  },
  'directory.rootGone': {
    en: 'The root is on paper only and is not kept here any more.',
    fr: 'La racine n’existe plus que sur papier ; elle n’est plus conservée ici.',
  },
  'directory.notPrinted': {
    en: 'The root has not been printed yet. Print its sheet or its shares first; without them nobody can sign for the Secretariat’s keys.',
    fr: 'La racine n’a pas encore été imprimée. Imprimez d’abord sa feuille ou ses parts ; sans elles, personne ne peut signer pour les clés du Secrétariat.',
  },
  'directory.doNotName': {
    en: 'This person or body is marked “do not name”, and the directory would name it to every member. Nothing was changed; seal to its card instead.',
    fr: 'Cette personne ou cet organisme porte la marque « ne pas nommer », et l’annuaire la nommerait à chaque membre. Rien n’a été modifié ; scellez plutôt à l’intention de sa carte.',
  },
  'directory.seat': {
    en: 'That installation is not in the directory, or has ended already. Nothing was changed.',
    fr: 'Cette installation n’est pas à l’annuaire, ou y a déjà pris fin. Rien n’a été modifié.',
  },
  'directory.refused': {
    en: 'The bundle brings entries of the network’s directory that are not in order. It was not opened, and nothing was changed; tell the Secretariat.',
    fr: 'Le paquet apporte des entrées de l’annuaire du réseau qui ne sont pas en ordre. Il n’a pas été ouvert, et rien n’a été modifié ; prévenez le Secrétariat.',
  },
} as const;
