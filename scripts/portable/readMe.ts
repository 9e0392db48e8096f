import type { Platform } from './platforms.ts';

/** The two short texts in the portable folder, by file name. */
export function readMes(platform: Platform, version: string): Readonly<Record<string, string>> {
  const start = platform.name === 'windows-x64' ? 'amberdesk.cmd' : './amberdesk';
  const texts = {
    'README.txt': `Amberdesk ${version}

Start:     ${start}
           The desk opens in Chromium, Chrome or Edge, whichever is installed. It asks no other machine for anything.
Commands:  ${start} --help is about the desk, ${start} help about commands: ${start} demo shows the main job.
Vaults:    in the folder Amberdesk of your home folder, encrypted. This folder keeps nothing.
Remove:    delete this folder. Your vaults stay.

Nothing is installed. The folder can be on a stick or a share, and works without network.
Licences: LICENSE (Amberdesk), THIRD-PARTY-LICENCES.txt (what it contains).
`,
    'LISEZMOI.txt': `Amberdesk ${version}

Lancer :     ${start}
             Le bureau s’ouvre dans Chromium, Chrome ou Edge, selon ce qui est installé. Il n’interroge aucune autre machine.
Commandes :  ${start} --help pour le bureau, ${start} help pour les commandes ; ${start} demo montre la tâche principale.
Coffres :    dans le dossier Amberdesk de votre dossier personnel, chiffrés. Ce dossier-ci ne garde rien.
Supprimer :  effacez ce dossier. Vos coffres restent.

Rien n’est installé. Le dossier peut se trouver sur une clé ou un partage, et fonctionne sans réseau.
Licences : LICENSE (Amberdesk), THIRD-PARTY-LICENCES.txt (ce qu’il contient).
`,
  };
  if (platform.name !== 'windows-x64') return texts;
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]));
}
