import { useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useClient } from '../../application/ApplicationContext.ts';
import { useGate } from '../../application/gate.ts';
import { languageChosen } from '../../application/look.ts';
import { NO_PASSPHRASE } from '../../parts/passphrase/NewPassphrase.tsx';
import type { Recovery } from '../../parts/recovery/recovery.ts';
import { Threshold } from '../Threshold.tsx';
import { BeginStep } from './BeginStep.tsx';
import { CardStep } from './CardStep.tsx';
import { ConfirmStep } from './ConfirmStep.tsx';
import { makeVault } from './makeVault.ts';
import { PassphraseStep } from './PassphraseStep.tsx';
import { RootStep } from './RootStep.tsx';
import { useRootHead } from './rootHead.tsx';
import { SeatStep } from './SeatStep.tsx';
import { SheetStep } from './SheetStep.tsx';
import { NO_NETWORK } from './StartNetwork.tsx';
import { NO_SEAT } from './seat.ts';

/** What the screens are called. Printing the sheet and typing it back are one step, beginning and what follows another. */
const SCREENS = ['seat', 'passphrase', 'sheet', 'confirm', 'card', 'begin', 'root'] as const;
type Screen = (typeof SCREENS)[number];
const NUMBERS: Readonly<Record<Screen, number>> = {
  seat: 1,
  passphrase: 2,
  sheet: 3,
  confirm: 3,
  card: 4,
  begin: 5,
  root: 5,
};
const COUNT = 5;

/**
 * Makes a desk, step by step. What was typed stays while the person goes back and forth; the passphrase is forgotten
 * once the vault is made, the recovery key once its sheet is confirmed or left for later.
 */
export function FirstStart() {
  const { t } = useLingui();
  const client = useClient();
  const show = useGate((state) => state.show);
  const [screen, setScreen] = useState<Screen>('seat');
  const [seat, setSeat] = useState(NO_SEAT);
  const [passphrase, setPassphrase] = useState(NO_PASSPHRASE);
  const [network, setNetwork] = useState(NO_NETWORK);
  const [made, setMade] = useState(false);
  const [recovery, setRecovery] = useState<Recovery>();
  const { title, lead } = useHeads()[screen];
  const step = t`Step ${NUMBERS[screen]} of ${COUNT}`;

  const make = async () => {
    if (made) return setScreen(recovery === undefined ? 'card' : 'sheet');
    setRecovery(await makeVault(client, seat, passphrase.first));
    setMade(true);
    setPassphrase(NO_PASSPHRASE);
    setScreen('sheet');
    const language = languageChosen();
    if (language !== 'system') await client.preferences.write({ name: 'look.language', value: language });
  };
  const leaveSheet = () => {
    setRecovery(undefined);
    setScreen('card');
  };
  const leave = () => show(undefined);

  const content: Readonly<Record<Screen, () => ReactNode>> = {
    seat: () => (
      <SeatStep seat={seat} onChange={setSeat} fixed={made} onBack={leave} onNext={() => setScreen('passphrase')} />
    ),
    passphrase: () => (
      <PassphraseStep
        value={passphrase}
        onChange={setPassphrase}
        about={[seat.name, seat.organisation]}
        fixed={made}
        onBack={() => setScreen('seat')}
        onNext={make}
      />
    ),
    sheet: () =>
      recovery && (
        <SheetStep recovery={recovery} onBack={() => setScreen('passphrase')} onNext={() => setScreen('confirm')} />
      ),
    confirm: () =>
      recovery && (
        <ConfirmStep
          recovery={recovery}
          onBack={() => setScreen('sheet')}
          onLater={leaveSheet}
          onConfirmed={leaveSheet}
        />
      ),
    card: () => (
      <CardStep
        onBack={() => setScreen(recovery === undefined ? 'passphrase' : 'confirm')}
        onNext={() => setScreen('begin')}
      />
    ),
    begin: () => (
      <BeginStep
        seat={seat}
        network={network}
        onNetwork={setNetwork}
        onBack={() => setScreen('card')}
        onStarted={() => setScreen('root')}
        onDone={leave}
      />
    ),
    root: () => <RootStep newKeys={network.keys === 'hybrid'} onDone={leave} />,
  };
  return (
    <>
      <VisuallyHidden role="status">{`${step}: ${title}`}</VisuallyHidden>
      <Threshold key={screen} title={title} step={step} lead={lead}>
        {content[screen]()}
      </Threshold>
    </>
  );
}

interface Head {
  readonly title: string;
  readonly lead: ReactNode;
}

function useHeads(): Readonly<Record<Screen, Head>> {
  const { t } = useLingui();
  const root = useRootHead();
  return {
    seat: {
      title: t`Your seat`,
      lead: <p>{t`It stands on everything you share, and decides what can be shared with you.`}</p>,
    },
    passphrase: {
      title: t`Your passphrase`,
      lead: (
        <p>{t`It opens the vault on this computer, and nothing else does but the recovery sheet. Nobody can reset it.`}</p>
      ),
    },
    sheet: {
      title: t`Your recovery sheet`,
      lead: (
        <p>{t`It opens the vault when the passphrase is lost. Print it now and keep it as you keep a passport, not with this computer. It is shown this once.`}</p>
      ),
    },
    confirm: {
      title: t`Is the sheet in your hand?`,
      lead: <p>{t`Type two of its groups from the paper, to be sure that it can be read.`}</p>,
    },
    card: {
      title: t`Your card`,
      lead: (
        <p>{t`Others seal bundles for you with this card, and know by it what comes from you. Send it to them, then read the digits to each other by telephone or in person: they must be the same on both sides.`}</p>
      ),
    },
    root,
    begin: { title: t`Your desk is ready`, lead: <p>{t`What would you like to do first?`}</p> },
  };
}
