import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPackage, IconSchool, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useGate } from '../../application/gate.ts';
import classes from '../threshold.module.css';
import { Way } from '../Welcome.tsx';
import { OpenFirstBundle } from './OpenFirstBundle.tsx';
import { type Network, StartNetwork } from './StartNetwork.tsx';
import type { Seat } from './seat.ts';

interface BeginStepProps {
  readonly seat: Seat;
  readonly network: Network;
  readonly onNetwork: (network: Network) => void;
  readonly onBack: () => void;
  /** A network was started. */
  readonly onStarted: () => void;
  readonly onDone: () => void;
}

/** What to do first: the Secretariat starts a network, the other seats open what it sent them. */
export function BeginStep({ seat, network, onNetwork, onBack, onStarted, onDone }: BeginStepProps) {
  const { t } = useLingui();
  const show = useGate((state) => state.show);
  const [way, setWay] = useState<'network' | 'bundle'>();
  const again = () => setWay(undefined);
  if (way === 'network') {
    return <StartNetwork seat={seat} network={network} onChange={onNetwork} onBack={again} onDone={onStarted} />;
  }
  if (way === 'bundle') return <OpenFirstBundle onBack={again} onDone={onDone} />;
  return (
    <>
      <div className={classes.ways}>
        {seat.role === 'secretariat' && (
          <Way
            icon={IconUsersGroup}
            title={t`Start a network`}
            text={t`Its name and the symbol of its documents. Everything else comes later.`}
            onChoose={() => setWay('network')}
          />
        )}
        <Way
          icon={IconPackage}
          title={t`Open a bundle`}
          text={
            seat.role === 'secretariat'
              ? t`What another seat of your network sent you.`
              : t`What the Secretariat sent you. Give it your card first, so that it can seal one for you.`
          }
          onChoose={() => setWay('bundle')}
        />
        <Way
          icon={IconSchool}
          title={t`Open the exercise`}
          text={t`An invented network, in a vault of its own.`}
          onChoose={() => show({ of: 'exercise' })}
        />
      </div>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onBack}>
          {t`Back`}
        </Button>
        <Button onClick={onDone}>{t`Go to my desk`}</Button>
      </div>
    </>
  );
}
