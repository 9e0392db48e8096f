import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { build, Platform } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ENDINGS } from '../../domain/exchange/fileKinds.ts';
import configuration from '../../electron-builder.ts';
import { SIZES } from '../../scripts/drawIcons.ts';
import { ROOT } from '../architecture/sourceTree.ts';

/** What @electron/fuses looks for in a program, before the fuses. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_COUNT = Object.values(FuseV1Options).filter((value) => typeof value === 'number').length;

const TYPST = '@myriaddreamin/typst-ts-node-compiler';
/** Packages of the stand-in's project; the last is in the bundle and stays behind. */
const PACKAGES = ['better-sqlite3', 'node-addon-api', TYPST, `${TYPST}-linux-x64-gnu`, 'zod'];
const Package = z.object({
  name: z.string(),
  version: z.string(),
  type: z.string(),
  main: z.string(),
  devDependencies: z.record(z.string(), z.string()),
});

describe("the installers' configuration", () => {
  it("fits electron-builder's own schema, read as electron-builder reads it", async () => {
    const require = createRequire(join(ROOT, 'package.json'));
    const { getConfig, validateConfiguration } = require('app-builder-lib/out/util/config/config.js');
    const read = await getConfig(ROOT, 'electron-builder.ts', null);
    await validateConfiguration(read, { isEnabled: false });
    await expect(validateConfiguration({ ...read, fileAssociation: [] }, { isEnabled: false })).rejects.toThrow();
  });

  it('names a package for Debian, an AppImage, an installer for Windows and an image for macOS, and publishes none', () => {
    expect(configuration.linux?.target).toEqual(['deb', 'AppImage']);
    expect(configuration.win?.target).toEqual(['nsis']);
    expect(configuration.mac?.target).toEqual(['dmg']);
    expect(configuration.publish).toBeNull();
    for (const part of ['name', 'version', 'os', 'arch', 'ext'])
      expect(configuration.artifactName).toContain(`\${${part}}`);
    expect(configuration).toMatchObject({
      appId: 'int.amberdesk.desk',
      productName: 'Amberdesk',
      asar: true,
      disableAsarIntegrity: false,
      npmRebuild: false,
      nodeGypRebuild: false,
      electronLanguages: ['en', 'en-US', 'en-GB', 'fr'],
      nsis: { oneClick: false, perMachine: false, deleteAppDataOnUninstall: false },
      mac: { hardenedRuntime: true },
      dmg: { writeUpdateInfo: false },
    });
  });

  it('gives the application the files it opens, each with its media type', () => {
    const associations = [configuration.fileAssociations ?? []].flat();
    expect(associations.map(({ ext, mimeType }) => [ext, mimeType])).toEqual([
      ['amber', 'application/x-amberdesk-bundle'],
      ['ambercard', 'application/x-amberdesk-card'],
    ]);
    expect(associations.map(({ ext }) => ext)).toEqual([...ENDINGS]);
    for (const association of associations) expect(association).toMatchObject({ role: 'Viewer', rank: 'Owner' });
  });

  it('offers it for the first volume of a bundle, and takes no file from another program', () => {
    const { linux, mac, nsis } = configuration;
    const [onLinux] = [linux?.fileAssociations ?? []].flat();
    expect([onLinux?.ext, onLinux?.mimeType]).toEqual(['amber.001', 'application/x-amberdesk-volume']);
    const [onMac] = [mac?.fileAssociations ?? []].flat();
    expect([onMac?.ext, onMac?.rank]).toEqual(['001', 'Alternate']);
    const script = readFileSync(join(ROOT, String(nsis?.include)), 'utf8');
    const [bundle] = [configuration.fileAssociations ?? []].flat();
    expect(script.match(/"Software\\Classes\\\.001\\OpenWithProgids" "([^"]+)"/g)).toEqual(
      Array(2).fill(`"Software\\Classes\\.001\\OpenWithProgids" "${bundle?.name}"`),
    );
    expect(script).not.toContain('APP_ASSOCIATE');
  });

  it('has an icon of every size, in the containers of each system', () => {
    const icon = (name: string) => readFileSync(join(ROOT, 'resources', 'icons', name));
    for (const size of SIZES) {
      const png = icon(`${size}x${size}.png`);
      expect([png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', size, size]);
    }
    expect(configuration.win?.icon).toBe('resources/icons/icon.ico');
    expect(icon('icon.ico').readUInt16LE(4)).toBe(SIZES.filter((size) => size <= 256).length);
    expect(configuration.mac?.icon).toBe('resources/icons/icon.icns');
    expect(icon('icon.icns').readUInt32BE(4)).toBe(icon('icon.icns').length);
    expect(configuration.linux?.icon).toBe('resources/icons');
  });
});

describe('electron-builder, with a stand-in for Electron’s program', () => {
  let folder: string;
  const packed = () => join(folder, 'out', 'installers', 'linux-unpacked');
  const write = (path: string, content: string | Buffer) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content, { mode: 0o755 });
  };
  /** A program with every fuse switched the other way, or with one fuse more than is known. */
  const program = (fuses: number) =>
    Buffer.concat([Buffer.from(`#!/bin/sh\n${SENTINEL}`), Buffer.from([1, fuses]), Buffer.from('1'.repeat(fuses))]);
  const pack = () => {
    const { afterPack = null } = configuration;
    const electronDist = join(folder, 'electron');
    return build({
      projectDir: folder,
      targets: Platform.LINUX.createTarget('dir'),
      // A copy: electron-builder changes what it is given.
      config: { ...structuredClone({ ...configuration, afterPack: null }), afterPack, electronDist },
    });
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'amberdesk-packed-'));
    for (const path of ['resources/icons', ...PACKAGES.map((name) => `node_modules/${name}`)]) {
      cpSync(join(ROOT, path), join(folder, path), { recursive: true });
    }
    const { name, version, type, main, devDependencies } = Package.parse(
      JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')),
    );
    const dependencies = Object.fromEntries(PACKAGES.map((needed) => [needed, '*']));
    write('package.json', JSON.stringify({ name, version, type, main, dependencies, devDependencies }));
    for (const path of [
      'app/createCore.js',
      'app/resources/typst/agenda.typ',
      'electron/main.js',
      'renderer/index.html',
    ]) {
      write(`dist/${path}`, ' ');
    }
    write('dist/types/core/createCore.d.ts', '');
    write('core/createCore.ts', '');
    write('electron/version', '45.4.1');
    write('electron/LICENSE', '');
    for (const language of ['de', 'en-GB', 'en-US', 'fr']) write(`electron/locales/${language}.pak`, '');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('sets every fuse, and packs what runs and nothing else', async () => {
    write('electron/electron', program(FUSE_COUNT));
    await pack();

    const wire = await getCurrentFuseWire(join(packed(), 'amberdesk'));
    const on = Object.entries(wire).filter(([, state]) => state === FuseState.ENABLE);
    const off = Object.entries(wire).filter(([, state]) => state === FuseState.DISABLE);
    const named = (fuses: [string, unknown][]) => fuses.map(([fuse]) => FuseV1Options[Number(fuse)]).sort();
    expect(named(on)).toEqual([
      'EnableCookieEncryption',
      'EnableEmbeddedAsarIntegrityValidation',
      'OnlyLoadAppFromAsar',
      'WasmTrapHandlers',
    ]);
    expect(named(off)).toEqual([
      'EnableNodeCliInspectArguments',
      'EnableNodeOptionsEnvironmentVariable',
      'GrantFileProtocolExtraPrivileges',
      'LoadBrowserProcessSpecificV8Snapshot',
      'RunAsNode',
    ]);

    const files = listPackage(join(packed(), 'resources', 'app.asar'), { isPack: false });
    const tops = new Set(files.map((file) => file.split('/').slice(1, 4).join('/')));
    expect([...tops].filter((top) => !top.startsWith('node_modules/better-sqlite3/')).sort()).toEqual([
      'dist',
      'dist/app',
      'dist/app/createCore.js',
      'dist/app/resources',
      'dist/electron',
      'dist/electron/main.js',
      'dist/renderer',
      'dist/renderer/index.html',
      'node_modules',
      'node_modules/@myriaddreamin',
      'node_modules/@myriaddreamin/typst-ts-node-compiler',
      'node_modules/@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu',
      'node_modules/better-sqlite3',
      'package.json',
    ]);
    expect(existsSync(join(packed(), 'locales', 'de.pak'))).toBe(false);
    const beside = join(packed(), 'resources', 'app.asar.unpacked');
    for (const path of [
      'node_modules/better-sqlite3/prebuilds/linux-x64.node',
      'dist/app/resources/typst/agenda.typ',
    ]) {
      expect(existsSync(join(beside, path)), path).toBe(true);
    }
  });

  it('refuses a program that has a fuse that nobody decided about', async () => {
    write('electron/electron', program(FUSE_COUNT + 1));
    await expect(pack()).rejects.toThrow(/strictlyRequireAllFuses/);
  });
});
