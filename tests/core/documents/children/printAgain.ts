import { createHash } from 'node:crypto';
import { printDocument } from '../../../../core/documents/printDocument.ts';
import { unwatched } from '../../../../core/jobs/work.ts';
import { BOARD, releaseFor, sampleId } from '../../../helpers/printSample.ts';
import { MANY_SCRIPTS, manyScripts } from '../manyScripts.ts';

/** Prints an agenda and a paper in many scripts in a process of its own; writes the SHA-256 of each. */
const { release } = releaseFor(manyScripts(), BOARD);
for (const document of [
  { what: 'agenda', meeting: sampleId('meeting') },
  { what: 'paper', paper: MANY_SCRIPTS },
] as const) {
  const { pdf } = printDocument(unwatched, release, { document });
  process.stdout.write(`${createHash('sha256').update(pdf).digest('hex')}\n`);
}
