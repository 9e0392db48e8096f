import type { RevisionContent } from '../records/revision.ts';
import { text } from '../records/text.ts';

/** A revision, as far as it is judged here. */
type Judged = Pick<RevisionContent, 'kind' | 'parents' | 'handling' | 'body'>;

/** Who writes: the organisation, the person where that is known, and whether it is a seat of the Secretariat. */
export interface Writer {
  readonly organisation: string;
  readonly person: string | undefined;
  readonly isSecretariat: boolean;
}

/** The fields of a kind by which it is judged who may write it. */
const JUDGED: Readonly<Record<string, readonly string[]>> = {
  adoption: ['chair'],
  answer: ['adoption', 'organisation', 'onBehalf'],
};

/** The fields by which it is judged who may write an adoption or an answer; none of other kinds. */
export function adoptionFields(kind: string): readonly string[] {
  return Object.hasOwn(JUDGED, kind) ? (JUDGED[kind] ?? []) : [];
}

/**
 * Whether this is an answer in another's place, or a word on an adoption by one who neither put it up nor chairs.
 * - An answer is a member's own. The Secretariat gives it on a member's behalf only where it says how it was told, and
 *   never over what the member has said itself.
 * - An adoption is put up by the Secretariat; afterwards who chairs, as it was put, writes in it too.
 *
 * @param natural whether the record's id follows from what it says: that of an answer must
 */
export function isOverstepped(revision: Judged, parents: readonly Judged[], writer: Writer, natural: boolean): boolean {
  if (revision.kind === 'answer') return !mayAnswer(revision, parents, writer, natural);
  if (revision.kind !== 'adoption' || writer.isSecretariat) return false;
  // What follows on something unknown is judged by whose it is.
  if (parents.length < revision.parents.length) return false;
  return parents.length === 0 || !parents.every(({ body }) => chairs(text(body.chair), writer));
}

function chairs(chair: string, { person, organisation }: Writer): boolean {
  return chair !== '' && (chair === person || chair === organisation);
}

function mayAnswer(revision: Judged, parents: readonly Judged[], writer: Writer, natural: boolean): boolean {
  const { adoption, organisation, onBehalf } = revision.body;
  if (!natural || parents.some(({ body }) => body.adoption !== adoption || body.organisation !== organisation)) {
    return false;
  }
  if (text(organisation) === writer.organisation) return true;
  return writer.isSecretariat && text(onBehalf) !== '' && parents.every(({ body }) => text(body.onBehalf) !== '');
}
