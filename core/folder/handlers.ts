import { setTimeout as wait } from 'node:timers/promises';
import type { HandlersOf } from '../../contract/api.ts';
import type { folderCalls } from '../../contract/folder/calls.ts';
import type { Application } from '../application.ts';
import { appendJournal } from '../vault/journal.ts';
import type { Vault } from '../vault/vault.ts';
import { chooseFolder, leaveFolder, placeInFolder, problemOf } from './exchangeFolder.ts';
import { type FolderState, stateOf } from './folderKeeper.ts';
import { forgetDismissed, noteKnown } from './knownFiles.ts';
import { type FolderMemory, NOTHING_SEEN } from './lookAtFolder.ts';

/** Between two looks at what is still changing, and how often at most: an engine may be at it for hours. */
const SETTLES = 250;
const LOOKS = 8;

export const folderHandlers: HandlersOf<typeof folderCalls, Application> = {
  read: (_input, { folder }) => folder.state(),

  async check({ path }, application) {
    const problem = await problemOf(application.session().vault, path);
    return problem === undefined ? {} : { problem };
  },

  async choose({ path }, application) {
    await chooseFolder(application.session(), path);
    return afresh(application);
  },

  async leave(_input, application) {
    leaveFolder(application.session());
    await afresh(application);
    return {};
  },

  async look({ path }, application) {
    const { vault } = application.session();
    if (path !== undefined) return lookElsewhere(vault, path);
    for (let looks = 1; ; looks += 1) {
      const { state, unsettled } = await application.folder.look();
      if (!unsettled || looks === LOOKS) return state;
      await wait(SETTLES);
    }
  },

  async dismiss({ mark }, application) {
    const { vault, surroundings } = application.session();
    const offer = application.folder.state().offers.find((one) => one.mark === mark);
    if (offer === undefined) return {};
    vault.sqlite
      .transaction(() => {
        noteKnown(vault, surroundings.now(), mark, 'dismissed');
        appendJournal(vault, surroundings.now(), 'folder.dismissed', { name: offer.files[0]?.name ?? '' });
      })
      .immediate();
    await afresh(application);
    return {};
  },

  async offerAgain({ mark }, application) {
    forgetDismissed(application.session().vault, mark);
    await afresh(application);
    return {};
  },

  async place(_input, application) {
    return { file: await placeInFolder(application.session()) };
  },
};

/** Looks anew, after what was seen has another meaning, and tells the windows. */
async function afresh({ folder, announce }: Application): Promise<FolderState> {
  folder.forget();
  const { state } = await folder.look();
  announce({ event: 'folderChanged' });
  return state;
}

async function lookElsewhere(vault: Vault, path: string): Promise<FolderState> {
  let memory: FolderMemory = NOTHING_SEEN;
  for (let looks = 1; ; looks += 1) {
    const found = await stateOf(vault, path, memory);
    if (!found.unsettled || looks === LOOKS) return found.state;
    memory = found.memory;
    await wait(SETTLES);
  }
}
