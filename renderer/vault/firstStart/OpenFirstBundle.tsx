import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { ChosenFile } from '../../../contract/bridge.ts';
import type { Preview as PreviewSchema } from '../../../contract/exchange/received.ts';
import { hasCode } from '../../../domain/errors.ts';
import { volumeOf } from '../../../domain/exchange/volumes.ts';
import { useClient, useHost } from '../../application/ApplicationContext.ts';
import { receivedAddress } from '../../application/addresses.ts';
import { tellError } from '../../application/errors.tsx';
import { useGate } from '../../application/gate.ts';
import { VerifySender } from '../../parts/card/VerifySender.tsx';
import { BUNDLE_ENDINGS } from '../../parts/dropping/endings.ts';
import { PassphraseField } from '../../parts/passphrase/PassphraseField.tsx';
import { useWork } from '../../parts/work/useWork.ts';
import { WorkProgress } from '../../parts/work/WorkProgress.tsx';
import { Buttons } from '../Buttons.tsx';
import { Problem } from '../Problem.tsx';

type Preview = z.output<typeof PreviewSchema>;

interface OpenFirstBundleProps {
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** The volumes of one bundle together; of other files the first. */
const filesOf = (chosen: readonly ChosenFile[]): string | string[] => {
  const volumes = chosen.filter(({ name }) => volumeOf(name) !== undefined).map(({ file }) => file);
  return volumes.length > 1 ? volumes : (chosen[0]?.file ?? '');
};

/** Opens a bundle and says what is in it. What is taken from it is decided at the place for that, inside. */
export function OpenFirstBundle({ onBack, onDone }: OpenFirstBundleProps) {
  const { t } = useLingui();
  const client = useClient();
  const host = useHost();
  /** A bundle, or its volumes. */
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [passphrase, setPassphrase] = useState('');
  const [preview, setPreview] = useState<Preview>();
  const work = useWork((chosen: readonly ChosenFile[], job) =>
    client.exchange.open({ file: filesOf(chosen), job, ...(passphrase === '' ? {} : { passphrase }) }),
  );

  const [first] = files;
  const open = async (chosen: readonly ChosenFile[]) => {
    setFiles(chosen);
    setPreview(await work.start(chosen));
  };
  const choose = async () => {
    const chosen = await host.chooseFiles({ endings: BUNDLE_ENDINGS, multiple: true });
    if (chosen.length > 0) await open(chosen);
  };
  const goOn = (event: FormEvent) => {
    event.preventDefault();
    if (work.job !== undefined) return;
    if (preview !== undefined) {
      useGate.getState().headFor(receivedAddress(preview.bundle));
      onDone();
    } else if (files.length > 0) void open(files);
    else void choose().catch(tellError);
  };

  const dropped = useRef(open);
  dropped.current = open;
  useEffect(() => {
    const drop = (event: DragEvent) => {
      const given = [...(event.dataTransfer?.files ?? [])];
      if (given.length === 0) return;
      host.dropped(given).then((chosen) => (chosen.length === 0 ? undefined : dropped.current(chosen)), tellError);
    };
    window.addEventListener('drop', drop);
    return () => window.removeEventListener('drop', drop);
  }, [host]);

  return (
    <form onSubmit={goOn} noValidate>
      <Stack gap="md">
        <div>
          <Button
            variant="default"
            leftSection={<IconPackage size={16} stroke={1.6} aria-hidden />}
            onClick={() => void choose().catch(tellError)}
            disabled={work.job !== undefined}
          >
            {t`Choose a bundle`}
          </Button>
        </div>
        {first !== undefined && <Text>{volumeOf(first.name)?.bundle ?? first.name}</Text>}
        {work.job !== undefined && <WorkProgress job={work.job} title={t`Opening the bundle`} onCancel={work.cancel} />}
        {hasCode(work.error, 'bundle.passphrase') ? (
          <PassphraseField
            label={t`Passphrase of the bundle`}
            value={passphrase}
            onChange={setPassphrase}
            error={passphrase === '' ? undefined : t`The passphrase of the bundle is not right.`}
            autoFocus
          />
        ) : hasCode(work.error, 'bundle.unknownSender') && first !== undefined ? (
          <VerifySender error={work.error} onAgain={() => void open(files)} />
        ) : (
          <Problem error={work.error} />
        )}
        <div role="status">{preview !== undefined && <WhatIsInside preview={preview} />}</div>
      </Stack>
      <Buttons
        onBack={onBack}
        next={preview !== undefined ? t`Look at what is inside` : t`Open`}
        busy={work.job !== undefined}
        disabled={first === undefined}
      />
    </form>
  );
}

function WhatIsInside({ preview: { sender, counts } }: { readonly preview: Preview }) {
  return (
    <Text>
      <Trans>
        From {sender.name}, {sender.organisationName}:{' '}
        <Plural value={counts.new} one="# new record" other="# new records" />,{' '}
        <Plural value={counts.changed} one="# changed" other="# changed" />,{' '}
        <Plural value={counts.conflict} one="# in conflict" other="# in conflict" />. Nothing was taken over yet: you
        decide that next, record by record.
      </Trans>
    </Text>
  );
}
