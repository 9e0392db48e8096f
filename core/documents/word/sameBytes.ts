import { unzipSync, type Zippable, zipSync } from 'fflate';

/** When every entry says that it was changed: the first day that a zip file knows. */
const CHANGED = new Date(1980, 0, 1);
const STAMPED = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<\/dcterms:)/g;
/** Ids that were drawn, and numbers that count on from one document to the next. */
const BOOKMARK = /(<w:bookmark(?:Start|End)[^>]*w:id=")(\d+)/g;
const DRAWING = /(<wp:docPr id=")(\d+)/g;
const MADE_UP = /(rId|_Toc|PowerPlusWaterMarkObject)(?:[A-Za-z0-9_-]{15,}|(?<=_Toc)\d+)/g;

/**
 * The same file without what differs from one making to the next: when it was made, and ids that were drawn. It says the
 * day that it is given. `put`: what is put into its text.
 */
export function sameBytes(file: Uint8Array, date: string, put: (xml: string) => string = (xml) => xml): Buffer {
  const ids = new Map<string, string>();
  const entries = Object.entries(unzipSync(file)).sort(([one], [other]) => (one < other ? -1 : 1));
  const same: Zippable = {};
  // Content types come first: some readers ask for that.
  for (const [name, bytes] of [...entries.filter(isFirst), ...entries.filter((entry) => !isFirst(entry))]) {
    // Pictures are packed already.
    same[name] = isXml(name)
      ? [Buffer.from(settled(textOf(name, bytes))), { mtime: CHANGED }]
      : [bytes, { mtime: CHANGED, level: 0 }];
  }
  return Buffer.from(zipSync(same, { level: 6 }));

  function textOf(name: string, bytes: Uint8Array): string {
    const xml = Buffer.from(bytes).toString('utf8');
    return name === 'word/document.xml' ? put(xml) : xml;
  }

  function settled(xml: string): string {
    return xml
      .replace(STAMPED, `$1${date}T00:00:00Z$2`)
      .replace(MADE_UP, (id, begins: string) => again(id, begins === 'rId' ? 'rIdLink' : begins))
      .replace(BOOKMARK, (_all, before: string, id: string) => `${before}${again(`bookmark ${id}`, '')}`)
      .replace(DRAWING, (_all, before: string, id: string) => `${before}${again(`drawing ${id}`, '')}`);
  }

  function again(id: string, begins: string): string {
    const known = ids.get(id) ?? `${begins}${ids.size + 1}`;
    ids.set(id, known);
    return known;
  }
}

const isFirst = ([name]: [string, Uint8Array]) => name === '[Content_Types].xml';
const isXml = (name: string) => name.endsWith('.xml') || name.endsWith('.rels');
