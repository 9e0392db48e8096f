import { readFileSync } from 'node:fs';
import { fontPath } from '../files/places.ts';
import { type Coverage, coverageOf, unpackWoff } from './fontFile.ts';

/**
 * The faces of the documents. The compiler also knows the fonts of the system, so templates name a family and a weight
 * of this list for every run, in which case the compiler takes these files: the same bytes on every machine.
 */
const TEXT_FILES = [
  '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  '@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  '@expo-google-fonts/source-serif-4/600SemiBold_Italic/SourceSerif4_600SemiBold_Italic.ttf',
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf',
  '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  '@expo-google-fonts/source-code-pro/400Regular/SourceCodePro_400Regular.ttf',
];
const ARABIC = '@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf';
const HEBREW = '@expo-google-fonts/noto-serif-hebrew/400Regular/NotoSerifHebrew_400Regular.ttf';
const OTHER = '@fontsource/unifont/files/unifont-latin-400-normal.woff';

/** Every file that printing reads, as its package has it. */
export const FONT_FILES: readonly string[] = [...TEXT_FILES, ARABIC, HEBREW, OTHER];

/** A face beside those of the document, by the name that `resources/typst/common.typ` knows. */
export type OtherFace = 'sans' | 'arabic' | 'hebrew' | 'other';

export interface Fonts {
  /** The files, for the compiler. */
  readonly files: readonly Buffer[];
  /** What the serif and the sans both have, in every weight. */
  readonly text: Coverage;
  /** The others, in the order in which they are asked. */
  readonly others: readonly { readonly face: OtherFace; readonly coverage: Coverage }[];
}

let loaded: Fonts | undefined;

/** The fonts of the documents, read once in a thread. */
export function documentFonts(): Fonts {
  loaded ??= loadFonts();
  return loaded;
}

function loadFonts(): Fonts {
  const files = TEXT_FILES.map((file) => readFileSync(fontPath(file)));
  const coverages = files.slice(0, -1).map(coverageOf);
  const arabic = readFileSync(fontPath(ARABIC));
  const hebrew = readFileSync(fontPath(HEBREW));
  const other = unpackWoff(readFileSync(fontPath(OTHER)));
  const sans = coverages.slice(4);
  const all = (each: readonly Coverage[]): Coverage => ({ has: (code) => each.every((one) => one.has(code)) });
  return {
    files: [...files, arabic, hebrew, other],
    text: all(coverages),
    others: [
      { face: 'sans', coverage: all(sans) },
      { face: 'arabic', coverage: coverageOf(arabic) },
      { face: 'hebrew', coverage: coverageOf(hebrew) },
      { face: 'other', coverage: coverageOf(other) },
    ],
  };
}
