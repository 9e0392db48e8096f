import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../run.ts';

const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  author: z.union([z.string(), z.object({ name: z.string() })]).optional(),
});

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** What packages contain and their own files do not say. */
const CONTAINED: Readonly<Record<string, string>> = {
  'better-sqlite3-multiple-ciphers':
    'It contains SQLite, which its authors gave to the public domain, and SQLite3 Multiple Ciphers by Ulrich Telle, under the MIT licence.',
  '@myriaddreamin/typst-ts-node-compiler':
    'It contains Typst, under the Apache License 2.0, and libraries whose licences its package does not list.',
};

/** One text with every package in these folders, its licence, and the texts that come with it. */
export function licencesOf(folders: Iterable<string>, node: { readonly version: string; readonly licence: string }) {
  const packages = [...folders]
    .map((folder) => ({ folder, ...Manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))) }))
    .toSorted((one, other) => (`${one.name}@${one.version}` < `${other.name}@${other.version}` ? -1 : 1));
  const parts = packages.map(({ folder, name, version, license, author }) => {
    const contained = CONTAINED[name];
    const by = typeof author === 'string' ? author : author?.name;
    return section(`${name} ${version}`, license, [
      ...(contained === undefined ? [] : [contained]),
      ...textsIn(folder, license, by),
    ]);
  });
  return [
    'The packages in this folder, each under the licence that follows it.\n',
    section(`Node.js ${node.version}`, 'MIT, and others for what it contains', [node.licence]),
    ...parts,
  ].join('\n');
}

function section(name: string, licence: string, texts: readonly string[]): string {
  return [`${'='.repeat(100)}\n${name}: ${licence}\n`, ...texts.map((text) => `${text.trim()}\n`)].join('\n');
}

/** The licence's texts in a package; where it has none, those that its `package.json` names. */
function textsIn(folder: string, licence: string, author: string | undefined): string[] {
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice|third[-_]party)/i.test(name));
  if (files.length > 0) return files.toSorted().map((file) => readFileSync(join(folder, file), 'utf8'));
  if (licence === 'MIT') return [`Copyright (c) ${author ?? 'its authors'}`, MIT];
  if (licence === 'Apache-2.0') return [readFileSync(join(ROOT, 'LICENSE'), 'utf8')];
  throw new Error(`${folder} is under ${licence} and has no text of it.`);
}
