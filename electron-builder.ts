import { join } from 'node:path';
import { type FuseV1Config, FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import type { AfterPackContext, Configuration } from 'electron-builder';
import { NATIVE_PACKAGES } from './scripts/bundle.ts';

const EXECUTABLE = 'amberdesk';

/** Every fuse of Electron, named: with `strictlyRequireAllFuses` one that is added later fails the packaging. */
export const FUSES: FuseV1Config & { readonly strictlyRequireAllFuses: true } = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // We bring no snapshot of our own for the main process.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // WebAssembly checks its bounds by the processor's traps, as in a browser.
  [FuseV1Options.WasmTrapHandlers]: true,
};

/**
 * Sets the fuses of a packed application. Done here, because the packager brings an older list of fuses of its own, which
 * lacks the last.
 */
async function setFuses({ appOutDir, electronPlatformName, packager }: AfterPackContext): Promise<void> {
  const { productFilename } = packager.appInfo;
  const programs: Readonly<Record<string, string>> = {
    darwin: `${productFilename}.app`,
    win32: `${productFilename}.exe`,
    linux: EXECUTABLE,
  };
  const program = programs[electronPlatformName];
  if (program === undefined) throw new Error(`No fuses are known for ${electronPlatformName}.`);
  await flipFuses(join(appOutDir, program), FUSES);
}

/** What becomes packages in the bundle has its code there already; only these are needed besides. */
const NEEDED = [...NATIVE_PACKAGES, '@myriaddreamin/typst-ts-node-compiler-*'];

/** The installers. Nothing is published from here: `publish` is off for every target. */
const configuration: Configuration = {
  appId: 'int.amberdesk.desk',
  productName: 'Amberdesk',
  copyright: 'Amberdesk contributors, Apache-2.0',
  // Asked for by the format of Debian's packages; a name that leads nowhere.
  extraMetadata: { homepage: 'https://amberdesk.invalid/' },
  directories: { output: 'out/installers', buildResources: 'resources/icons' },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the packager's own placeholders
  artifactName: '${name}-${version}-${os}-${arch}.${ext}',
  files: [
    'dist/app/**',
    'dist/electron/**',
    'dist/renderer/**',
    'package.json',
    {
      from: '.',
      filter: [
        '!node_modules/**',
        ...NEEDED.map((name) => `node_modules/${name}/**`),
        '!node_modules/better-sqlite3/{src,deps,build}/**',
      ],
    },
  ],
  asar: true,
  // Read by native code, which does not see into the archive.
  asarUnpack: ['**/*.node', ...NEEDED.map((name) => `node_modules/${name}/**`), 'dist/app/resources/typst/**'],
  disableAsarIntegrity: false,
  // The native packages bring code for every platform and every version of Node: nothing is compiled here.
  npmRebuild: false,
  nodeGypRebuild: false,
  buildDependenciesFromSource: false,
  electronLanguages: ['en', 'en-US', 'en-GB', 'fr'],
  publish: null,
  removePackageScripts: true,
  afterPack: setFuses,
  fileAssociations: [
    {
      ext: 'amber',
      name: 'Amberdesk bundle',
      description: 'Sealed bundle of Amberdesk',
      mimeType: 'application/x-amberdesk-bundle',
      role: 'Viewer',
      rank: 'Owner',
    },
    {
      ext: 'ambercard',
      name: 'Amberdesk card',
      description: 'Card of a member of the network',
      mimeType: 'application/x-amberdesk-card',
      role: 'Viewer',
      rank: 'Owner',
    },
  ],
  linux: {
    // The first of a bundle's volumes opens it: the others lie beside it.
    fileAssociations: [
      {
        ext: 'amber.001',
        name: 'Amberdesk bundle, first volume',
        description: 'First volume of a sealed bundle of Amberdesk',
        mimeType: 'application/x-amberdesk-volume',
      },
    ],
    target: ['deb', 'AppImage'],
    executableName: EXECUTABLE,
    icon: 'resources/icons',
    category: 'Office',
    synopsis: 'Desk for a board on the prevention of mass atrocities',
    maintainer: 'Amberdesk contributors <maintainers@amberdesk.invalid>',
  },
  deb: { priority: 'optional', packageCategory: 'utils' },
  win: { target: ['nsis'], icon: 'resources/icons/icon.ico' },
  nsis: {
    // Other programs have files that end in `.001`, too: Amberdesk is offered for them, and is not what opens them.
    include: 'resources/volumes.nsh',
    oneClick: false,
    perMachine: false,
    allowElevation: true,
    allowToChangeInstallationDirectory: true,
    // Vaults are the holder's, not the application's: uninstalling leaves them.
    deleteAppDataOnUninstall: false,
    installerLanguages: ['en_US', 'fr_FR'],
    displayLanguageSelector: true,
    differentialPackage: false,
  },
  mac: {
    // A system that looks at what follows the last full stop only: offered, and not the owner.
    fileAssociations: [{ ext: '001', name: 'Amberdesk bundle, first volume', role: 'Viewer', rank: 'Alternate' }],
    target: ['dmg'],
    icon: 'resources/icons/icon.icns',
    category: 'public.app-category.productivity',
    hardenedRuntime: true,
  },
  dmg: { writeUpdateInfo: false },
};

export default configuration;
