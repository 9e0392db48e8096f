import type { Json } from './records/json.ts';

/**
 * What goes wrong, as a value that crosses every boundary: a stable code, a sentence for a person, and technical
 * detail behind "more". Codes are `area.what`, kept in `ERRORS`.
 */
export class AmberdeskError extends Error {
  readonly code: ErrorCode;
  readonly details: Json;

  constructor(code: ErrorCode, details: Json = null, options?: ErrorOptions) {
    super(ERRORS[code], options);
    this.name = 'AmberdeskError';
    this.code = code;
    this.details = details;
  }
}

/** Every code with its sentence. A sentence says what happened, that nothing was lost, and what to do. */
export const ERRORS = {
  'input.invalid': 'The request was not understood. Nothing was changed.',
  'call.unknown': 'This version does not know that request. Nothing was changed.',
  internal: 'Something went wrong inside Amberdesk. What was saved before is safe.',
  'job.cancelled': 'The work was cancelled. Nothing was changed.',
  'vault.exists': 'There is already something in that folder. Choose an empty or new one.',
  'vault.missing': 'There is no Amberdesk vault in that folder.',
  'vault.locked': 'The vault is locked. Unlock it first.',
  'vault.inUse': 'This vault is already open in another window or program. Close it there first.',
  'vault.passphrase': 'The passphrase is not right. Nothing was changed; try again.',
  'vault.weakPassphrase': 'The passphrase is too short. Use at least twelve characters, better several words.',
  'vault.recovery': 'The recovery key does not open this vault. Check the sheet and try again.',
  'vault.damaged': 'A file of the vault is damaged. Nothing was changed; restore a backup.',
  'vault.newer': 'This vault was written by a newer version of Amberdesk. Open it with that version.',
  'vault.readOnly': 'The folder cannot be written to. Nothing was changed; check the permissions or the disk.',
  'vault.full': 'The disk is full. Nothing was changed; free some space and try again.',
  'backup.missing': 'That backup was not found.',
  'backup.damaged': 'The backup is damaged and was not restored. Nothing was changed; choose another one.',
  'record.missing': 'That record is not in this vault.',
  'record.kind': 'This version does not know records of that kind, so it shows them and does not change them.',
  'record.invalid': 'The entry does not fit the form. Nothing was changed.',
  'record.conflict': 'The record is in conflict. Resolve it first; both versions are kept.',
  'record.nothingToUndo': 'There is nothing left to undo on this record.',
  'record.nothingToRedo': 'There is nothing to do again on this record.',
  'record.exists': 'That is already in this vault. Open it instead of making it twice.',
  'record.noSuchVersion': 'That version of the record is not in this vault.',
  'record.notOriginator': 'Only the organisation that wrote it may widen who sees it. Nothing was changed.',
  'record.numbersBySecretariat': 'Only the Secretariat gives numbers to papers and items. Nothing was changed.',
  'paper.unknownNodes': 'The document has parts made with a newer version. It can be read and is not changed here.',
  'release.withheld': 'Nothing in this selection may go to that audience.',
  'release.conflict': 'A record in conflict cannot leave before it is resolved.',
  'release.unreleased': 'Only what has passed the release gate can leave. Nothing was made.',
  'print.failed': 'The document could not be printed. Nothing was changed.',
  'file.missing': 'The file was not found.',
  'file.unwritable': 'The file could not be written there. Choose another place; nothing was changed.',
  'file.exists': 'A file of that name is already there. Choose another name.',
  'load.malformed': 'The file is not what it should be, and nothing was taken from it.',
  'load.tooLarge': 'The file is larger than can be loaded. Nothing was taken from it.',
  'exercise.seat': 'Only the Secretariat of the exercise sets it up. The other seats receive it in a bundle.',
  'exercise.notEmpty': 'There are records in this vault already. The exercise goes into an empty one.',
  'bundle.notBundle': 'This file is not an Amberdesk bundle. Nothing was changed.',
  'bundle.tooLarge': 'The bundle is larger than allowed, or would unpack to more than allowed. It was not opened.',
  'bundle.truncated': 'The bundle is incomplete. Ask for it to be sent again; nothing was changed.',
  'bundle.tampered': 'The bundle was changed or damaged on its way. It was not opened; ask for it to be sent again.',
  'bundle.notForUs': 'The bundle is addressed to others and was not opened.',
  'bundle.passphrase': 'The passphrase of the bundle is not right. Nothing was changed; try again.',
  'bundle.layout': 'The bundle holds files that do not belong in one. It was not opened.',
  'bundle.signature': 'The signature of the bundle is not right. It was not opened.',
  'bundle.unknownSender': 'The sender is not known here. Verify the sender first, then open the bundle again.',
  'bundle.newer': 'The bundle was made by a newer version of Amberdesk. Update before opening it.',
  'bundle.foreign': 'The bundle belongs to another network and was not opened.',
  'bundle.malformed': 'The bundle holds records that are not in order. It was not opened.',
  'bundle.authority': 'The bundle holds changes that their author had no right to make. It was not opened.',
  'bundle.repeated': 'This bundle is already here. Nothing was changed.',
  'bundle.missing': 'That bundle is not in this vault.',
  'bundle.builtUpon': 'Something was built on this import since. Take back single changes instead.',
  'bundle.state': 'That is not possible with this bundle in its present state.',
  'bundle.recipients': 'The bundle cannot be sealed for these addressees. Check their cards.',
  'card.invalid': 'This is not a valid card. Ask for it again.',
  'card.unverified': 'The card has not been verified. Compare its digits with the holder first.',
  'card.conflict': 'A different card of this holder was verified before. It was not replaced.',
} as const;
export type ErrorCode = keyof typeof ERRORS;

/** Whether `error` is one of ours with this code. */
export function hasCode(error: unknown, code: ErrorCode): boolean {
  return error instanceof AmberdeskError && error.code === code;
}
