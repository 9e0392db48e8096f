import { useLingui } from '@lingui/react/macro';
import { createElement, memo, type PointerEvent, type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { Passage } from '../../../domain/papers/redaction/blacking.ts';
import { asksOf, BAR_SIGN, holdsWords, NOTE_SIGN } from '../../../domain/papers/redaction/textPlaces.ts';
import { INLINE_NODES } from '../../../domain/papers/richText.ts';
import { isJsonObject, type JsonObject } from '../../../domain/records/json.ts';
import { objects, text } from '../../../domain/records/text.ts';
import { RedactedBar } from '../../parts/redacted/RedactedBar.tsx';
import classes from './redaction.module.css';
import type { RedactionDesk } from './useRedaction.ts';
import { useRedactKeys } from './useRedactKeys.ts';

interface RedactTextProps {
  readonly body: JsonObject;
  readonly desk: RedactionDesk;
}

/** A paper to be blacked out: its words are chosen with the mouse or by keyboard, and nothing in it is changed. */
export function RedactText({ body, desk }: RedactTextProps) {
  const { t } = useLingui();
  const root = useRef<HTMLDivElement>(null);
  const keys = useRedactKeys(desk);
  const draws = useMemo(() => drawnPlaces(desk), [desk]);
  const at = desk.chosen?.focus;
  useEffect(() => {
    if (at !== undefined) root.current?.querySelector(`[data-word="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const wordUnder = (event: PointerEvent): number | undefined => {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const word = under instanceof HTMLElement ? under.closest<HTMLElement>('[data-word]') : null;
    return word === null || root.current?.contains(word) !== true ? undefined : Number(word.dataset.word);
  };
  const draw = (key: string): ReactNode => draws.get(key) ?? null;
  const numbers = useMemo(
    () => new Map(desk.places.filter(({ kind }) => kind === 'note').map(({ key }, at) => [key, at + 1])),
    [desk.places],
  );
  const numberOf = (key: string): number | undefined => numbers.get(key);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a text to choose words in is no fieldset.
    <div
      ref={root}
      className={classes.text}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard goes from word to word in it.
      tabIndex={0}
      data-redact-text=""
      aria-label={t`Text to black out`}
      aria-describedby="redact-keys"
      onKeyDown={keys}
      onFocus={() => desk.chosen === undefined && desk.choose(0)}
      onPointerDown={(event) => {
        const word = wordUnder(event);
        if (word !== undefined && event.button === 0) desk.choose(word, event.shiftKey);
      }}
      onPointerMove={(event) => {
        const word = event.buttons === 1 ? wordUnder(event) : undefined;
        if (word !== undefined && word !== at) desk.choose(word, true);
      }}
      onDoubleClick={desk.toggle}
    >
      <h2 className={classes.title}>{draw('title')}</h2>
      {text(body.purpose) !== '' && <p className={classes.purpose}>{draw('purpose')}</p>}
      {asksOf(body).length > 0 && (
        <ol className={classes.asks} type="a">
          {asksOf(body).map((ask) => (
            <li key={text(ask.id)}>{draw(`asks/${text(ask.id)}`)}</li>
          ))}
        </ol>
      )}
      {objects(isJsonObject(body.body) ? body.body.content : undefined).map((block, index) => (
        <Block
          key={`body/${String(index)}`}
          node={block}
          at={`body/${String(index)}`}
          draw={draw}
          numberOf={numberOf}
        />
      ))}
    </div>
  );
}

const ELEMENTS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  heading: 'h3',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
  codeBlock: 'pre',
  figure: 'figure',
  horizontalRule: 'hr',
  tableRow: 'tr',
  tableHeader: 'th',
  tableCell: 'td',
};

interface BlockProps {
  readonly node: JsonObject;
  readonly at: string;
  draw(key: string): ReactNode;
  /** The number of a footnote, by its place. */
  numberOf(key: string): number | undefined;
}

function Block({ node, at, draw, numberOf }: BlockProps): ReactNode {
  const { t } = useLingui();
  const type = text(node.type);
  const children = objects(node.content);
  if (type === 'portion')
    return <p className={classes.portion}>{t`A stricter portion stands here; a bar will stand for it.`}</p>;
  if (INLINE_NODES.some((inline) => inline === type)) return null;
  const inside = children.map((child, index) => (
    <Block key={`${at}/${String(index)}`} node={child} at={`${at}/${String(index)}`} draw={draw} numberOf={numberOf} />
  ));
  if (type === 'table') {
    const caption = isJsonObject(node.attrs) ? text(node.attrs.caption) : '';
    return (
      <table>
        {caption !== '' && <caption>{draw(`${at}/caption`)}</caption>}
        <tbody>{inside}</tbody>
      </table>
    );
  }
  if (type === 'horizontalRule') return <hr />;
  const notes = children.flatMap((child, index) => (child.type === 'footnote' ? [`${at}/${String(index)}`] : []));
  return (
    <>
      {createElement(ELEMENTS[type] ?? 'div', {}, holdsWords(node) ? draw(at) : inside)}
      {notes.map((note) => (
        <p key={note} className={classes.note}>
          <sup>{numberOf(note)}</sup> {draw(note)}
        </p>
      ))}
    </>
  );
}

/** Every place with its words as they are now: chosen, blacked out, or neither. */
function drawnPlaces({ places, words, passages, chosen }: RedactionDesk): ReadonlyMap<string, ReactNode> {
  const firsts = new Map<string, number>();
  for (const [index, { place }] of words.entries()) if (!firsts.has(place)) firsts.set(place, index);
  const counts = new Map<string, number>();
  for (const { place } of words) counts.set(place, (counts.get(place) ?? 0) + 1);
  let notes = 0;
  return new Map(
    places.map(({ key, kind, text: said }) => {
      if (kind === 'note') notes += 1;
      const first = firsts.get(key) ?? 0;
      const last = first + (counts.get(key) ?? 0) - 1;
      const isChosen = chosen !== undefined && firsts.has(key) && chosen.from <= last && chosen.to >= first;
      const black = passages.filter(({ place }) => place === key);
      return [
        key,
        <Words
          key={key}
          said={said}
          first={first}
          notes={notes}
          ranges={JSON.stringify(
            words.slice(first, firsts.has(key) ? last + 1 : first).map(({ from, to }) => [from, to]),
          )}
          black={JSON.stringify(black)}
          from={isChosen ? chosen.from : -1}
          to={isChosen ? chosen.to : -2}
        />,
      ];
    }),
  );
}

interface WordsProps {
  readonly said: string;
  /** The number of its first word among all. */
  readonly first: number;
  /** How many footnotes are called before it. */
  readonly notes: number;
  /** As text, so that what did not change is not drawn again. */
  readonly ranges: string;
  readonly black: string;
  readonly from: number;
  readonly to: number;
}

const Words = memo(function Words({ said, first, notes, ranges, black, from, to }: WordsProps) {
  const words: [number, number][] = JSON.parse(ranges);
  const passages: Passage[] = JSON.parse(black);
  const isBlack = (start: number, end: number): boolean => passages.some((one) => one.from <= start && one.to >= end);
  const pieces: ReactNode[] = [];
  let at = 0;
  const between = (end: number, chosen: boolean) => {
    if (end > at) {
      const before = notes + said.slice(0, at).split(NOTE_SIGN).length - 1;
      pieces.push(
        <Between key={at} said={said.slice(at, end)} notes={before} black={isBlack(at, end)} chosen={chosen} />,
      );
    }
    at = end;
  };
  for (const [index, [start, end]] of words.entries()) {
    const number = first + index;
    const chosen = number >= from && number <= to;
    between(start, chosen && number > from);
    pieces.push(
      <span
        key={start}
        data-word={number}
        data-chosen={chosen || undefined}
        data-black={isBlack(start, end) || undefined}
        className={classes.word}
      >
        {said.slice(start, end)}
      </span>,
    );
    at = end;
  }
  between(said.length, false);
  return pieces;
});

interface BetweenProps {
  readonly said: string;
  readonly notes: number;
  readonly black: boolean;
  readonly chosen: boolean;
}

function Between({ said, notes, black, chosen }: BetweenProps) {
  const signs = said.split(new RegExp(`([${NOTE_SIGN}${BAR_SIGN}\n])`));
  let number = notes;
  return (
    <span data-black={black || undefined} data-chosen={chosen || undefined} className={classes.word}>
      {signs.map((sign, index) => {
        if (sign === NOTE_SIGN) {
          number += 1;
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text that is only read.
          return <sup key={index}>{number}</sup>;
        }
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        if (sign === BAR_SIGN) return <RedactedBar key={index} />;
        // biome-ignore lint/suspicious/noArrayIndexKey: as above.
        return sign === '\n' ? <br key={index} /> : sign;
      })}
    </span>
  );
}
