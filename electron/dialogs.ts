import { basename } from 'node:path';
import { type BrowserWindow, dialog } from 'electron';
import type { ChooseFiles, ChosenFile } from '../contract/bridge.ts';
import type { Words } from './words.ts';

/** Asks the person for files; none when they cancel. */
export async function chooseFiles(
  window: BrowserWindow,
  { endings, multiple }: ChooseFiles,
  words: Words,
): Promise<ChosenFile[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    // What was opened is nobody's business: not the system's list of recent files either.
    properties: ['openFile', 'dontAddToRecent', ...(multiple ? (['multiSelections'] as const) : [])],
    filters: endings.length === 0 ? [] : [{ name: words('files'), extensions: [...endings] }],
  });
  return canceled ? [] : filePaths.map((file) => ({ file, name: basename(file) }));
}

/** Asks the person for a folder, a new one too; undefined when they cancel. */
export async function chooseFolder(window: BrowserWindow): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  });
  return canceled ? undefined : filePaths[0];
}

/** Asks the person where to write; undefined when they cancel. */
export async function chooseSaveFile(window: BrowserWindow, name: string): Promise<string | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: name.replace(/[\\/:*?"<>|\p{Cc}\s]+/gu, ' ').trim(),
    properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
  });
  return canceled || filePath === '' ? undefined : filePath;
}

/** Asks whether running work may be cancelled. */
export async function mayCancelWork(window: BrowserWindow, words: Words): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words('workRuns'),
    detail: words('closingCancels'),
    buttons: [words('keepOpen'), words('close')],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

/** Asks whether a window that does not answer is to be started again. */
export async function mayReload(window: BrowserWindow, words: Words): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: words('notAnswering'),
    detail: words('nothingLost'),
    buttons: [words('wait'), words('reload')],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}
