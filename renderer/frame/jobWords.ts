import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** Long work, by the name of the function that does it. */
export const WORK_WORDS: Readonly<Record<string, MessageDescriptor>> = {
  accept: msg`Accepting a bundle`,
  acknowledge: msg`Sealing receipts`,
  ask: msg`Sealing a request`,
  attach: msg`Keeping a file`,
  backup: msg`Making a backup`,
  backupTo: msg`Making a backup`,
  changeMany: msg`Changing records`,
  createExercise: msg`Setting up the exercise`,
  decline: msg`Declining a bundle`,
  dump: msg`Writing records`,
  examine: msg`Examining the vault`,
  exportJournal: msg`Saving the journal`,
  indexWords: msg`Adding words to the search index`,
  load: msg`Reading records`,
  loadExercise: msg`Setting up the exercise`,
  loadPaper: msg`Reading a paper`,
  measure: msg`Counting pages`,
  open: msg`Opening a bundle`,
  preview: msg`Making a preview`,
  purge: msg`Purging for good`,
  letGo: msg`Deleting a copy`,
  print: msg`Printing`,
  printRecoverySheet: msg`Printing the recovery sheet`,
  recall: msg`Sealing a recall`,
  rebuildIndex: msg`Building the search index`,
  reopenMany: msg`Taking answers back`,
  resolveMany: msg`Answering questions`,
  saveAttachment: msg`Saving a file`,
  seal: msg`Sealing a bundle`,
  sendPurges: msg`Sealing an order to purge`,
  settlePurges: msg`Purging for good`,
  undo: msg`Taking a bundle back`,
};

/** Work that goes on by itself and is not worth a word. */
export const QUIET_WORK: readonly string[] = ['explain', 'lacking', 'measure', 'verifyJournal', 'weigh'];
