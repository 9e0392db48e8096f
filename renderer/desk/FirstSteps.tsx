import { useLingui } from '@lingui/react/macro';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useAction } from '../application/actions.ts';
import { addressOf, NEW_MEETING, printAddress } from '../application/addresses.ts';
import { useGate } from '../application/gate.ts';
import { useRead } from '../application/queries.ts';
import classes from './desk.module.css';
import type { DeskData } from './useDesk.ts';

interface Step {
  readonly title: string;
  readonly text: string;
  /** Where it is done, or what does it. */
  readonly to: string | (() => void);
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
        {steps.map(({ title, text, to, done }) => {
          const Sign = done ? IconCircleCheck : IconCircle;
          return (
            <li key={title} data-done={done || undefined}>
              <Sign size={20} stroke={1.6} aria-hidden />
              <div>
                {typeof to === 'string' ? (
                  <Link to={to}>{title}</Link>
                ) : (
                  <button type="button" onClick={to}>
                    {title}
                  </button>
                )}
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
  const status = useRead('vault', 'status', {});
  const show = useGate((state) => state.show);
  const hasNetwork = status.data?.network !== undefined;
  const network = {
    id: 'desk.network',
    title: t`Start the network`,
    group: t`Desk`,
    disabled: hasNetwork || !isSecretariat,
    run: () => show({ of: 'network' }),
  };
  useAction(network);
  const hasItems = meeting?.sessions.some(({ items }) => items.length > 0) ?? false;
  if (!isSecretariat) {
    if (meeting !== undefined || hasPapers) return [];
    return [
      {
        title: t`Give your card to the Secretariat`,
        text: t`With it, bundles can be sealed for you and for nobody else. Save it as a file and send it by any way you trust.`,
        to: '/people?tab=cards',
        done: hasCards,
      },
      {
        title: t`Open what the Secretariat sent you`,
        text: t`A dossier comes as one sealed file. You see what is in it before anything changes here. You can also drop it on this window.`,
        to: '/exchange',
        done: false,
      },
    ];
  }
  if (hasNetwork && hasItems && hasPapers && hasOrganisations) return [];
  const plan = meeting === undefined ? NEW_MEETING : addressOf('meeting', meeting.record);
  return [
    {
      title: network.title,
      text: t`Its name and the symbol of its documents. Everything else comes later.`,
      to: network.run,
      done: hasNetwork,
    },
    {
      title: t`Make the first meeting`,
      text: t`Two days from the template, closed but for the second morning. Its dates and its place are enough.`,
      to: plan,
      done: meeting !== undefined,
    },
    {
      title: t`Put items on its agenda`,
      text: t`Each with its length; the times follow by themselves.`,
      to: plan,
      done: hasItems,
    },
    {
      title: t`Add a paper`,
      text: t`Write it here, or take in a text that you have.`,
      to: meeting === undefined ? '/papers' : `${plan}?tab=papers`,
      done: hasPapers,
    },
    {
      title: t`Print the agenda`,
      text: t`For members, or the extract for the open session.`,
      to: meeting === undefined ? '/meetings' : printAddress('agenda', meeting.record),
      done: false,
    },
    {
      title: t`Add people and organisations`,
      text: t`Members, their representatives and the bodies that are invited.`,
      to: '/people',
      done: hasOrganisations,
    },
    {
      title: t`Exchange cards with the capitals`,
      text: t`With a capital’s card a dossier can be sealed for it.`,
      to: '/people?tab=cards',
      done: hasCards,
    },
  ];
}
