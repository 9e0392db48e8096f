import { useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import { IconCalendarDown, IconMailShare } from '@tabler/icons-react';
import { Link } from 'react-router';
import { addressOf, guestAddress, planAddress } from '../../application/addresses.ts';
import { type Part, type Participant, peopleIn } from '../peopleIn.ts';
import { usePlan } from '../plan/PlanContext.tsx';
import classes from './people.module.css';
import { audienceOfSpeaker, useCalendar } from './useCalendar.ts';

/** Who leads items or speaks at them by video link, and at what time there: as the items say. */
export function Speakers() {
  const { t } = useLingui();
  const { plan } = usePlan();
  const people = peopleIn(plan);
  if (people.length === 0) return null;
  return (
    <section className={classes.part} aria-label={t`Leads and speakers by item`}>
      <h2 className={classes.heading}>{t`Leads and speakers by item`}</h2>
      <ul className={classes.seats}>
        {people.map((one) => (
          <li key={one.record} className={classes.speaker}>
            <Name person={one} />
            <ul className={classes.parts}>
              {one.parts.map((part) => (
                <li key={`${part.item.item} ${part.as}`}>
                  <PartWords part={part} />
                  {part.as === 'speaker' && <SealFor person={one} part={part} />}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Name({ person: { kind, record, name } }: { readonly person: Participant }) {
  const { t } = useLingui();
  return (
    <span className={classes.name}>
      {kind === '' ? t`Somebody not known here` : <Link to={addressOf(kind, record)}>{name}</Link>}
    </span>
  );
}

function PartWords({ part: { item, as, speaker } }: { readonly part: Part }) {
  const { t } = useLingui();
  const { meeting } = usePlan();
  const name = [item.number, item.title].filter(Boolean).join(' ');
  const time = speaker?.time;
  return (
    <>
      {as === 'lead'
        ? t`leads`
        : time === undefined
          ? t`speaks by video link`
          : t`speaks by video link at ${time} local`}
      {': '}
      <Link to={planAddress(meeting, item.item)}>{name}</Link>
    </>
  );
}

/** Leads to a bundle of this item and its papers, for the speaker alone. */
function SealFor({ person, part: { item } }: { readonly person: Participant; readonly part: Part }) {
  const { t } = useLingui();
  const { meeting } = usePlan();
  const name = person.name === '' ? t`Somebody not known here` : person.name;
  const papers = item.papers.filter(({ here, deleted }) => here && !deleted).map(({ paper }) => paper);
  const saveCalendar = useCalendar(meeting);
  return (
    <span className={classes.acts}>
      <Link className={classes.seal} to={guestAddress({ meeting, party: person.record, item: item.item, papers })}>
        <IconMailShare size={15} stroke={1.6} aria-hidden />
        {t`Seal for this speaker…`}
        <VisuallyHidden>{`${name}, ${item.title}`}</VisuallyHidden>
      </Link>
      <button
        type="button"
        className={classes.seal}
        onClick={() => saveCalendar({ audience: audienceOfSpeaker(person.record, item.item) })}
      >
        <IconCalendarDown size={15} stroke={1.6} aria-hidden />
        {t`Save calendar…`}
        <VisuallyHidden>{`${name}, ${item.title}`}</VisuallyHidden>
      </button>
    </span>
  );
}
