import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconEraser, IconMailForward, IconMailQuestion, IconReceipt } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useClient } from '../../application/ApplicationContext.ts';
import { lackingAddress } from '../../application/addresses.ts';
import { tellError } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { formatMomentDay } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import classes from '../exchange.module.css';
import { useRequestWords } from '../requestWords.ts';
import { SaveWords } from '../SaveWords.tsx';
import matrixClasses from './matrix.module.css';
import type { Asked, Due, PurgeEntry, ToAsk } from './matrixTypes.ts';

const SIGN = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;

/** What is open between seats: what others ask for, what is missing here, removals for good that are not acknowledged, receipts that are owed. */
export function OpenMatters() {
  const { t } = useLingui();
  const { data: asked = [] } = useRead('exchange', 'asked', {});
  const { data: toAsk = [] } = useRead('exchange', 'toAsk', {});
  const { data: due = [] } = useRead('exchange', 'due', {});
  const { data: purges = [] } = useRead('exchange', 'purges', {});
  const unheard = purges.filter(({ waiting }) => waiting.length > 0);
  const open = asked.filter(({ state }) => state === 'open');
  if (open.length + toAsk.length + due.length + unheard.length === 0) return null;
  return (
    <section aria-labelledby="open-matters" className={matrixClasses.matters}>
      <h2 id="open-matters" className={classes.head}>{t`What is open`}</h2>
      <ul>
        {open.map((one) => (
          <AskedLine key={`${one.carrier} ${one.installation}`} asked={one} />
        ))}
        {toAsk.map((one) => (
          <ToAskLine key={one.installation} toAsk={one} />
        ))}
        {unheard.map((one) => (
          <PurgeLine key={one.purge} purge={one} />
        ))}
        {due.map((one) => (
          <DueLine key={one.installation} due={one} />
        ))}
      </ul>
    </section>
  );
}

function AskedLine({ asked }: { readonly asked: Asked }) {
  const { t } = useLingui();
  const client = useClient();
  const language = useLanguage();
  const requestWords = useRequestWords();
  const { organisationName: from, carrier, installation, at } = asked;
  const dismiss = () => client.exchange.dismiss({ carrier, installation }).catch(tellError);
  return (
    <li>
      <IconMailQuestion {...SIGN} />
      <span className={matrixClasses.matter}>
        <strong>{t`${from} asks for ${requestWords(asked)}`}</strong>
        <span>{formatMomentDay(at, language)}</span>
      </span>
      <span className={classes.keptActions}>
        <Button
          size="compact-sm"
          component={Link}
          to={lackingAddress(asked.organisation === undefined ? [] : [asked.organisation])}
          aria-label={t`Send what was asked for: ${from}`}
        >
          {t`Send what was asked for…`}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => void dismiss()}>
          {t`Not now`}
        </Button>
      </span>
    </li>
  );
}

function ToAskLine({ toAsk }: { readonly toAsk: ToAsk }) {
  const { t } = useLingui();
  const client = useClient();
  const language = useLanguage();
  const requestWords = useRequestWords();
  const { organisationName: from, installation, restored, numbers, parents, asked } = toAsk;
  const everything = restored && numbers.length === 0 && parents === 0;
  const what = requestWords({ everything, numbers, parents });
  return (
    <li>
      <IconMailQuestion {...SIGN} />
      <span className={matrixClasses.matter}>
        <strong>
          {restored ? t`This desk was restored: ${from} may have sent more` : t`Missing from ${from}: ${what}`}
        </strong>
        <span>
          {asked === undefined
            ? t`It did not arrive here. It can be asked for.`
            : t`Asked for on ${formatMomentDay(asked, language)}.`}
        </span>
      </span>
      <SaveWords
        title={asked === undefined ? t`Ask for it…` : t`Ask again…`}
        about={from}
        icon={IconMailForward}
        said={t`Sealed. Send the file.`}
        make={(file, job) =>
          client.exchange.ask({ to: installation, ...(everything ? { everything: true } : {}), file, job })
        }
      />
    </li>
  );
}

function DueLine({ due }: { readonly due: Due }) {
  const { t } = useLingui();
  const client = useClient();
  const language = useLanguage();
  const { organisationName: to, installation, bundles, since } = due;
  return (
    <li>
      <IconReceipt {...SIGN} />
      <span className={matrixClasses.matter}>
        <strong>{t`${to} waits to hear of ${plural(bundles, { one: '# bundle', other: '# bundles' })}`}</strong>
        <span>{t`Since ${formatMomentDay(since, language)}. It goes with the next bundle to them, or alone.`}</span>
      </span>
      <SaveWords
        title={t`Send receipts alone…`}
        about={to}
        icon={IconMailForward}
        said={t`Sealed. Send the file.`}
        make={(file, job) => client.exchange.acknowledge({ to: installation, file, job })}
      />
    </li>
  );
}

function PurgeLine({ purge }: { readonly purge: PurgeEntry }) {
  const { t } = useLingui();
  const client = useClient();
  const language = useLanguage();
  const { reason, at, waiting } = purge;
  const names = [...new Set(waiting.map(({ organisationName, name }) => organisationName || name))].join(', ');
  return (
    <li>
      <IconEraser {...SIGN} />
      <span className={matrixClasses.matter}>
        <strong>{t`Removed for good on ${formatMomentDay(at, language)}: “${reason}”`}</strong>
        <span>{t`Not yet acknowledged by ${names}. The order goes with the next bundle to them, or alone.`}</span>
      </span>
      <SaveWords
        title={t`Send the order alone…`}
        about={names}
        icon={IconMailForward}
        said={t`Sealed. Send the file.`}
        make={(file, job) =>
          client.exchange.sendPurges({ to: waiting.map(({ installation }) => installation), file, job })
        }
      />
    </li>
  );
}
