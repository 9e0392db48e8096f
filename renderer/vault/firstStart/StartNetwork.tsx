import { useLingui } from '@lingui/react/macro';
import { Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useClient } from '../../application/ApplicationContext.ts';
import { useReadAgain } from '../../application/queries.ts';
import { type KeyMode, KeysChoice } from '../../parts/root/KeysChoice.tsx';
import { Buttons } from '../Buttons.tsx';
import { Problem } from '../Problem.tsx';
import type { Seat } from './seat.ts';

/** What a network is called, and which sort of keys it has. */
export interface Network {
  readonly name: string;
  readonly shortName: string;
  /** `CB` in `CB/8/4`. */
  readonly symbol: string;
  readonly keys: KeyMode;
}

export const NO_NETWORK: Network = { name: '', shortName: '', symbol: '', keys: 'classic' };

interface StartNetworkProps {
  readonly seat: Seat;
  readonly network: Network;
  readonly onChange: (network: Network) => void;
  readonly onBack: () => void;
  /** The network is started; its root waits to be put on paper. */
  readonly onDone: () => void;
}

/** The network gets its name; the Secretariat and the person at this seat are its first records. */
export function StartNetwork({ seat, network, onChange: setNetwork, onBack, onDone }: StartNetworkProps) {
  const { t } = useLingui();
  const client = useClient();
  const readAgain = useReadAgain();
  const [complain, setComplain] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const empty = (text: string) => complain && text.trim() === '';

  const start = async (event: FormEvent) => {
    event.preventDefault();
    setComplain(true);
    if (busy || [network.name, network.shortName, network.symbol].some((text) => text.trim() === '')) return;
    setBusy(true);
    setError(undefined);
    const name = seat.organisation.trim();
    try {
      const { keys, ...named } = network;
      await client.vault.startNetwork({
        network: named,
        keys,
        organisation: { name, shortName: name, type: 'secretariat', zone: Temporal.Now.timeZoneId() },
        person: { name: seat.name.trim(), role: 'secretariat' },
      });
      await readAgain('vault');
      onDone();
    } catch (reason) {
      setError(reason);
      setBusy(false);
    }
  };

  return (
    <form onSubmit={(event) => void start(event)} noValidate>
      <Stack gap="md">
        <TextInput
          label={t`Name of the network`}
          value={network.name}
          onChange={(event) => setNetwork({ ...network, name: event.currentTarget.value })}
          error={empty(network.name) && t`Type a name.`}
          autoComplete="off"
          autoFocus
        />
        <Group gap="md" align="flex-start" grow>
          <TextInput
            label={t`Short name`}
            description={t`As it stands in the top bar.`}
            value={network.shortName}
            onChange={(event) => setNetwork({ ...network, shortName: event.currentTarget.value })}
            error={empty(network.shortName) && t`Type a short name.`}
            autoComplete="off"
          />
          <TextInput
            label={t`Symbol of documents`}
            description={t`CB gives CB/8/4: paper 4 of the 8th meeting.`}
            value={network.symbol}
            onChange={(event) => setNetwork({ ...network, symbol: event.currentTarget.value })}
            error={empty(network.symbol) && t`Type a symbol.`}
            autoComplete="off"
            maxLength={12}
          />
        </Group>
        <KeysChoice value={network.keys} onChange={(keys) => setNetwork({ ...network, keys })} />
        <Problem error={error} />
      </Stack>
      <Buttons onBack={onBack} next={t`Start the network`} busy={busy} />
    </form>
  );
}
