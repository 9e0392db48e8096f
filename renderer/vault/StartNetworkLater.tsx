import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useGate } from '../application/gate.ts';
import { useRead } from '../application/queries.ts';
import { NO_NETWORK, StartNetwork } from './firstStart/StartNetwork.tsx';
import { NO_SEAT } from './firstStart/seat.ts';
import { RootThreshold } from './RootThreshold.tsx';
import { Threshold } from './Threshold.tsx';

/** For a Secretariat that went to its desk first: the network gets its name. */
export function StartNetworkLater() {
  const { t } = useLingui();
  const show = useGate((state) => state.show);
  const [network, setNetwork] = useState(NO_NETWORK);
  const [started, setStarted] = useState(false);
  const { data: status } = useRead('vault', 'status', {});
  const holder = status?.installation;
  if (holder === undefined) return null;
  const leave = () => show(undefined);
  if (started) return <RootThreshold newKeys={network.keys === 'hybrid'} onDone={leave} />;
  return (
    <Threshold
      title={t`Start a network`}
      lead={
        <p>{t`Its name stands on everything that is printed and sealed, and its Secretariat and you become its first members.`}</p>
      }
    >
      <StartNetwork
        seat={{ ...NO_SEAT, role: 'secretariat', name: holder.name, organisation: holder.organisationName }}
        network={network}
        onChange={setNetwork}
        onBack={leave}
        onDone={() => setStarted(true)}
      />
    </Threshold>
  );
}
