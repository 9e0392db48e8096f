import { run } from '../../scripts/run.ts';

let isBuilt = false;

/** The application and the interface as they ship, unless what is there is younger than everything it is made of. */
export function buildInterface(): void {
  isBuilt ||= run('node', ['scripts/build.ts', '--stale'], { NODE_ENV: 'production' });
  if (!isBuilt) throw new Error('The interface could not be built.');
}
