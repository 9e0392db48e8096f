import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button, Checkbox, Switch } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { Link } from 'react-router';
import { tellError } from '../../application/errors.tsx';
import { type Card, CardTrust } from '../../parts/card/CardTrust.tsx';
import { suggestPassphrase } from '../../parts/passphrase/suggestPassphrase.ts';
import { isTrusted } from './audience.ts';
import classes from './send.module.css';

interface SealedForProps {
  readonly cards: readonly Card[];
  /** Installations that the person left out. */
  readonly without: ReadonlySet<string>;
  /** Organisations or persons of whom no card is here. */
  readonly missing: readonly string[];
  /** The words, where the bundle is sealed under some. */
  readonly words: string | undefined;
  onWithout(without: ReadonlySet<string>): void;
  onWords(words: string | undefined): void;
}

/** Which installations can open it, by their cards; or the words that do, for somebody without keys. */
export function SealedFor({ cards, without, missing, words, onWithout, onWords }: SealedForProps) {
  const { t } = useLingui();
  const draw = () => void suggestPassphrase().then(onWords, tellError);
  const toggle = (installation: string) => {
    const next = new Set(without);
    if (!next.delete(installation)) next.add(installation);
    onWithout(next);
  };
  return (
    <fieldset className={classes.part}>
      <legend>{t`Who can open it`}</legend>
      {words === undefined && (
        <>
          {cards.length === 0 && (
            <p className={classes.quiet}>
              <Trans>
                No card of theirs is here.{' '}
                <Anchor component={Link} to="/people?tab=cards" inherit underline="always">
                  Add their cards
                </Anchor>{' '}
                first, or use a passphrase.
              </Trans>
            </p>
          )}
          {cards.length > 0 && (
            <ul className={classes.addressees}>
              {cards.map((card) => {
                const { installation, name, organisationName } = card;
                const usable = isTrusted(card);
                return (
                  <li key={installation}>
                    <Checkbox
                      label={`${organisationName}, ${name}`}
                      checked={usable && !without.has(installation)}
                      disabled={!usable}
                      onChange={() => toggle(installation)}
                    />
                    <span className={classes.trust}>
                      <CardTrust card={card} />
                    </span>
                  </li>
                );
              })}
            </ul>
          )}
          {cards.some(({ trust }) => trust === 'unverified') && (
            <p className={classes.warning}>
              {t`Nothing is sealed for a card that was not verified: compare its digits with the holder first.`}
            </p>
          )}
          {missing.length > 0 && (
            <p className={classes.quiet}>
              <Trans>No card is here of: {missing.join(', ')}.</Trans>{' '}
              <Anchor component={Link} to="/people?tab=cards" inherit underline="always">
                {t`Seats and cards`}
              </Anchor>
            </p>
          )}
        </>
      )}
      <Switch
        label={t`Somebody without keys: seal under a passphrase instead`}
        checked={words !== undefined}
        onChange={(event) => (event.currentTarget.checked ? draw() : onWords(undefined))}
      />
      {words !== undefined && (
        <div className={classes.words}>
          <output className={classes.wordsText} aria-label={t`Passphrase of the bundle`}>
            {words}
          </output>
          <p className={classes.quiet}>
            {t`Drawn for this bundle alone, and kept nowhere: note the words now. Tell them by another way than the file goes.`}
          </p>
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconRefresh size={16} stroke={1.6} aria-hidden />}
            onClick={draw}
          >
            {t`Draw other words`}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
