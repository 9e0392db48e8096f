import { useLingui } from '@lingui/react/macro';
import { Fragment, type ReactNode } from 'react';
import type { Inline, InlineMark, SheetBlock, SheetCell } from '../../domain/documents/sheets.ts';
import { HandlingBadge } from '../parts/handling/HandlingBadge.tsx';
import classes from './openSession.module.css';

type Note = Extract<Inline, { type: 'footnote' }>;
/** The number of each footnote of the whole text. */
type Notes = ReadonlyMap<Inline, number>;

/** The blocks of a released text as a page has them; footnotes stand below. */
export function Blocks({ blocks }: { readonly blocks: readonly SheetBlock[] }) {
  const { t } = useLingui();
  const all = blocks.flatMap(notesIn);
  const notes: Notes = new Map(all.map((note, at) => [note, at + 1]));
  return (
    <>
      <Several blocks={blocks} notes={notes} />
      {all.length > 0 && (
        <section className={classes.notes} aria-label={t`Footnotes`}>
          {all.map((note, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: footnotes are their numbers
            <p key={at}>
              <sup>{at + 1}</sup> <Line body={note.body} notes={notes} />
            </p>
          ))}
        </section>
      )}
    </>
  );
}

interface WithNotes {
  readonly notes: Notes;
}

function Several({ blocks, notes }: WithNotes & { readonly blocks: readonly SheetBlock[] }) {
  return blocks.map((block, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: released blocks have no names, and are drawn whole
    <Block key={at} block={block} notes={notes} />
  ));
}

function Block({ block, notes }: WithNotes & { readonly block: SheetBlock }): ReactNode {
  const margin = block.mark === '' ? null : <HandlingBadge label={block.mark} />;
  switch (block.type) {
    case 'paragraph':
      return (
        <div className={classes.paragraph} dir={block.direction}>
          <span className={classes.paragraphNumber}>{block.number}</span>
          <p>
            <Line body={block.body} notes={notes} />
          </p>
          {margin}
        </div>
      );
    case 'heading': {
      const Heading = (['h2', 'h3', 'h4', 'h5'] as const)[Math.min(3, block.level - 1)] ?? 'h2';
      return (
        <Heading dir={block.direction}>
          <Line body={block.body} notes={notes} />
        </Heading>
      );
    }
    case 'list': {
      const items = block.items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <li key={at}>
          <Several blocks={item} notes={notes} />
        </li>
      ));
      return block.ordered ? (
        <ol start={block.start} dir={block.direction}>
          {items}
        </ol>
      ) : (
        <ul dir={block.direction}>{items}</ul>
      );
    }
    case 'quote':
      return (
        <blockquote>
          <Several blocks={block.content} notes={notes} />
        </blockquote>
      );
    case 'code':
      return <pre>{block.lines.join('\n')}</pre>;
    case 'rule':
      return <hr />;
    case 'figure':
      return (
        <figure dir={block.direction}>
          <p>[{block.alt}]</p>
          <figcaption>
            <b>{block.number}</b> <Line body={block.body} notes={notes} />
          </figcaption>
        </figure>
      );
    case 'table':
      return (
        <div className={classes.table}>
          <table dir={block.direction}>
            {block.caption.length > 0 && (
              <caption>
                <b>{block.number}</b> <Line body={block.caption} notes={notes} />
              </caption>
            )}
            {block.headers.length > 0 && (
              <thead>
                <Rows rows={block.headers} notes={notes} />
              </thead>
            )}
            <tbody>
              <Rows rows={block.rows} notes={notes} />
            </tbody>
          </table>
        </div>
      );
    case 'withheld':
      // The gate leaves outsiders no trace of a portion: there is none to show.
      return null;
  }
}

function Rows({ rows, notes }: WithNotes & { readonly rows: readonly (readonly SheetCell[])[] }) {
  return rows.map((row, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    <tr key={at}>
      {row.map(({ body, align, header, colspan, rowspan }, column) => {
        const Cell = header ? 'th' : 'td';
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Cell key={column} data-align={align} colSpan={colspan} rowSpan={rowspan}>
            <Several blocks={body} notes={notes} />
          </Cell>
        );
      })}
    </tr>
  ));
}

function Line({ body, notes }: WithNotes & { readonly body: readonly Inline[] }) {
  return body.map((inline, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: as above
    <Fragment key={at}>
      <Piece inline={inline} notes={notes} />
    </Fragment>
  ));
}

function Piece({ inline, notes }: WithNotes & { readonly inline: Inline }): ReactNode {
  const { t } = useLingui();
  switch (inline.type) {
    case 'text':
      return marked(inline.marks, inline.text);
    case 'break':
      return <br />;
    case 'redacted':
      return <span className={classes.redacted}>{t`blacked out`}</span>;
    case 'footnote':
      return <sup>{notes.get(inline)}</sup>;
  }
}

const TAGS: Readonly<Record<InlineMark, keyof HTMLElementTagNameMap>> = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  code: 'code',
  superscript: 'sup',
  subscript: 'sub',
  citation: 'cite',
};

/** Addresses are not followed from here: they are words. */
function marked(marks: readonly InlineMark[], text: string): ReactNode {
  const [mark, ...rest] = marks;
  if (mark === undefined) return text;
  const Tag = TAGS[mark];
  return <Tag>{marked(rest, text)}</Tag>;
}

/** The footnotes of a block in the order of the text, those within footnotes after them. */
function notesIn(block: SheetBlock): Note[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return notesOf(block.body);
    case 'list':
      return block.items.flat().flatMap(notesIn);
    case 'quote':
      return block.content.flatMap(notesIn);
    case 'table':
      return [
        ...notesOf(block.caption),
        ...[...block.headers, ...block.rows].flat().flatMap(({ body }) => body.flatMap(notesIn)),
      ];
    default:
      return [];
  }
}

function notesOf(body: readonly Inline[]): Note[] {
  return body.flatMap((inline) => (inline.type === 'footnote' ? [inline, ...notesOf(inline.body)] : []));
}
