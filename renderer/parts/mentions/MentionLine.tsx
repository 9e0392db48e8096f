import { useLingui } from '@lingui/react/macro';
import { Anchor, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { addressOf } from '../../application/addresses.ts';
import { useRecordName } from '../picker/recordName.ts';
import classes from './mentions.module.css';
import type { Deciding, Mention } from './useDeciding.ts';

/** One sentence in which a withheld name stands, and what was decided. */
export function MentionLine({ mention, deciding }: { readonly mention: Mention; readonly deciding: Deciding }) {
  const { t } = useLingui();
  const nameOf = useRecordName();
  const { before, words, after, decision, earlier, record, kind, title } = mention;
  const text = nameOf({ kind, title });
  return (
    <li className={classes.place} data-decided={decision !== undefined || undefined}>
      <div className={classes.sentence}>
        <Anchor component={Link} to={addressOf(kind, record)} size="sm" aria-label={t`Go to the text: ${text}`}>
          {text}
        </Anchor>
        {earlier && <span className={classes.earlier}>{t`in an earlier version, which goes as history`}</span>}
        <p>
          {before}
          <mark>{words}</mark>
          {after}
        </p>
      </div>
      <div className={classes.decision}>
        {!mention.mayStand ? (
          <p className={classes.hidden}>{t`They know this person under another name: change the text.`}</p>
        ) : decision === undefined ? (
          <Button variant="default" size="xs" onClick={() => deciding.letStand([mention])}>
            {t`May stand`}
          </Button>
        ) : (
          <>
            <Reason key={decision.reason} mention={mention} reason={decision.reason} deciding={deciding} />
            <Button variant="subtle" size="xs" onClick={() => deciding.askAgain(mention)}>
              {t`Ask again`}
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

interface ReasonProps {
  readonly mention: Mention;
  readonly reason: string;
  readonly deciding: Deciding;
}

/** Why it may stand, if somebody wants to say so: kept when the field is left. */
function Reason({ mention, reason, deciding }: ReasonProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(reason);
  const keep = () => typed.trim() !== reason && deciding.letStand([mention], typed.trim());
  return (
    <TextInput
      size="xs"
      label={t`It may stand. Why?`}
      placeholder={t`Need not be said`}
      value={typed}
      maxLength={1000}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && keep()}
    />
  );
}
