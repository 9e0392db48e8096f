import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Button } from '@mantine/core';
import {
  IconAddressBook,
  IconCalendarExclamation,
  IconEraser,
  IconMailForward,
  IconMailQuestion,
  IconReceipt,
  IconRotate2,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { useClient } from '../../application/ApplicationContext.ts';
import { lackingAddress, MATRIX, receivedAddress } from '../../application/addresses.ts';
import { useRead } from '../../application/queries.ts';
import classes from '../exchange.module.css';
import { useRequestWords } from '../requestWords.ts';
import { SaveWords } from '../SaveWords.tsx';
import type { Preview } from '../words.ts';
import receivedClasses from './received.module.css';

const SIGN = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

/**
 * What a bundle said besides its records, and what was done with it when it was opened: nobody declines that. With it
 * what is missing from its sender, and the way to ask for it.
 */
export function WordsInside({ preview }: { readonly preview: Preview }) {
  const { t } = useLingui();
  const { words, sequence, unknownParents, directory, news } = preview;
  const { receipts, asks, recalls, purges } = words;
  const missing = sequence?.missing ?? 0;
  const isSaid =
    receipts.length + recalls.length + purges.length + directory.length + news.length > 0 || asks !== undefined;
  if (!isSaid && missing === 0 && unknownParents === 0) return null;
  return (
    <section aria-labelledby="words-inside" className={receivedClasses.said}>
      <h2 id="words-inside" className={classes.small}>
        {t`What it says besides`}
      </h2>
      <ul>
        {news.map((sentence) => (
          <li key={sentence}>
            <IconCalendarExclamation {...SIGN} />
            <span>{sentence}</span>
          </li>
        ))}
        {recalls.map((recall) => (
          <li key={recall.bundle}>
            <IconRotate2 {...SIGN} />
            <Recalled recall={recall} />
          </li>
        ))}
        {purges.map(({ record, reason, organisationName }) => (
          <li key={record}>
            <IconEraser {...SIGN} />
            <span>
              <Trans>
                A record was removed for good here, with all its versions, by an act of {organisationName}: “{reason}”
              </Trans>
            </span>
          </li>
        ))}
        {directory.map((sentence) => (
          <li key={sentence}>
            <IconAddressBook {...SIGN} />
            <span>{sentence}</span>
          </li>
        ))}
        {asks !== undefined && (
          <li>
            <IconMailQuestion {...SIGN} />
            <Asks preview={preview} asks={asks} />
          </li>
        )}
        {receipts.length > 0 && (
          <li>
            <IconReceipt {...SIGN} />
            <span>
              {t`${plural(receipts.length, { one: 'It acknowledges # bundle of yours.', other: 'It acknowledges # bundles of yours.' })}`}{' '}
              <Anchor component={Link} to={MATRIX} inherit underline="always">
                {t`Who has got what`}
              </Anchor>
            </span>
          </li>
        )}
        {(missing > 0 || unknownParents > 0) && (
          <li>
            <IconMailForward {...SIGN} />
            <Missing preview={preview} missing={missing} />
          </li>
        )}
      </ul>
    </section>
  );
}

function Recalled({ recall }: { readonly recall: Preview['words']['recalls'][number] }) {
  const { t } = useLingui();
  const { bundle, reason, here, builtUpon } = recall;
  return (
    <span>
      <strong>{t`Its sender recalled a bundle: “${reason}”`}</strong>{' '}
      {here
        ? t`What it brought was taken back here.`
        : t`It did not arrive here; when it does, it will not be taken over.`}{' '}
      {builtUpon > 0 &&
        t`${plural(builtUpon, {
          one: '# record stays, because something was built upon it.',
          other: '# records stay, because something was built upon them.',
        })}`}{' '}
      {here && (
        <Anchor component={Link} to={receivedAddress(bundle)} inherit underline="always">
          {t`The recalled bundle`}
        </Anchor>
      )}
    </span>
  );
}

interface AsksProps {
  readonly preview: Preview;
  readonly asks: NonNullable<Preview['words']['asks']>;
}

function Asks({ preview: { sender }, asks }: AsksProps) {
  const { t } = useLingui();
  const requestWords = useRequestWords();
  const { data: cards = [] } = useRead('exchange', 'cards', {});
  const organisation = cards.find(({ installation }) => installation === sender.installation)?.organisation;
  const what = requestWords(asks);
  return (
    <span>
      <strong>{t`It asks for ${what}.`}</strong>
      {organisation !== undefined && (
        <>
          <br />
          <Button size="compact-sm" variant="default" component={Link} to={lackingAddress([organisation])}>
            {t`Send what was asked for…`}
          </Button>
        </>
      )}
    </span>
  );
}

function Missing({ preview, missing }: { readonly preview: Preview; readonly missing: number }) {
  const { t } = useLingui();
  const client = useClient();
  const { sender, unknownParents } = preview;
  const parts: string[] = [];
  if (missing > 0) {
    parts.push(
      t`${plural(missing, { one: '# bundle before it did not arrive.', other: '# bundles before it did not arrive.' })}`,
    );
  }
  if (unknownParents > 0) {
    parts.push(
      t`${plural(unknownParents, {
        one: '# earlier version that it builds on is not here.',
        other: '# earlier versions that it builds on are not here.',
      })}`,
    );
  }
  return (
    <span>
      {parts.join(' ')}
      <br />
      <SaveWords
        title={t`Ask for what is missing…`}
        said={t`Sealed. Send the file.`}
        make={(file, job) => client.exchange.ask({ to: sender.installation, file, job })}
      />
    </span>
  );
}
