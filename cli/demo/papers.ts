import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { AmberdeskError } from '../../domain/errors.ts';
import type { Actor } from './stage.ts';

const DOCUMENTS = ['.docx', '.md', '.markdown', '.txt'];

/** A document that was taken in as a paper. */
export interface LoadedPaper {
  readonly id: string;
  readonly name: string;
  readonly words: number;
}

/** A paper that went the whole way, with the file it was printed to. */
export interface CarriedPaper extends LoadedPaper {
  readonly file: string;
  readonly pages: number;
}

/** Takes every Markdown and plain-text document of a folder as a paper of the meeting. */
export async function loadPapers(
  actor: Actor,
  folder: string,
  meeting: string,
  say: (line: string) => void,
): Promise<LoadedPaper[]> {
  const files = documentsIn(folder);
  say(`   ${files.length} documents of ${folder} as papers:`);
  const loaded: LoadedPaper[] = [];
  for (const file of files) {
    const { paper, title, blocks, notes } = await actor.client.papers.load({ file, fields: { meeting } });
    const { words } = await actor.client.papers.words({ paper });
    say(`   ${basename(file)}: “${title}”, ${blocks} blocks, ${words} words, ${notes.length} notes.`);
    for (const note of notes.slice(0, 3))
      say(`      ${note.line === undefined ? '' : `line ${note.line}: `}${note.sentence}`);
    if (notes.length > 3) say(`      and ${notes.length - 3} more.`);
    loaded.push({ id: paper, name: basename(file, extname(file)), words });
  }
  return loaded;
}

/** Prints the papers that came back from the capitals, each to a PDF of its own. */
export async function carryPapers(
  actor: Actor,
  papers: readonly LoadedPaper[],
  folder: string,
  say: (line: string) => void,
): Promise<CarriedPaper[]> {
  const carried: CarriedPaper[] = [];
  if (papers.length > 0) mkdirSync(join(folder, 'papers'));
  for (const paper of papers) {
    const file = join(folder, 'papers', `${paper.name}.pdf`);
    const { pages } = await actor.client.documents.print({
      document: { what: 'paper', paper: paper.id },
      audience: { kind: 'board' },
      file,
    });
    const { words } = await actor.client.papers.words({ paper: paper.id });
    say(`   ${paper.name}: ${words} words after merging, ${pages} pages.`);
    carried.push({ ...paper, words, file, pages });
  }
  return carried;
}

function documentsIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => DOCUMENTS.includes(extname(name).toLowerCase()))
      .map((name) => join(folder, name))
      .filter((file) => statSync(file).isFile())
      .sort();
  } catch (error) {
    throw new AmberdeskError('file.missing', folder, { cause: error });
  }
}
