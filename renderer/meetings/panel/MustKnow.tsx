import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCircleCheck, IconSend } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { MustKnow as MustKnowSchema } from '../../../contract/meetings/mustKnow.ts';
import { guestAddress, sentAddress, tellAddress } from '../../application/addresses.ts';
import { useRead } from '../../application/queries.ts';
import { formatMoment } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { Plan } from '../plan/planTypes.ts';
import classes from './panel.module.css';

type Party = z.output<typeof MustKnowSchema>;

const CONCERNS: Readonly<Record<Party['concerns'][number], MessageDescriptor>> = {
  speaker: msg`speaks by link`,
  lead: msg`leads an item`,
  delegation: msg`delegation`,
  invited: msg`invited`,
};

/** Who must know that the plan is another than each was told, what is another for them, and the way to tell them. */
export function MustKnow({ meeting, plan }: { readonly meeting: string; readonly plan: Plan }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { data } = useRead('meetings', 'mustKnow', { meeting, language }, { keep: true });
  if (data === undefined || !data.sent) return null;
  return (
    <section aria-label={t`Who must know`}>
      <h3 className={classes.heading}>{t`Who must know`}</h3>
      {data.parties.length === 0 ? (
        <p className={classes.well}>
          <IconCircleCheck size={16} stroke={1.6} aria-hidden />
          {t`Everybody was told of the plan as it is.`}
        </p>
      ) : (
        <ul className={classes.mustKnow}>
          {data.parties.map((party) => (
            <li key={party.party}>
              <Told party={party} address={addressFor(meeting, party, plan)} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** A speaker from outside gets their own item, and nothing else of the meeting. */
function addressFor(meeting: string, party: Party, { sessions }: Plan): string {
  const [first] = party.times;
  const item = sessions.flatMap(({ items }) => items).find((one) => one.item === first?.item);
  if (!party.isOutside || party.kind !== 'person' || item === undefined) return tellAddress(meeting, party);
  const papers = item.papers.map(({ paper }) => paper);
  return guestAddress({ meeting, party: party.party, item: item.item, papers });
}

function Told({ party, address }: { readonly party: Party; readonly address: string }) {
  const { t, i18n } = useLingui();
  const language = useLanguage();
  const { name, organisationName, concerns, told, changes, times } = party;
  const as = concerns.map((concern) => i18n._(CONCERNS[concern])).join(', ');
  const where = [as, organisationName].filter(Boolean).join(' · ');
  return (
    <>
      <p className={classes.mustKnowName}>
        <b>{name || t`Somebody not known here`}</b> <span className={classes.mustKnowAs}>{where}</span>
      </p>
      {changes.map((change) => (
        <p key={change} className={classes.mustKnowChange}>
          {change}
        </p>
      ))}
      {times.map(({ item, time, here, dayShift }) => (
        <p key={item} className={classes.mustKnowChange}>
          {dayShift === 0
            ? t`${here} here is ${time} there.`
            : dayShift > 0
              ? t`${here} here is ${time} there, a day later.`
              : t`${here} here is ${time} there, a day earlier.`}
        </p>
      ))}
      <p className={classes.mustKnowTold}>
        {told === undefined ? (
          t`Nothing was sent to them from here yet.`
        ) : (
          <Link to={sentAddress(told.bundle)}>
            <Trans>Told last {formatMoment(told.created, language)}</Trans>
          </Link>
        )}
        <Button
          component={Link}
          to={address}
          size="compact-xs"
          variant="subtle"
          aria-label={t`Send now to ${organisationName ?? name}`}
          leftSection={<IconSend size={14} stroke={1.6} aria-hidden />}
        >
          {t`Send now`}
        </Button>
      </p>
    </>
  );
}
