import { useLingui } from '@lingui/react/macro';
import { createElement, type ReactNode } from 'react';
import { blockText } from '../../../../domain/papers/plainText.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../../domain/records/json.ts';
import { own } from '../../../../domain/records/own.ts';
import { count, objects, text } from '../../../../domain/records/text.ts';
import { RedactedBar } from '../../redacted/RedactedBar.tsx';
import { ReferenceShown } from './ReferenceShown.tsx';
import classes from './richText.module.css';

interface DocumentShownProps {
  /** A document, or one block of it. */
  readonly value: Json | undefined;
  readonly labelId?: string;
}

/** A text to be read, with everything in it: what this version does not know is there by its words. */
export function DocumentShown({ value, labelId }: DocumentShownProps) {
  const { t } = useLingui();
  const blocks = isJsonObject(value) ? (own(value, 'type') === 'doc' ? objects(own(value, 'content')) : [value]) : [];
  if (blocks.length === 0) return <p className={classes.nothing}>{t`Nothing`}</p>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a text is no fieldset.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard.
    <div className={classes.shown} tabIndex={0} role="group" aria-labelledby={labelId} dir="auto">
      {blocks.map((block, index) => (
        <Node key={text(attributes(block).id) || String(index)} node={block} />
      ))}
    </div>
  );
}

const attributes = (node: JsonObject): JsonObject => {
  const attrs = own(node, 'attrs');
  return isJsonObject(attrs) ? attrs : {};
};

/** Node types that are an element with what is inside. */
const ELEMENTS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  listItem: 'li',
  blockquote: 'blockquote',
  tableRow: 'tr',
  tableHeader: 'th',
  tableCell: 'td',
};
const MARK_ELEMENTS: Readonly<Record<string, string>> = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  code: 'code',
  superscript: 'sup',
  subscript: 'sub',
  link: 'u',
  recordLink: 'u',
};

function Node({ node }: { readonly node: JsonObject }): ReactNode {
  const { t } = useLingui();
  const type = text(own(node, 'type'));
  const inside = objects(own(node, 'content')).map((child, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: nodes below the top have no id, and this is only read.
    <Node key={index} node={child} />
  ));
  const element = ELEMENTS[type];
  if (element !== undefined) {
    return createElement(element, {}, ...inside);
  }
  switch (type) {
    case 'text':
      return objects(own(node, 'marks')).reduce<ReactNode>(
        (words, mark) => createElement(MARK_ELEMENTS[text(mark.type)] ?? 'span', {}, words),
        text(own(node, 'text')),
      );
    case 'crossReference':
      return <ReferenceShown record={text(attributes(node).record)} block={text(attributes(node).block)} />;
    case 'redacted':
      return <RedactedBar />;
    case 'hardBreak':
      return <br />;
    case 'heading':
      return <p className={classes.heading}>{inside}</p>;
    case 'orderedList':
      return <ol start={count(attributes(node).start) || 1}>{inside}</ol>;
    case 'horizontalRule':
      return <hr />;
    case 'codeBlock':
      return <pre>{inside}</pre>;
    case 'footnote':
      return <small className={classes.footnote}> [{inside}] </small>;
    case 'figure':
      return (
        <figure className={classes.figure}>
          <p>{t`Picture: ${text(attributes(node).alt)}`}</p>
          <figcaption>{inside}</figcaption>
        </figure>
      );
    case 'table':
      return (
        <table>
          {text(attributes(node).caption) !== '' && <caption>{text(attributes(node).caption)}</caption>}
          <tbody>{inside}</tbody>
        </table>
      );
    case 'portion':
      return <p className={classes.unknown}>{t`A portion marked ${text(attributes(node).label)} stands here.`}</p>;
    default: {
      const words = blockText(node);
      return (
        <span className={classes.unknown}>{words === '' ? t`A part from a newer version stands here.` : words}</span>
      );
    }
  }
}
