import { unzipSync } from 'fflate';
import { FIGURE_WIDTHS, type FigureWidth } from '../../../domain/papers/figures.ts';
import { IMAGE_LIMITS } from '../../annexes/cleanImage.ts';

/** Bytes of all pictures of a file, unpacked, and how many are looked at. The rest is named and left out. */
const MOST = { bytes: 150_000_000, pictures: 500 } as const;
const MEDIA = /^(?:word\/)?media\/[^/]+$/;

/** A picture as it lies in a Word file. */
export interface WordMedia {
  /** Undefined for what is more than is looked at. */
  readonly content: Uint8Array | undefined;
  readonly width: FigureWidth;
}

/** The pictures of a Word file by their names in it, each as wide as the text shows it. What is no zip file has none. */
export function mediaOf(bytes: Uint8Array, parts: ReadonlyMap<string, string>): Map<string, WordMedia> {
  const names: string[] = [];
  let together = 0;
  const unpacked = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!MEDIA.test(name)) return false;
      names.push(name);
      const fits =
        originalSize <= IMAGE_LIMITS.bytes && together + originalSize <= MOST.bytes && names.length <= MOST.pictures;
      if (fits) together += originalSize;
      return fits;
    },
  });
  const widths = widthsIn(parts);
  return new Map(names.map((name) => [name, { content: unpacked[name], width: widths.get(name) ?? 100 }]));
}

/**
 * Of a picture mammoth tells what sort of file it is: here that is where it lies, so that it is found again. Nothing else is
 * read of what a file says of its parts.
 */
export function withPlaces(names: Iterable<string>): string {
  const places = [...names].map((name) => `<Override PartName="/${escaped(name)}" ContentType="${escaped(name)}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${places.join('')}</Types>`;
}

/** A picture that the text shows is as wide as a figure can be that comes near. */
function widthsIn(parts: ReadonlyMap<string, string>): Map<string, FigureWidth> {
  const targets = new Map<string, string>();
  for (const [tag] of (parts.get('word/_rels/document.xml.rels') ?? '').matchAll(/<Relationship\s[^>]*>/g)) {
    const target = attribute(tag, 'Target');
    targets.set(attribute(tag, 'Id'), target.startsWith('/') ? target.slice(1) : `word/${target}`);
  }
  const shown = new Map<string, number>();
  let wide = 0;
  // A4 between margins of an inch, in twentieths of a point, unless the file says otherwise.
  let [page, margins] = [11_906, 2_880];
  for (const [tag, name] of (parts.get('word/document.xml') ?? '').matchAll(
    /<(wp:extent|a:blip|w:pgSz|w:pgMar)\s[^>]*>/g,
  )) {
    if (name === 'wp:extent') wide = Number(attribute(tag, 'cx')) / 635;
    else if (name === 'w:pgSz') page = Number(attribute(tag, 'w:w')) || page;
    else if (name === 'w:pgMar') margins = Number(attribute(tag, 'w:left')) + Number(attribute(tag, 'w:right'));
    else shown.set(targets.get(attribute(tag, 'r:embed')) ?? '', wide);
  }
  const text = page - margins;
  return new Map(
    [...shown].map(([path, width]) => [path, FIGURE_WIDTHS.find((one) => width <= (text * (one + 5)) / 100) ?? 100]),
  );
}

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
const escaped = (name: string): string =>
  name
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replace(/\p{Cc}/gu, '');
