import { NO_CHARACTERS, type Side } from './wordEdges.ts';

const NAME = /^comment-(begins|ends)-(\d{1,9})$/;

/** What mammoth passes over is told as bookmarks, which it reads: where the words begin and end that a comment is on. */
export function withCommentEdges(xml: string): string {
  return xml.replace(
    /<(\/?)w:commentRange(Start|End)\b([^>]*)>/g,
    (_all, closing: string, end: string, said: string) => {
      if (closing !== '') return '</w:bookmarkStart>';
      const id = /w:id="(\d{1,9})"/.exec(said)?.[1] ?? '';
      const name = `comment-${end === 'Start' ? 'begins' : 'ends'}-${id}`;
      return `<w:bookmarkStart w:name="${name}"${said.endsWith('/') ? '/' : ''}>`;
    },
  );
}

/** The comment and the side that such a bookmark tells of. */
export function edgeOf(bookmark: string): { readonly comment: string; readonly side: Side } | undefined {
  const [, side, comment = ''] = NAME.exec(bookmark) ?? [];
  return side === 'begins' || side === 'ends' ? { comment, side } : undefined;
}

/** What a file says of a comment besides its words and who wrote it. */
export interface CommentFacts {
  /** `2026-03-01`, or empty. */
  readonly on: string;
  /** The comment that it answers. */
  readonly answers: string | undefined;
  readonly isDone: boolean;
}

/** By the ids of comments, in the order of the file. */
export function commentFacts(parts: ReadonlyMap<string, string>): Map<string, CommentFacts> {
  const written: { id: string; on: string; last: string }[] = [];
  for (const [tag] of (parts.get('word/comments.xml') ?? '').matchAll(/<w:(?:comment|p)\s[^>]*>/g)) {
    if (tag.startsWith('<w:comment')) {
      const on = /w:date="(\d{4}-\d\d-\d\d)/.exec(tag)?.[1] ?? '';
      written.push({ id: attribute(tag, 'w:id'), on, last: '' });
    } else {
      // What a comment is known by to others is the name of its last paragraph.
      const open = written.at(-1);
      if (open !== undefined) open.last = attribute(tag, 'w14:paraId') || open.last;
    }
  }
  const more = new Map(
    [...(parts.get(EXTENDED) ?? '').matchAll(/<w15:commentEx\s[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'w15:paraId'),
      { parent: attribute(tag, 'w15:paraIdParent'), isDone: /^(?:1|true)$/.test(attribute(tag, 'w15:done')) },
    ]),
  );
  const byParagraph = new Map(written.map(({ id, last }) => [last, id]));
  return new Map(
    written.map(({ id, on, last }) => {
      const { parent = '', isDone = false } = (last === '' ? undefined : more.get(last)) ?? {};
      return [id, { on, answers: parent === '' ? undefined : byParagraph.get(parent), isDone }];
    }),
  );
}

/** Which comment answers which, and which is done with. */
export const EXTENDED = 'word/commentsExtended.xml';

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replace(NO_CHARACTERS, '') ?? '';
}
