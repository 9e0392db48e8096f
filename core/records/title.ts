import { kindOf } from '../../domain/records/kinds.ts';
import type { Body } from '../../domain/records/revision.ts';
import { text } from '../../domain/records/text.ts';

/** What a record is called: by its kind, or, for a kind from a newer version, by its `title` or `name`. */
export function titleOf(kind: string, body: Body): string {
  const title = kindOf(kind)?.title(body) ?? (text(body.title) || text(body.name));
  return title.trim();
}
