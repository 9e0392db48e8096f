import { useLingui } from '@lingui/react/macro';
import { Fragment, type MouseEvent } from 'react';
import { Link } from 'react-router';
import { Label } from '../../domain/handling/handling.ts';
import { addressOf } from '../application/addresses.ts';
import { formatDayOf } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { InConflict } from '../parts/conflict/InConflict.tsx';
import { HandlingBadge } from '../parts/handling/HandlingBadge.tsx';
import { KindIcon } from '../parts/kinds/KindIcon.tsx';
import { kindName } from '../parts/kinds/kindNames.ts';
import { OutsideMark } from '../parts/outside/OutsideMark.tsx';
import { useRecordName } from '../parts/picker/recordName.ts';
import classes from './library.module.css';
import type { FoundHit } from './useFound.ts';

interface HitLineProps {
  readonly hit: FoundHit;
  readonly chosen: boolean;
  onChoose(): void;
}

/** One result: what it is, where it belongs, how it is handled, and the words around what was looked for. */
export function HitLine({ hit, chosen, onChoose }: HitLineProps) {
  const { i18n } = useLingui();
  const language = useLanguage();
  const nameOf = useRecordName();
  const { record, kind, title, titleParts, snippet, homes, items, updated } = hit;
  const label = Label.safeParse(hit.label);
  const places = [...homes, ...items].map(nameOf);
  const saysMore = snippet.some(({ text }) => text.trim() !== '') && textIn(snippet) !== title;
  // A click beside the title chooses; the title opens.
  const choose = ({ target }: MouseEvent<HTMLLIElement>) => {
    if (target instanceof Element && target.closest('a') === null) onChoose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the focus of its title does the same
    <li className={classes.hit} data-chosen={chosen || undefined} onClick={choose}>
      <span className={classes.sign}>
        <KindIcon kind={kind} />
      </span>
      <Link to={addressOf(kind, record)} className={classes.title} data-hit onFocus={onChoose}>
        {title === '' ? nameOf(hit) : <Marked parts={titleParts} />}
      </Link>
      <span className={classes.badge}>
        <OutsideMark provenance={hit.provenance} />
        {hit.conflicted && <InConflict record={record} />}
        {label.success && <HandlingBadge label={label.data} />}
      </span>
      <p className={classes.place}>
        {[i18n._(kindName(kind)), ...places, formatDayOf(updated, language)].map((words, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words can stand there twice
          <Fragment key={index}>
            {index > 0 && <span aria-hidden> · </span>}
            <span>{words}</span>
          </Fragment>
        ))}
      </p>
      {saysMore && (
        <p className={classes.snippet}>
          <Marked parts={snippet} />
        </p>
      )}
    </li>
  );
}

/** Words that match are told by weight and line, not by colour alone. */
function Marked({ parts }: { readonly parts: FoundHit['snippet'] }) {
  return parts.map(({ text, match }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts have nothing but their place
    match ? <mark key={index}>{text}</mark> : <Fragment key={index}>{text}</Fragment>,
  );
}

const textIn = (parts: FoundHit['snippet']): string => parts.map(({ text }) => text).join('');
