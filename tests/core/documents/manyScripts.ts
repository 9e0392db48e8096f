import type { ReleasableRecord } from '../../../domain/release/material.ts';
import { heading, paragraph, words } from '../../helpers/documentNodes.ts';
import { aPaper, sampleId } from '../../helpers/printSample.ts';
import { EVERY_NODE } from './everyNode.ts';

export const MANY_SCRIPTS = sampleId('the paper');
export const ARABIC = 'السلام عليكم';
export const HEBREW = 'שלום עולם';

/** The sample with a paper that needs every typeface, in every weight. */
export function manyScripts(): ReleasableRecord[] {
  const mixed = `Mixed ${ARABIC}, ${HEBREW}, Ελλάδα, Київ, 漢字テスト한국`;
  return aPaper(
    [
      ...EVERY_NODE,
      heading('mixed', mixed),
      paragraph(
        'm1',
        words(mixed),
        words(mixed, 'bold'),
        words(mixed, 'italic'),
        words(mixed, 'bold', 'italic'),
        words(mixed, 'code'),
      ),
      paragraph('m2', words(ARABIC)),
      paragraph('m3', words(HEBREW)),
      { type: 'codeBlock', attrs: { id: 'm4' }, content: [words(mixed)] },
    ],
    { title: mixed },
  );
}
