import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleApplication } from './bundle.ts';
import { bundleRenderer } from './bundleRenderer.ts';
import { PACKAGE } from './package.ts';
import { fetchPackage, fileIn } from './portable/fetchPackage.ts';
import { FOLDERS, SHELL_LAUNCHER, WINDOWS_LAUNCHER } from './portable/launchers.ts';
import { licencesOf } from './portable/licences.ts';
import { NODE_LICENCE, PLATFORMS, type Platform } from './portable/platforms.ts';
import { readMes } from './portable/readMe.ts';
import { writeZip, type ZipEntry } from './portable/writeZip.ts';
import { ROOT } from './run.ts';

/**
 * `npm run pack:portable [-- --out FOLDER] [linux-x64] [windows-x64]`: a ZIP archive for each platform, of a folder that
 * runs where it is unpacked: the runtime, the application, the interface. The same sources give the same bytes. A
 * platform for which the registry lacks a part is not built, and the command says so and fails.
 */
interface Built {
  readonly folder: string;
  /** Folders of the packages that the bundles contain. */
  readonly packages: ReadonlySet<string>;
}

const SQLITE = join(ROOT, 'node_modules', 'better-sqlite3');
const COMPILER = join(ROOT, 'node_modules', '@myriaddreamin', 'typst-ts-node-compiler');

const { values, positionals } = parseArgs({
  options: { out: { type: 'string', default: join('out', 'portable') } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !PLATFORMS.some((platform) => platform.name === name));
if (unknown.length > 0) {
  console.error(`There is no platform ${unknown.join(', ')}: ${PLATFORMS.map(({ name }) => name).join(', ')}.`);
  process.exitCode = 2;
} else {
  await pack(PLATFORMS.filter(({ name }) => positionals.length === 0 || positionals.includes(name)));
}

async function pack(platforms: readonly Platform[]): Promise<void> {
  const out = resolve(values.out);
  mkdirSync(out, { recursive: true });
  const folder = mkdtempSync(join(out, 'built-'));
  try {
    const packages = await bundleApplication(join(folder, FOLDERS.application));
    for (const found of await bundleRenderer(join(folder, FOLDERS.renderer))) packages.add(found);
    for (const platform of platforms) await packPlatform(platform, { folder, packages }, out);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function packPlatform(platform: Platform, built: Built, out: string): Promise<void> {
  const name = `${PACKAGE.name}-${PACKAGE.version}-${platform.name}`;
  try {
    const entries = [
      ...filesIn(built.folder, ''),
      ...(await nativePackages(platform)),
      ...(await runtimeAndTexts(platform, built.packages)),
    ];
    const file = join(out, `${name}.zip`);
    await writeZip(
      file,
      entries.map((entry) => ({ ...entry, path: `${name}/${entry.path}` })),
    );
    console.log(`${relative(process.cwd(), file)}: ${entries.length} files.`);
  } catch (error) {
    console.error(`Not built for ${platform.name}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

/** The packages with native code, with this platform's files only. */
async function nativePackages({ sqlite, typst, typstFile }: Platform): Promise<ZipEntry[]> {
  const modules = `${FOLDERS.application}/node_modules`;
  const compiler = fetchPackage(typst);
  const driver = [...filesIn(join(SQLITE, 'lib'), 'lib/'), ...named(SQLITE, ['package.json', 'LICENSE'])];
  const prebuilt = `prebuilds/${sqlite}.node`;
  return [
    ...within(`${modules}/better-sqlite3`, [...driver, ...named(SQLITE, [prebuilt])]),
    ...within(
      `${modules}/@myriaddreamin/typst-ts-node-compiler`,
      named(COMPILER, ['package.json', 'LICENSE', 'index.js', 'index-napi.js']),
    ),
    ...within(`${modules}/${typst.name}`, [
      { path: 'package.json', content: await fileIn(compiler, 'package.json') },
      { path: typstFile, content: await fileIn(compiler, typstFile) },
    ]),
  ];
}

async function runtimeAndTexts(platform: Platform, packages: ReadonlySet<string>): Promise<ZipEntry[]> {
  const { node, nodeProgram } = platform;
  const program = await fileIn(fetchPackage(node), nodeProgram);
  const licence = await fileIn(fetchPackage(NODE_LICENCE.package), NODE_LICENCE.path);
  const windows = platform.name === 'windows-x64';
  const licences = licencesOf([...packages, SQLITE, COMPILER], { version: node.version, licence: licence.toString() });
  return [
    { path: `${FOLDERS.runtime}/${windows ? 'node.exe' : 'node'}`, content: program, executable: true },
    { path: `${FOLDERS.runtime}/LICENSE`, content: licence },
    windows
      ? { path: 'amberdesk.cmd', content: Buffer.from(WINDOWS_LAUNCHER) }
      : { path: 'amberdesk', content: Buffer.from(SHELL_LAUNCHER), executable: true },
    { path: 'THIRD-PARTY-LICENCES.txt', content: Buffer.from(licences) },
    ...named(ROOT, ['LICENSE']),
    ...Object.entries(readMes(platform, PACKAGE.version)).map(([path, text]) => ({ path, content: Buffer.from(text) })),
  ];
}

function filesIn(folder: string, prefix: string): ZipEntry[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({
      path: `${prefix}${relative(folder, file).replaceAll('\\', '/')}`,
      content: readFileSync(file),
    }));
}

function named(folder: string, paths: readonly string[]): ZipEntry[] {
  return paths.map((path) => ({ path, content: readFileSync(join(folder, path)) }));
}

function within(folder: string, entries: readonly ZipEntry[]): ZipEntry[] {
  return entries.map((entry) => ({ ...entry, path: `${folder}/${entry.path}` }));
}
