import { describe, expect, it } from 'vitest';
import { type SourceFile, sourceFiles, target } from './sourceTree.ts';

/** Libraries without I/O, clock or randomness of their own. */
const PURE = ['zod', 'canonicalize', '@noble/hashes', 'uuid', 'fractional-indexing', 'diff'];

interface Layer {
  /** Paths from the root that files of this folder may import. */
  readonly ours: readonly RegExp[];
  /** Packages they may import; true for any, with Node's own modules. */
  readonly packages: readonly string[] | true;
}

/** What runs in a page. */
const BROWSER = [
  ...PURE,
  'react',
  'react-dom',
  'react-router',
  '@mantine/core',
  '@mantine/dates',
  '@mantine/hooks',
  '@mantine/notifications',
  '@mantine/spotlight',
  '@mantine/tiptap',
  '@tanstack/react-query',
  '@tanstack/react-virtual',
  '@lingui/core',
  '@lingui/react',
  '@tabler/icons-react',
  '@tiptap/core',
  '@tiptap/extension-link',
  '@tiptap/extension-table',
  '@tiptap/extension-unique-id',
  '@tiptap/extensions',
  '@tiptap/pm',
  '@tiptap/react',
  '@tiptap/starter-kit',
  '@zxcvbn-ts/core',
  '@zxcvbn-ts/language-common',
  '@zxcvbn-ts/language-en',
  '@zxcvbn-ts/language-fr',
  'dayjs',
  'dictionary-en-gb',
  'dictionary-fr',
  'pdfjs-dist',
  'prosemirror-search',
  'uqr',
  'zustand',
];
/** With what builds it, which is no part of it. */
const BUILDING = ['vite', '@lingui/vite-plugin', '@rolldown/plugin-babel', '@vitejs/plugin-react'];

const LAYERS: Readonly<Record<string, Layer>> = {
  contract: { ours: [/^contract\//, /^domain\//], packages: ['zod'] },
  domain: { ours: [/^domain\//], packages: PURE },
  drizzle: { ours: [/^drizzle\//, /^domain\//], packages: ['drizzle-orm'] },
  core: { ours: [/^core\//, /^contract\//, /^domain\//, /^drizzle\//], packages: true },
  electron: {
    ours: [/^electron\//, /^contract\//, /^domain\//, /^core\/createCore\.ts$/],
    packages: ['electron', 'zod', 'node:crypto', 'node:fs', 'node:path', 'node:url'],
  },
  loopback: { ours: [/^loopback\//, /^contract\//, /^domain\//, /^core\/createCore\.ts$/], packages: true },
  cli: {
    ours: [/^cli\//, /^contract\//, /^domain\//, /^core\/createCore\.ts$/, /^core\/bench\/index\.ts$/],
    packages: true,
  },
  renderer: { ours: [/^renderer\//, /^contract\//, /^domain\//], packages: [...BROWSER, ...BUILDING] },
};

/** Inside the interface: what a folder may import besides itself, its frame and its features' parts being last. */
const FLOORS: Readonly<Record<string, readonly string[]>> = {
  host: [],
  language: [],
  theme: [],
  application: ['host', 'language', 'theme'],
  parts: ['application', 'language', 'host', 'theme'],
};
const ABOVE_PARTS = ['application', 'language', 'host', 'theme', 'parts'];

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

function trespasses(file: SourceFile, layer: Layer): string[] {
  return file.imports.flatMap((specifier) => {
    const path = target(file, specifier);
    if (path !== undefined) return layer.ours.some((allowed) => allowed.test(path)) ? [] : [`${file.path} → ${path}`];
    if (layer.packages === true) {
      return ['electron', 'react', 'react-dom'].includes(packageOf(specifier)) ? [`${file.path} → ${specifier}`] : [];
    }
    return layer.packages.includes(packageOf(specifier)) ? [] : [`${file.path} → ${specifier}`];
  });
}

/** The first cycle found among the files, as a path; undefined when there is none. */
function cycleIn(files: readonly SourceFile[]): string[] | undefined {
  const edges = new Map(
    files.map((file) => [
      file.path,
      file.imports.map((specifier) => target(file, specifier)).filter((path) => path !== undefined),
    ]),
  );
  const done = new Set<string>();
  const walk = (path: string, trail: string[]): string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return undefined;
    for (const next of edges.get(path) ?? []) {
      const cycle = walk(next, [...trail, path]);
      if (cycle) return cycle;
    }
    done.add(path);
    return undefined;
  };
  for (const path of edges.keys()) {
    const cycle = walk(path, []);
    if (cycle) return cycle;
  }
  return undefined;
}

describe('the layers', () => {
  for (const [folder, layer] of Object.entries(LAYERS)) {
    it(`keeps ${folder} to what it may import`, () => {
      const files = sourceFiles(folder);
      expect(files.length).toBeGreaterThan(0);
      expect(files.flatMap((file) => trespasses(file, layer))).toEqual([]);
    });
  }

  it('has no import cycles', () => {
    expect(cycleIn(Object.keys(LAYERS).flatMap(sourceFiles))).toBeUndefined();
  });

  it('keeps the interface to its floors: application, parts, then the frame and features that do not know each other', () => {
    const floorOf = (path: string) => /^renderer\/([^/]+)\//.exec(path)?.[1];
    const wrong = sourceFiles('renderer').flatMap((file) => {
      const floor = floorOf(file.path);
      if (floor === undefined) return [];
      const allowed = [floor, ...(FLOORS[floor] ?? ABOVE_PARTS)];
      return file.imports.flatMap((specifier) => {
        const to = target(file, specifier);
        if (to === undefined || !to.startsWith('renderer/')) return [];
        return allowed.includes(floorOf(to) ?? '') ? [] : [`${file.path} → ${to}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('finds a cycle and a trespass where there is one', () => {
    const one = { path: 'domain/one.ts', text: '', imports: ['./two.ts', 'node:fs'] };
    const two = { path: 'domain/two.ts', text: '', imports: ['./one.ts', '../core/x.ts'] };
    expect(cycleIn([one, two])).toEqual(['domain/one.ts', 'domain/two.ts', 'domain/one.ts']);
    const domain = LAYERS.domain;
    expect(domain && [...trespasses(one, domain), ...trespasses(two, domain)]).toEqual([
      'domain/one.ts → node:fs',
      'domain/two.ts → core/x.ts',
    ]);
  });
});

describe('the core', () => {
  const files = sourceFiles('core');

  it('opens no network connection and starts no other program, measures apart', () => {
    const network = /^(node:)?(net|http|https|http2|tls|dgram|dns)(\/|$)|^(undici|axios|node-fetch|ws)$/;
    const application = files.filter((file) => !file.path.startsWith('core/bench/'));
    const connecting = application.filter(
      (file) => file.imports.some((name) => network.test(name)) || /\bfetch\(/.test(file.text),
    );
    expect(connecting.map((file) => file.path)).toEqual([]);
    const starters = application.filter((file) => file.imports.some((name) => /child_process|cluster/.test(name)));
    expect(starters.map((file) => file.path)).toEqual([]);
  });
});
