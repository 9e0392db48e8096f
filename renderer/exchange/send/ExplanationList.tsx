import { Plural, useLingui } from '@lingui/react/macro';
import { Anchor, Switch, TextInput } from '@mantine/core';
import { IconCheck, IconCircleOff } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { ExplainedOrder } from '../../../contract/documents/calls.ts';
import type { Explanation as ExplanationSchema } from '../../../contract/exchange/bundles.ts';
import { usePrintExplanation } from '../../parts/explanation/usePrintExplanation.ts';
import { HandlingBadge } from '../../parts/handling/HandlingBadge.tsx';
import { kindName } from '../../parts/kinds/kindNames.ts';
import { ActionButton } from '../../parts/page/ActionButton.tsx';
import { inOrder } from '../inOrder.ts';
import classes from './send.module.css';

export type Explanation = z.output<typeof ExplanationSchema>;
type Line = Explanation['lines'][number];

interface ExplanationListProps {
  readonly explanation: Explanation;
  /** It was sealed: told as what happened. */
  readonly past?: boolean;
  /** What it explains, to be printed. */
  readonly of: ExplainedOrder;
}

const ROW = 52;

/** What the gate says, record by record: what goes, what is withheld, and why. Only lines in view are there. */
export function ExplanationList({ explanation, past = false, of }: ExplanationListProps) {
  const { t, i18n } = useLingui();
  const print = usePrintExplanation(of);
  const scroller = useRef<HTMLDivElement>(null);
  const [onlyWithheld, setOnlyWithheld] = useState(false);
  const [words, setWords] = useState('');
  const wanted = words.trim().toLocaleLowerCase();
  const fits = ({ goes, title, kind }: Line) =>
    !(onlyWithheld && goes) && `${title} ${i18n._(kindName(kind))}`.toLocaleLowerCase().includes(wanted);
  const lines = inOrder(explanation.lines.filter(fits));
  const conflicts = past ? 0 : explanation.lines.filter(({ conflict }) => conflict).length;
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    getItemKey: (index) => lines[index]?.record ?? index,
    overscan: 10,
  });
  const { goes, withheld, held } = explanation;
  return (
    <div className={classes.explanation}>
      <p className={classes.counts} role="status">
        <strong>
          {past ? (
            <Plural value={goes} one="# record went" other="# records went" />
          ) : (
            <Plural value={goes} _0="Nothing goes" one="# record goes" other="# records go" />
          )}
        </strong>
        <span>
          {past ? (
            <Plural value={withheld} _0="nothing was withheld" one="# was withheld" other="# were withheld" />
          ) : (
            <Plural value={withheld} _0="nothing is withheld" one="# is withheld" other="# are withheld" />
          )}
        </span>
        {held > 0 && (
          <span>
            <Plural value={held} one="# is left out: they have it" other="# are left out: they have them" />
          </span>
        )}
      </p>
      {conflicts > 0 && (
        <p className={classes.warning}>
          <Plural
            value={conflicts}
            one="# record is in conflict and stays behind."
            other="# records are in conflict and stay behind."
          />{' '}
          <Anchor component={Link} to="/exchange/conflicts" c="inherit" underline="always">
            {t`Resolve them first`}
          </Anchor>
        </p>
      )}
      <div className={classes.narrowing}>
        <TextInput
          aria-label={t`Narrow by words`}
          placeholder={t`Narrow by words`}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <Switch
          label={t`Only what is withheld`}
          checked={onlyWithheld}
          onChange={(event) => setOnlyWithheld(event.currentTarget.checked)}
        />
        <ActionButton action={print} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard. */}
      <section ref={scroller} className={classes.lines} aria-label={t`Record by record`} tabIndex={0}>
        {lines.length === 0 && <p className={classes.quiet}>{t`Nothing fits.`}</p>}
        <ul style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const line = lines[index];
            if (line === undefined) return null;
            return (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className={classes.line}
                style={{ transform: `translateY(${start}px)` }}
              >
                <ExplainedLine line={line} past={past} />
              </li>
            );
          })}
        </ul>
      </section>
    </div>
  );
}

function ExplainedLine({ line, past }: { readonly line: Line; readonly past: boolean }) {
  const { t, i18n } = useLingui();
  const { goes, title, kind, label, sentences, conflict, record } = line;
  const sign = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;
  return (
    <>
      <span className={classes.verdict} data-withheld={!goes || undefined}>
        {goes ? <IconCheck {...sign} /> : <IconCircleOff {...sign} />}
        {goes ? (past ? t`went` : t`goes`) : t`withheld`}
      </span>
      <span className={classes.lineText}>
        <span className={classes.lineTitle}>
          <strong>{title === '' ? t`Without a title` : title}</strong>
          <span className={classes.kind}>{i18n._(kindName(kind))}</span>
          <HandlingBadge label={label} />
        </span>
        {sentences.length > 0 && <span className={classes.why}>{sentences.join(' ')}</span>}
        {conflict && !past && (
          <Anchor
            component={Link}
            to={`/exchange/conflicts?record=${record}`}
            className={classes.why ?? ''}
            underline="always"
          >
            {t`Resolve the conflict`}
          </Anchor>
        )}
      </span>
    </>
  );
}
