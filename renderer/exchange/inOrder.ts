/** In the order in which people read: the meeting and what is on its table first, who is who last. */
const KINDS: readonly string[] = [
  'meeting',
  'session',
  'agendaItem',
  'participant',
  'cue',
  'minutes',
  'paper',
  'portion',
  'redaction',
  'dossier',
  'decision',
  'action',
  'recommendation',
  'publicLine',
  'term',
  'inquiry',
  'ministryAnswer',
  'pseudonym',
  'adoption',
  'answer',
  'comment',
  'annotation',
  'mention',
  'person',
  'organisation',
  'network',
];

const rank = (kind: string): number => {
  const at = KINDS.indexOf(kind);
  return at < 0 ? KINDS.length : at;
};

const collator = new Intl.Collator(undefined, { numeric: true });

/** Records by kind, and by title within it: numbers as numbers. */
export function inOrder<T extends { readonly kind: string; readonly title: string }>(records: readonly T[]): T[] {
  return records.toSorted(
    (one, other) => rank(one.kind) - rank(other.kind) || collator.compare(one.title, other.title),
  );
}
