import { useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Radio, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { VerifiedHow } from '../../../domain/exchange/card.ts';
import { InstallationId } from '../../../domain/records/ids.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead, useReadAgain } from '../../application/queries.ts';
import { CompareDigits } from './CompareDigits.tsx';

interface VerifyCardProps {
  readonly installation: string;
  readonly name: string;
  readonly digits: string;
  onVerified?(): void;
}

/** Notes that somebody had the holder read the digits, and that they are the same. */
export function VerifyCard(card: VerifyCardProps) {
  const { t } = useLingui();
  const { name } = card;
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => setOpen(true)}
        aria-label={t`Verify the card of ${name}`}
      >
        {t`Verify…`}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t`Verify the card of ${name}`}
        size={560}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        <Verification card={card} onClose={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function Verification({ card, onClose }: { readonly card: VerifyCardProps; onClose(): void }) {
  const { t } = useLingui();
  const client = useClient();
  const readAgain = useReadAgain();
  const status = useRead('vault', 'status', {});
  const [typed, setBy] = useState<string>();
  const [how, setHow] = useState<VerifiedHow>();
  const [differs, setDiffers] = useState(false);
  const [error, setError] = useState<string>();
  const { installation, name, digits, onVerified } = card;
  const by = typed ?? status.data?.installation?.name ?? '';

  const verify = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (differs) return;
    if (by.trim() === '') return setError(t`Say who compared the digits.`);
    try {
      await client.exchange.verifyCard({
        installation: InstallationId.parse(installation),
        verifiedBy: by.trim(),
        ...(how === undefined ? {} : { how }),
      });
      onClose();
      await readAgain('exchange');
      onVerified?.();
    } catch (failure) {
      setError(sentenceFor(failure));
    }
  };
  return (
    <form onSubmit={(event) => void verify(event)} aria-label={t`Verify the card of ${name}`} noValidate>
      <Stack gap="md">
        <Text>
          {t`Have ${name} read the digits of their own card to you, in person or by a voice you know, never from a message. Only if all are the same is the card theirs.`}
        </Text>
        <CompareDigits digits={digits} onDiffers={setDiffers} />
        <Radio.Group
          label={t`How you compared`}
          value={how ?? ''}
          onChange={(next) => setHow(VerifiedHow.safeParse(next).data)}
        >
          <Group gap="md" mt={6}>
            <Radio value="inPerson" label={t`in person`} />
            <Radio value="telephone" label={t`by telephone`} />
            <Radio value="video" label={t`by video`} />
          </Group>
        </Radio.Group>
        <TextInput
          label={t`Compared by`}
          value={by}
          error={error}
          onChange={(event) => {
            setBy(event.currentTarget.value);
            setError(undefined);
          }}
          autoComplete="off"
          maxLength={200}
        />
        <Group gap="sm">
          <Button type="submit" disabled={differs}>
            {t`The digits are the same`}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t`Not now`}
          </Button>
        </Group>
        {differs && (
          <Text size="sm" c="var(--refusal-ink)" role="alert">
            {t`Digits that stay different are a sign that this card is not from ${name}. Seal nothing for it, and ask for the card again by another way.`}
          </Text>
        )}
      </Stack>
    </form>
  );
}
