import { useLingui } from '@lingui/react/macro';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { addressOf, NEW_MEETING, printAddress } from '../application/addresses.ts';
import classes from './desk.module.css';
import type { DeskData } from './useDesk.ts';

interface Step {
  readonly title: string;
  readonly text: string;
  readonly address: string;
  readonly done: boolean;
}

/** The way from an empty desk to a printed agenda, or for a capital to its first dossier; gone when it was gone. */
export function FirstSteps({ data, isSecretariat }: { readonly data: DeskData; readonly isSecretariat: boolean }) {
  const { t } = useLingui();
  const steps = useSteps(data, isSecretariat);
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby="desk-steps" className={classes.section}>
      <h2 id="desk-steps">{t`First steps`}</h2>
      <ol className={classes.steps}>
        {steps.map(({ title, text, address, done }) => {
          const Sign = done ? IconCircleCheck : IconCircle;
          return (
            <li key={title} data-done={done || undefined}>
              <Sign size={20} stroke={1.6} aria-hidden />
              <div>
                <Link to={address}>{title}</Link>
                {done && <span className={classes.done}>{t`done`}</span>}
                <p>{text}</p>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function useSteps(data: DeskData, isSecretariat: boolean): readonly Step[] {
  const { t } = useLingui();
  const { meeting, hasOrganisations, hasCards, hasPapers } = data;
  const hasItems = meeting?.sessions.some(({ items }) => items.length > 0) ?? false;
  if (!isSecretariat) {
    if (meeting !== undefined || hasPapers) return [];
    return [
      {
        title: t`Give your card to the Secretariat`,
        text: t`With it, bundles can be sealed for you and for nobody else. Save it as a file and send it by any way you trust.`,
        address: '/people?tab=cards',
        done: hasCards,
      },
      {
        title: t`Open what the Secretariat sent you`,
        text: t`A dossier comes as one sealed file. You see what is in it before anything changes here. You can also drop it on this window.`,
        address: '/exchange',
        done: false,
      },
    ];
  }
  if (hasItems && hasPapers) return [];
  const plan = meeting === undefined ? NEW_MEETING : addressOf('meeting', meeting.record);
  return [
    {
      title: t`Make the first meeting`,
      text: t`Two days from the template, closed but for the second morning. Its dates and its place are enough.`,
      address: plan,
      done: meeting !== undefined,
    },
    {
      title: t`Put items on its agenda`,
      text: t`Each with its length; the times follow by themselves.`,
      address: plan,
      done: hasItems,
    },
    {
      title: t`Add a paper`,
      text: t`Write it here, or take in a text that you have.`,
      address: meeting === undefined ? '/papers' : `${plan}?tab=papers`,
      done: hasPapers,
    },
    {
      title: t`Print the agenda`,
      text: t`For members, or the extract for the open session.`,
      address: meeting === undefined ? '/meetings' : printAddress('agenda', meeting.record),
      done: false,
    },
    {
      title: t`Add people and organisations`,
      text: t`Members, their representatives and the bodies that are invited.`,
      address: '/people',
      done: hasOrganisations,
    },
    {
      title: t`Exchange cards with the capitals`,
      text: t`With a capital’s card a dossier can be sealed for it.`,
      address: '/people?tab=cards',
      done: hasCards,
    },
  ];
}
