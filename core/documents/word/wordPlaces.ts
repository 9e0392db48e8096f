import { Bookmark } from 'docx';
import { tiesIn } from '../../../domain/documents/ties.ts';

/** The places of a Word file to which something in it refers. */
export interface WordPlaces {
  /** By what a reference finds its place: the name of a bookmark. Undefined for a place that is not in the file. */
  readonly nameOf: (key: string | undefined) => string | undefined;
  /** The bookmark of a place, where something refers to it. A paper that is bound twice has its places where it stands first. */
  readonly mark: (key: string | undefined) => Bookmark[];
}

/** The places of a sheet. */
export function placesIn(sheet: unknown): WordPlaces {
  const names = tiesIn(sheet);
  const marked = new Set<string>();
  const nameOf = (key: string | undefined) => {
    const name = key === undefined ? undefined : names.get(key);
    // Word knows names of letters, digits and lines below.
    return name?.replaceAll('-', '_');
  };
  return {
    nameOf,
    mark(key) {
      const id = nameOf(key);
      if (id === undefined || marked.has(id)) return [];
      marked.add(id);
      return [new Bookmark({ id, children: [] })];
    },
  };
}
