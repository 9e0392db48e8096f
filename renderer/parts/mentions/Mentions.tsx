import { Plural, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCircleCheck, IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import { sentenceFor } from '../../application/errors.tsx';
import { HandlingBadge } from '../handling/HandlingBadge.tsx';
import { KindIcon } from '../kinds/KindIcon.tsx';
import { MentionLine } from './MentionLine.tsx';
import classes from './mentions.module.css';
import { type Audience, type Deciding, type Mention, undecidedIn, useDeciding } from './useDeciding.ts';

interface MentionsProps {
  readonly mentions: readonly Mention[];
  /** For whom decisions are made: everybody for whom something is being made. */
  readonly audience: Audience;
}

/**
 * Withheld names that stand in what goes, name by name with the sentences around them: each may stand, or its text is
 * changed. Nothing where there is none.
 */
export function Mentions({ mentions, audience }: MentionsProps) {
  const { t } = useLingui();
  const deciding = useDeciding(audience);
  const [all, setAll] = useState(false);
  if (mentions.length === 0) return null;
  const open = undecidedIn(mentions);
  const decided = mentions.length - open;
  const shown = all || decided === 0 ? mentions : mentions.filter(({ decision }) => decision === undefined);
  const names = [...Map.groupBy(shown, ({ name }) => name).values()];
  return (
    <section className={classes.mentions} aria-label={t`Withheld names in what goes`} data-open={open > 0 || undefined}>
      <p className={classes.head} role="status">
        {open > 0 ? (
          <IconHandStop size={18} stroke={1.6} aria-hidden />
        ) : (
          <IconCircleCheck size={18} stroke={1.6} aria-hidden />
        )}
        <strong>
          <Plural
            value={open}
            _0="Every withheld name in what goes is decided on"
            one="# withheld name stands in what goes"
            other="Withheld names stand in what goes in # places"
          />
        </strong>
        {decided > 0 && (
          <Button variant="subtle" size="compact-sm" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t`Hide what is decided` : <Plural value={decided} one="Show # decided" other="Show # decided" />}
          </Button>
        )}
      </p>
      {open > 0 && (
        <p className={classes.rule}>
          {t`Somebody typed them. Look at each: it may stand there, or change the text. Nothing leaves before.`}
        </p>
      )}
      {deciding.refused !== undefined && (
        <p role="alert" className={classes.wrong}>
          {sentenceFor(deciding.refused)}
        </p>
      )}
      <ul className={classes.names}>
        {names.map((places) => (
          <NameOf key={places[0]?.name ?? ''} places={places} deciding={deciding} />
        ))}
      </ul>
    </section>
  );
}

function NameOf({ places, deciding }: { readonly places: readonly Mention[]; readonly deciding: Deciding }) {
  const { t } = useLingui();
  const [first] = places;
  if (first === undefined) return null;
  const open = places.filter(({ decision, mayStand }) => decision === undefined && mayStand);
  return (
    <li>
      <p className={classes.name}>
        <KindIcon kind={first.nameKind} size={16} />
        <b>{first.nameTitle}</b>
        <HandlingBadge label={first.nameLabel} />
        {open.length > 1 && (
          <Button variant="subtle" size="compact-sm" onClick={() => deciding.letStand(open)}>
            {t`May stand in all ${open.length} places`}
          </Button>
        )}
      </p>
      <ul className={classes.places}>
        {places.map((mention) => (
          <MentionLine key={`${mention.record} ${mention.digest}`} mention={mention} deciding={deciding} />
        ))}
      </ul>
    </li>
  );
}
