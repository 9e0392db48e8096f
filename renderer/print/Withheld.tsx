import { Plural, useLingui } from '@lingui/react/macro';
import { Anchor, Button } from '@mantine/core';
import { IconCircleCheck, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { ExplanationLine } from '../../contract/exchange/bundles.ts';
import { addressOf } from '../application/addresses.ts';
import { HandlingBadge } from '../parts/handling/HandlingBadge.tsx';
import { useRecordName } from '../parts/picker/recordName.ts';
import classes from './print.module.css';

type Line = z.output<typeof ExplanationLine>;

const SHOWN = 4;

/** What of the document does not print for this audience, by reason. */
export function Withheld({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useLingui();
  const withheld = lines.filter(({ goes }) => !goes);
  const cut = lines.filter(({ goes, sentences }) => goes && sentences.length > 0);
  if (withheld.length === 0 && cut.length === 0) {
    return (
      <p className={classes.verdict}>
        <IconCircleCheck size={16} stroke={1.6} aria-hidden />
        {t`Everything in it goes.`}
      </p>
    );
  }
  return (
    <>
      <p className={classes.verdict}>
        <IconEyeOff size={16} stroke={1.6} aria-hidden />
        <span>
          <Plural
            value={withheld.length}
            _0="Nothing is withheld"
            one="# record is withheld"
            other="# records are withheld"
          />
          {cut.length > 0 && (
            <>
              {', '}
              <Plural value={cut.length} one="# goes in part" other="# go in part" />
            </>
          )}
        </span>
      </p>
      <Reasons title={t`Withheld`} lines={withheld} />
      <Reasons title={t`In part`} lines={cut} />
    </>
  );
}

function Reasons({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  const groups = Map.groupBy(lines, ({ sentences }) => sentences.join(' '));
  return (
    <section className={classes.reasons} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {[...groups].map(([reason, among]) => (
          <Reason key={reason} reason={reason} lines={among} />
        ))}
      </ul>
    </section>
  );
}

function Reason({ reason, lines }: { readonly reason: string; readonly lines: readonly Line[] }) {
  const { t } = useLingui();
  const nameOf = useRecordName();
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.slice(0, SHOWN);
  const left = lines.length - shown.length;
  return (
    <li className={classes.reason}>
      {reason}
      <ul>
        {shown.map((line) => (
          <li key={line.record}>
            <Anchor component={Link} to={addressOf(line.kind, line.record)} size="sm">
              {nameOf(line)}
            </Anchor>
            <HandlingBadge label={line.label} />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button variant="subtle" size="compact-xs" onClick={() => setAll(true)}>
          {t`${left} more`}
        </Button>
      )}
    </li>
  );
}
