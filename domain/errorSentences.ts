import { adoptionSentences } from './adoption/errorSentences.ts';
import { DIRECTORY_ERROR_SENTENCES } from './directory/errorSentences.ts';
import { dossierSentences } from './dossiers/errorSentences.ts';
import { edgeSentences } from './edgeSentences.ts';
import { inquirySentences } from './inquiries/errorSentences.ts';
import { minutesSentences } from './minutes/errorSentences.ts';
import { paperSentences } from './papers/errorSentences.ts';
import type { Language } from './records/fieldNames.ts';

type Sentences = Readonly<Record<Language, string>>;

/**
 * Every code with its sentence in each language. A sentence says what happened, that nothing was lost, and what to do.
 */
export const ERROR_SENTENCES = {
  ...edgeSentences,
  ...adoptionSentences,
  ...dossierSentences,
  ...minutesSentences,
  ...inquirySentences,
  ...paperSentences,
  'input.invalid': {
    en: 'The request was not understood. Nothing was changed.',
    fr: 'La demande n’a pas été comprise. Rien n’a été modifié.',
  },
  'call.unknown': {
    en: 'This version does not know that request. Nothing was changed.',
    fr: 'Cette version ne connaît pas cette demande. Rien n’a été modifié.',
  },
  internal: {
    en: 'Something went wrong inside Amberdesk. What was saved before is safe.',
    fr: 'Une erreur s’est produite dans Amberdesk. Ce qui était enregistré est en sûreté.',
  },
  'job.cancelled': {
    en: 'The work was cancelled. Nothing was changed.',
    fr: 'Le travail a été interrompu. Rien n’a été modifié.',
  },
  'host.unreachable': {
    en: 'The window has lost its connection to Amberdesk. What was saved before is safe; start Amberdesk again.',
    fr: 'La fenêtre a perdu le contact avec Amberdesk. Ce qui était enregistré est en sûreté ; relancez Amberdesk.',
  },
  'vault.exists': {
    en: 'There is already something in that folder. Choose an empty or new one.',
    fr: 'Il y a déjà quelque chose dans ce dossier. Choisissez-en un vide ou nouveau.',
  },
  'vault.missing': {
    en: 'There is no Amberdesk vault in that folder.',
    fr: 'Il n’y a pas de coffre Amberdesk dans ce dossier.',
  },
  'vault.locked': {
    en: 'The vault is locked. Unlock it first.',
    fr: 'Le coffre est verrouillé. Déverrouillez-le d’abord.',
  },
  'vault.inUse': {
    en: 'This vault is already open in another window or program. Close it there first.',
    fr: 'Ce coffre est déjà ouvert dans une autre fenêtre ou un autre programme. Fermez-le d’abord là-bas.',
  },
  'vault.gone': {
    en: 'The folder of the vault is gone, as when a stick is pulled out. What was saved is in it; put it back and unlock.',
    fr: 'Le dossier du coffre a disparu, comme lorsqu’on retire une clé USB. Ce qui était enregistré s’y trouve ; remettez-le et déverrouillez.',
  },
  'vault.busy': {
    en: 'Another vault is being opened or changed at this moment. Wait until that is done and try again.',
    fr: 'Un autre coffre est en cours d’ouverture ou de modification. Attendez la fin, puis réessayez.',
  },
  'vault.notEmpty': {
    en: 'There are records in this vault already. A network is started in an empty one.',
    fr: 'Il y a déjà des fiches dans ce coffre. Un réseau se crée dans un coffre vide.',
  },
  'vault.notSecretariat': {
    en: 'Only the Secretariat starts a network. The other seats receive it in a bundle.',
    fr: 'Seul le Secrétariat crée un réseau. Les autres sièges le reçoivent dans un paquet.',
  },
  'vault.passphrase': {
    en: 'The passphrase is not right. Nothing was changed; try again.',
    fr: 'La phrase secrète n’est pas la bonne. Rien n’a été modifié ; réessayez.',
  },
  'vault.weakPassphrase': {
    en: 'The passphrase is too short. Use at least twelve characters, better several words.',
    fr: 'La phrase secrète est trop courte. Employez au moins douze caractères, mieux encore plusieurs mots.',
  },
  'vault.recovery': {
    en: 'The recovery key does not open this vault. Check the sheet and try again.',
    fr: 'La clé de secours n’ouvre pas ce coffre. Vérifiez la feuille et réessayez.',
  },
  'vault.damaged': {
    en: 'A file of the vault is damaged. Nothing was changed; restore a backup.',
    fr: 'Un fichier du coffre est endommagé. Rien n’a été modifié ; rétablissez une sauvegarde.',
  },
  'vault.newer': {
    en: 'This vault was written by a newer version of Amberdesk. Open it with that version.',
    fr: 'Ce coffre a été écrit par une version plus récente d’Amberdesk. Ouvrez-le avec elle.',
  },
  'vault.readOnly': {
    en: 'The folder cannot be written to. Nothing was changed; check the permissions or the disk.',
    fr: 'Il est impossible d’écrire dans ce dossier. Rien n’a été modifié ; vérifiez les droits ou le disque.',
  },
  'vault.full': {
    en: 'The disk is full. Nothing was changed; free some space and try again.',
    fr: 'Le disque est plein. Rien n’a été modifié ; libérez de la place et réessayez.',
  },
  'backup.missing': {
    en: 'That backup was not found.',
    fr: 'Cette sauvegarde est introuvable.',
  },
  'backup.damaged': {
    en: 'The backup is damaged and was not restored. Nothing was changed; choose another one.',
    fr: 'La sauvegarde est endommagée et n’a pas été rétablie. Rien n’a été modifié ; choisissez-en une autre.',
  },
  'record.missing': {
    en: 'That record is not in this vault.',
    fr: 'Cette fiche n’est pas dans ce coffre.',
  },
  'record.kind': {
    en: 'This version does not know records of that kind, so it shows them and does not change them.',
    fr: 'Cette version ne connaît pas les fiches de cette nature : elle les affiche sans les modifier.',
  },
  'record.invalid': {
    en: 'The entry does not fit the form. Nothing was changed.',
    fr: 'La saisie ne convient pas au formulaire. Rien n’a été modifié.',
  },
  'record.conflict': {
    en: 'The record is in conflict. Resolve it first; both versions are kept.',
    fr: 'La fiche est en conflit. Résolvez-le d’abord ; les deux versions sont conservées.',
  },
  'record.changedMeanwhile': {
    en: 'Somebody changed the same entry meanwhile, in another window. Nothing was overwritten; compare the two texts.',
    fr: 'La même saisie a été modifiée entre-temps dans une autre fenêtre. Rien n’a été écrasé ; comparez les deux textes.',
  },
  'record.nothingToUndo': {
    en: 'There is nothing left to undo on this record.',
    fr: 'Il n’y a plus rien à annuler sur cette fiche.',
  },
  'record.nothingToRedo': {
    en: 'There is nothing to do again on this record.',
    fr: 'Il n’y a rien à refaire sur cette fiche.',
  },
  'record.exists': {
    en: 'That is already in this vault. Open it instead of making it twice.',
    fr: 'Cela se trouve déjà dans ce coffre. Ouvrez-le au lieu de le créer une seconde fois.',
  },
  'record.holdsSeat': {
    en: 'One of them holds a seat in the network or sits on its board, so it does not give way to another record. Nothing was changed.',
    fr: 'L’une des deux détient un siège dans le réseau ou siège au conseil : elle ne peut céder la place à une autre fiche. Rien n’a été modifié.',
  },
  'record.marksApart': {
    en: 'Nobody may have both of them, by their marks, so one record cannot say what both say. Nothing was changed.',
    fr: 'D’après leurs marques, personne ne peut détenir les deux : une seule fiche ne peut donc dire ce que disent les deux. Rien n’a été modifié.',
  },
  'record.noSuchVersion': {
    en: 'That version of the record is not in this vault.',
    fr: 'Cette version de la fiche n’est pas dans ce coffre.',
  },
  'record.notOriginator': {
    en: 'Only the organisation that wrote it may widen who sees it. Nothing was changed.',
    fr: 'Seule l’organisation qui l’a rédigée peut élargir le cercle de ses lecteurs. Rien n’a été modifié.',
  },
  'meeting.entryGone': {
    en: 'That item or session is not in this plan any more: it was moved or deleted meanwhile. Nothing was changed.',
    fr: 'Ce point ou cette séance ne figure plus dans ce programme : il a été déplacé ou supprimé entre-temps. Rien n’a été modifié.',
  },
  'meeting.changedMeanwhile': {
    en: 'The same place in the plan was changed meanwhile, so this cannot be taken back. Nothing was changed.',
    fr: 'Le même endroit du programme a été modifié entre-temps ; il n’est pas possible de revenir en arrière. Rien n’a été modifié.',
  },
  'meeting.minutes': {
    en: 'An item takes from 1 to 1440 whole minutes. Nothing was changed.',
    fr: 'Un point dure de 1 à 1440 minutes entières. Rien n’a été modifié.',
  },
  'meeting.endBeforeStart': {
    en: 'The end does not come after the start. Nothing was changed.',
    fr: 'La fin ne vient pas après le début. Rien n’a été modifié.',
  },
  'meeting.tooManyDays': {
    en: 'A meeting is planned for 1 to 31 days. Nothing was changed; plan a longer one as several meetings.',
    fr: 'Une réunion est prévue sur 1 à 31 jours. Rien n’a été modifié ; prévoyez plusieurs réunions au-delà.',
  },
  'meeting.sessionsBeyond': {
    en: 'There are sessions after that last day. Move or delete them first. Nothing was changed.',
    fr: 'Des séances sont prévues après ce dernier jour. Déplacez-les ou supprimez-les d’abord. Rien n’a été modifié.',
  },
  'meeting.nameless': {
    en: 'A title is needed. Nothing was changed.',
    fr: 'Un titre est nécessaire. Rien n’a été modifié.',
  },
  'meeting.zoneUnknown': {
    en: 'That time zone is not known here. Choose one from the list, such as Europe/Lisbon. Nothing was changed.',
    fr: 'Ce fuseau horaire est inconnu ici. Choisissez-en un dans la liste, comme Europe/Lisbon. Rien n’a été modifié.',
  },
  'record.numbersBySecretariat': {
    en: 'Only the Secretariat gives numbers to papers and items. Nothing was changed.',
    fr: 'Seul le Secrétariat numérote les documents et les points. Rien n’a été modifié.',
  },
  'meeting.nothingFollows': {
    en: 'Nothing of its sort follows right after it that it could be joined with.',
    fr: 'Aucun élément de même nature ne suit immédiatement pour y être réuni.',
  },
  'meeting.marksDiffer': {
    en: 'The two items are handled differently. Nothing was changed; give them the same mark first.',
    fr: 'Les deux points ne portent pas les mêmes règles de diffusion. Rien n’a été modifié ; donnez-leur d’abord la même marque.',
  },
  'meeting.buffer': {
    en: 'Between two items are from 0 to 60 whole minutes. Nothing was changed; a longer pause is a break.',
    fr: 'Il y a entre deux points de 0 à 60 minutes entières. Rien n’a été modifié ; une pause plus longue est une interruption à inscrire.',
  },
  'meeting.pastMidnight': {
    en: 'A session would end after midnight. Nothing was changed; move something to another day first.',
    fr: 'Une séance finirait après minuit. Rien n’a été modifié ; déplacez d’abord un élément à un autre jour.',
  },
  'calendar.empty': {
    en: 'Nothing of it has a day and a time yet that these may know, so the calendar would be empty. Nothing was written.',
    fr: 'Rien n’a encore de jour ni d’heure que ces destinataires puissent connaître : le calendrier serait vide. Rien n’a été écrit.',
  },
  'meeting.seatedAlready': {
    en: 'That person or body has a seat at this meeting already. Nothing was changed.',
    fr: 'Cette personne ou cet organisme a déjà un siège à cette réunion. Rien n’a été modifié.',
  },
  'meeting.seatOfNobody': {
    en: 'A seat is that of a person or of an organisation. Name one of them. Nothing was changed.',
    fr: 'Un siège est celui d’une personne ou d’une organisation. Désignez l’une des deux. Rien n’a été modifié.',
  },
  'meeting.reasonless': {
    en: 'Say why, so that it can be read later. Nothing was changed.',
    fr: 'Dites pourquoi, afin que chacun puisse le lire plus tard. Rien n’a été modifié.',
  },
  'meeting.noChair': {
    en: 'Nobody is named as chair of this meeting. Say in its details who holds the chair. Nothing was changed.',
    fr: 'Personne n’est désigné pour présider cette réunion. Indiquez la présidence dans ses détails. Rien n’a été modifié.',
  },
  'portion.notStricter': {
    en: 'A portion has a stricter mark than its paper. Nothing was changed; choose a stricter mark.',
    fr: 'Une partie restreinte porte une marque plus stricte que son document. Rien n’a été modifié ; choisissez une marque plus stricte.',
  },
  'picture.broken': {
    en: 'This picture is damaged or not what its name says. Nothing was changed.',
    fr: 'Cette image est endommagée ou n’est pas ce que dit son nom. Rien n’a été modifié.',
  },
  'picture.format': {
    en: 'A figure is a PNG or JPEG picture. This file can be attached as it is instead.',
    fr: 'Une figure est une image PNG ou JPEG. Ce fichier peut être joint tel quel.',
  },
  'picture.tooLarge': {
    en: 'This picture is too large for a figure: more than 50 MB or 80 million points. Nothing was changed.',
    fr: 'Cette image est trop grande pour une figure : plus de 50 Mo ou de 80 millions de points. Rien n’a été modifié.',
  },
  'portion.blocks': {
    en: 'These paragraphs cannot be set apart together. Choose paragraphs that follow one another, without a portion among them.',
    fr: 'Ces paragraphes ne peuvent pas être mis à part ensemble. Choisissez des paragraphes qui se suivent, sans partie restreinte parmi eux.',
  },
  'portion.missing': {
    en: 'The text of this portion is not in this vault. Nothing was changed.',
    fr: 'Le texte de cette partie restreinte n’est pas dans ce coffre. Rien n’a été modifié.',
  },
  'redaction.nothing': {
    en: 'Nothing is blacked out yet. Choose the words that must not be in the redacted version.',
    fr: 'Rien n’est encore caviardé. Choisissez les mots qui ne doivent pas figurer dans la version caviardée.',
  },
  'redaction.changed': {
    en: 'The paper was changed meanwhile. Nothing was made; look at it again as it stands now.',
    fr: 'Le document a été modifié entre-temps. Rien n’a été créé ; relisez-le tel qu’il est maintenant.',
  },
  'redaction.stands': {
    en: 'Words that are blacked out still stand elsewhere in the paper, in a link, or in the name of a file. Nothing was made; black them out there too.',
    fr: 'Des mots caviardés figurent encore ailleurs dans le document, dans un lien ou dans le nom d’un fichier. Rien n’a été créé ; caviardez-les aussi à ces endroits.',
  },
  'paper.unknownNodes': {
    en: 'The document has parts made with a newer version. It can be read and is not changed here.',
    fr: 'Le document contient des éléments d’une version plus récente. Il peut être lu et n’est pas modifié ici.',
  },
  'release.withheld': {
    en: 'Nothing in this selection may go to that audience.',
    fr: 'Rien de cette sélection ne peut être remis à ce public.',
  },
  'release.conflict': {
    en: 'A record in conflict cannot leave before it is resolved.',
    fr: 'Une fiche en conflit ne peut pas sortir avant d’être résolue.',
  },
  'release.numberTwice': {
    en: 'Its number stands on another record as well. It cannot leave before the Secretariat has given one of them another number.',
    fr: 'Son numéro figure aussi sur une autre fiche. Elle ne peut pas sortir avant que le Secrétariat ait attribué un autre numéro à l’une des deux.',
  },
  'release.unreleased': {
    en: 'Only what has passed the release gate can leave. Nothing was made.',
    fr: 'Seul ce qui a passé le contrôle de diffusion peut sortir. Rien n’a été produit.',
  },
  'reply.unread': {
    en: 'This is neither a text nor a letter as PDF or Word, so it is not taken in as an answer. Nothing was changed.',
    fr: 'Ce n’est ni un texte ni une lettre au format PDF ou Word ; ce n’est donc pas repris comme réponse. Rien n’a été modifié.',
  },
  'reply.changed': {
    en: 'The file is no longer what was read. Nothing was taken in; read it again.',
    fr: 'Le fichier n’est plus celui qui a été lu. Rien n’a été repris ; relisez-le.',
  },
  'release.audit': {
    en: 'The finished file was read again before it left, and something that was withheld stands in it. Nothing was written.',
    fr: 'Le fichier achevé a été relu avant de sortir, et un élément retenu y figure. Rien n’a été écrit.',
  },
  'release.unread': {
    en: 'The finished file could not be read through before it left, so nobody can say what it holds. Nothing was written.',
    fr: 'Le fichier achevé n’a pas pu être relu en entier avant de sortir ; nul ne peut donc dire ce qu’il contient. Rien n’a été écrit.',
  },
  'release.undecided': {
    en: 'A name that is withheld stands in what goes. Decide whether it may stand there, or change the text. Nothing was written.',
    fr: 'Un nom retenu figure dans ce qui part. Décidez s’il peut y rester, ou modifiez le texte. Rien n’a été écrit.',
  },
  'print.failed': {
    en: 'The document could not be printed. Nothing was changed.',
    fr: 'Le document n’a pas pu être imprimé. Rien n’a été modifié.',
  },
  'file.missing': {
    en: 'The file was not found.',
    fr: 'Le fichier est introuvable.',
  },
  'file.unwritable': {
    en: 'The file could not be written there. Choose another place; nothing was changed.',
    fr: 'Le fichier n’a pas pu être écrit à cet endroit. Choisissez-en un autre ; rien n’a été modifié.',
  },
  'file.exists': {
    en: 'A file of that name is already there. Choose another name.',
    fr: 'Un fichier de ce nom existe déjà. Choisissez un autre nom.',
  },
  'load.malformed': {
    en: 'The file is not what it should be, and nothing was taken from it.',
    fr: 'Le fichier n’est pas ce qu’il devrait être, et rien n’en a été repris.',
  },
  'load.tooLarge': {
    en: 'The file is larger than can be loaded. Nothing was taken from it.',
    fr: 'Le fichier est trop volumineux pour être chargé. Rien n’en a été repris.',
  },
  'exercise.seat': {
    en: 'Only the Secretariat of the exercise sets it up. The other seats receive it in a bundle.',
    fr: 'Seul le Secrétariat de l’exercice le met en place. Les autres sièges le reçoivent dans un paquet.',
  },
  'exercise.notEmpty': {
    en: 'There are records in this vault already. The exercise goes into an empty one.',
    fr: 'Il y a déjà des fiches dans ce coffre. L’exercice se place dans un coffre vide.',
  },
  'exercise.notExercise': {
    en: 'Only the vault of an exercise can be deleted here. Nothing was changed.',
    fr: 'Seul le coffre d’un exercice peut être supprimé ici. Rien n’a été modifié.',
  },
  'exercise.nameDiffers': {
    en: 'The name typed is not the name of the exercise. Nothing was deleted.',
    fr: 'Le nom saisi n’est pas celui de l’exercice. Rien n’a été supprimé.',
  },
  'folder.missing': {
    en: 'There is no folder at that place. Nothing was changed.',
    fr: 'Il n’y a pas de dossier à cet endroit. Rien n’a été modifié.',
  },
  'folder.unusable': {
    en: 'That folder cannot be read or written. Choose another one; nothing was changed.',
    fr: 'Ce dossier ne peut pas être lu ou écrit. Choisissez-en un autre ; rien n’a été modifié.',
  },
  'folder.vault': {
    en: 'The vault lies in that folder, or the folder in the vault. A vault is never synchronised; choose another one.',
    fr: 'Le coffre est dans ce dossier, ou ce dossier dans le coffre. Un coffre ne se synchronise pas ; choisissez-en un autre.',
  },
  'folder.none': {
    en: 'No exchange folder is chosen. Choose one in the settings.',
    fr: 'Aucun dossier d’échange n’est choisi. Choisissez-en un dans les réglages.',
  },
  'folder.gone': {
    en: 'The exchange folder cannot be reached at this moment. Nothing was written; it is looked for again by itself.',
    fr: 'Le dossier d’échange est inaccessible pour l’instant. Rien n’a été écrit ; il est recherché de nouveau de lui-même.',
  },
  'bundle.nothingLacking': {
    en: 'They have all of this already, as far as they may. Nothing was sealed.',
    fr: 'Ils ont déjà tout cela, dans la mesure où ils y ont droit. Rien n’a été scellé.',
  },
  'bundle.noReceipts': {
    en: 'What somebody outside the board or without keys has is not known here. Seal everything instead.',
    fr: 'On ne sait pas ici ce que possède quelqu’un qui est hors du Conseil ou n’a pas de clés. Scellez plutôt l’ensemble.',
  },
  'bundle.nothingToAsk': {
    en: 'Nothing is missing from this sender. To get all of it again, ask for everything.',
    fr: 'Rien ne manque de cet expéditeur. Pour tout recevoir de nouveau, demandez l’ensemble.',
  },
  'copy.notExpired': {
    en: 'The last day of this copy has not passed. Nothing was deleted.',
    fr: 'Le dernier jour de cette copie n’est pas passé. Rien n’a été supprimé.',
  },
  'purge.notOriginator': {
    en: 'Only the organisation that wrote it may purge it. Nothing was changed.',
    fr: 'Seule l’organisation qui l’a rédigé peut le purger. Rien n’a été modifié.',
  },
  'purge.nothing': {
    en: 'There is nothing here to purge or to pass on.',
    fr: 'Il n’y a rien ici à purger ou à transmettre.',
  },
  'bundle.notBundle': {
    en: 'This file is not an Amberdesk bundle. Nothing was changed.',
    fr: 'Ce fichier n’est pas un paquet Amberdesk. Rien n’a été modifié.',
  },
  'bundle.tooLarge': {
    en: 'The bundle is larger than allowed, or would unpack to more than allowed. Nothing was changed.',
    fr: 'Le paquet dépasse la taille permise, ou la dépasserait une fois déballé. Rien n’a été modifié.',
  },
  'bundle.truncated': {
    en: 'The bundle is incomplete. Ask for it to be sent again; nothing was changed.',
    fr: 'Le paquet est incomplet. Demandez qu’il soit renvoyé ; rien n’a été modifié.',
  },
  'bundle.tampered': {
    en: 'The bundle was changed or damaged on its way. It was not opened; ask for it to be sent again.',
    fr: 'Le paquet a été altéré ou endommagé en chemin. Il n’a pas été ouvert ; demandez qu’il soit renvoyé.',
  },
  'bundle.notForUs': {
    en: 'The bundle is addressed to others and was not opened.',
    fr: 'Le paquet est adressé à d’autres et n’a pas été ouvert.',
  },
  'bundle.passphrase': {
    en: 'The passphrase of the bundle is not right. Nothing was changed; try again.',
    fr: 'La phrase secrète du paquet n’est pas la bonne. Rien n’a été modifié ; réessayez.',
  },
  'bundle.layout': {
    en: 'The bundle holds files that do not belong in one. It was not opened.',
    fr: 'Le paquet contient des fichiers qui n’y ont pas leur place. Il n’a pas été ouvert.',
  },
  'bundle.signature': {
    en: 'The signature of the bundle is not right. It was not opened.',
    fr: 'La signature du paquet n’est pas valable. Il n’a pas été ouvert.',
  },
  'bundle.unknownSender': {
    en: 'The sender is not known here. Verify the sender first, then open the bundle again.',
    fr: 'L’expéditeur n’est pas connu ici. Vérifiez-le d’abord, puis rouvrez le paquet.',
  },
  'bundle.newer': {
    en: 'The bundle was made by a newer version of Amberdesk. Update before opening it.',
    fr: 'Le paquet a été fait par une version plus récente d’Amberdesk. Mettez à jour avant de l’ouvrir.',
  },
  'bundle.foreign': {
    en: 'The bundle belongs to another network and was not opened.',
    fr: 'Le paquet appartient à un autre réseau et n’a pas été ouvert.',
  },
  'bundle.malformed': {
    en: 'The bundle holds records that are not in order. It was not opened.',
    fr: 'Le paquet contient des fiches qui ne sont pas en ordre. Il n’a pas été ouvert.',
  },
  'bundle.authority': {
    en: 'The bundle holds changes that their author had no right to make. It was not opened.',
    fr: 'Le paquet contient des modifications que leur auteur n’avait pas le droit de faire. Il n’a pas été ouvert.',
  },
  'bundle.repeated': {
    en: 'This bundle is already here. Nothing was changed.',
    fr: 'Ce paquet est déjà là. Rien n’a été modifié.',
  },
  'bundle.missing': {
    en: 'That bundle is not in this vault.',
    fr: 'Ce paquet n’est pas dans ce coffre.',
  },
  'bundle.volumesMissing': {
    en: 'Parts of the bundle are missing. Put all of them together and open it again; nothing was changed.',
    fr: 'Il manque des parties du paquet. Réunissez-les toutes et rouvrez-le ; rien n’a été modifié.',
  },
  'bundle.volumesForeign': {
    en: 'A part does not belong to this bundle or is damaged. Leave it out or ask for it again; nothing was changed.',
    fr: 'Une partie n’appartient pas à ce paquet ou est endommagée. Écartez-la ou redemandez-la ; rien n’a été modifié.',
  },
  'bundle.volumesDoubled': {
    en: 'A part of the bundle is there twice, with different content. Leave the wrong one out; nothing was changed.',
    fr: 'Une partie du paquet est là deux fois, avec un contenu différent. Écartez la mauvaise ; rien n’a été modifié.',
  },
  'bundle.volumesTooMany': {
    en: 'That would be more than 999 parts. Choose a larger size for each; nothing was changed.',
    fr: 'Cela ferait plus de 999 parties. Choisissez une taille plus grande pour chacune ; rien n’a été modifié.',
  },
  'bundle.builtUpon': {
    en: 'Something was built on this import since. Take back single changes instead.',
    fr: 'On s’est depuis appuyé sur cet import. Revenez plutôt sur des modifications isolées.',
  },
  'bundle.state': {
    en: 'That is not possible with this bundle in its present state.',
    fr: 'Ce n’est pas possible avec ce paquet dans son état actuel.',
  },
  'bundle.recipients': {
    en: 'The bundle cannot be sealed for these addressees. Check their cards.',
    fr: 'Le paquet ne peut pas être scellé pour ces destinataires. Vérifiez leurs cartes.',
  },
  'card.invalid': {
    en: 'This is not a valid card. Ask for it again.',
    fr: 'Ce n’est pas une carte valable. Demandez-la de nouveau.',
  },
  'card.unverified': {
    en: 'The card has not been verified. Compare its digits with the holder first.',
    fr: 'La carte n’a pas été vérifiée. Comparez d’abord ses chiffres avec son titulaire.',
  },
  'card.conflict': {
    en: 'A different card of this holder was verified before. It was not replaced.',
    fr: 'Une autre carte de ce titulaire a déjà été vérifiée. Elle n’a pas été remplacée.',
  },
  'card.keyMode': {
    en: 'This card has the other sort of keys than the network: classic and post-quantum ones are never mixed. Ask its holder to make keys of the right sort and to send the new card.',
    fr: 'Cette carte n’a pas la sorte de clés du réseau : les clés classiques et post-quantiques ne se mélangent jamais. Demandez à son titulaire de créer des clés de la bonne sorte et d’envoyer la nouvelle carte.',
  },
  'key.shares': {
    en: 'These two shares do not belong together, or one is not whole. Nothing was changed; check both sheets.',
    fr: 'Ces deux parts ne vont pas ensemble, ou l’une est incomplète. Rien n’a été modifié ; vérifiez les deux feuilles.',
  },
  ...DIRECTORY_ERROR_SENTENCES,
} as const satisfies Readonly<Record<string, Sentences>>;
