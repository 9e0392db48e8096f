import { type FSWatcher, watch } from 'node:fs';
import type { Application } from '../application.ts';
import { readFolder } from './exchangeFolder.ts';

const LOOK_EVERY = 2000;
/** After a notice from the system, or while something changes: an engine renames and sets the time in several steps. */
const SETTLES = 250;

/**
 * For hosts with windows: looks at the exchange folder of the open vault every two seconds, and at once when the system
 * says that something changed there. Only looking is relied upon: network drives give no notice, and a stick that comes
 * back is another folder (decision 72). The function that is given back ends it.
 */
export function watchFolder(application: Application): () => void {
  const { folder, surroundings } = application;
  let watcher: { readonly path: string; readonly end: FSWatcher } | undefined;
  let soon: NodeJS.Timeout | undefined;

  function unwatch(): void {
    watcher?.end.close();
    watcher = undefined;
  }
  function lookSoon(): void {
    clearTimeout(soon);
    soon = setTimeout(look, SETTLES);
    soon.unref();
  }
  function look(): void {
    void folder
      .look()
      .then(({ state, unsettled }) => {
        if (unsettled) lookSoon();
        if (state.state === 'there' && state.path !== undefined) follow(state.path);
        else unwatch();
      })
      // What cannot be looked at now is looked at again.
      .catch(() => {});
  }
  function follow(path: string): void {
    if (watcher?.path === path) return;
    unwatch();
    try {
      const end = watch(path, { persistent: false }, lookSoon);
      end.on('error', unwatch);
      watcher = { path, end };
    } catch {
      // No notices from there.
    }
  }
  function hasFolder(): boolean {
    const vault = application.vault();
    try {
      return vault !== undefined && readFolder(vault) !== undefined;
    } catch {
      // A vault whose disk is gone is locked by who watches over that.
      return false;
    }
  }
  function tick(): void {
    if (hasFolder()) look();
    else unwatch();
  }

  const endTicks = surroundings.every(LOOK_EVERY, tick);
  const endListening = application.subscribe((event) => {
    // A bundle was opened or sealed: what is in the folder may be known now.
    if (event.event === 'vaultUnlocked' || event.event === 'jobEnded') tick();
    if (event.event === 'vaultLocked') unwatch();
  });
  return () => {
    endTicks();
    endListening();
    clearTimeout(soon);
    unwatch();
  };
}
