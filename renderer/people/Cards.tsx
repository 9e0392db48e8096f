import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Popover, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconCircleCheck, IconHelpCircle, IconIdBadge2, IconUserCheck } from '@tabler/icons-react';
import { type DragEvent, type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { Card as CardSchema } from '../../contract/exchange/calls.ts';
import { useClient, useHost } from '../application/ApplicationContext.ts';
import { addressOf } from '../application/addresses.ts';
import { sentenceFor, tell, tellError } from '../application/errors.tsx';
import { useRead, useReadAgain } from '../application/queries.ts';
import { saveFile } from '../host/saveFile.ts';
import { formatMoment } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { EmptyState } from '../parts/empty/EmptyState.tsx';
import classes from './people.module.css';

type Card = z.output<typeof CardSchema>;

/** The cards that are here, by which bundles are sealed for a seat and known as coming from it. */
export function Cards({ seat }: { readonly seat?: string }) {
  const { t } = useLingui();
  const client = useClient();
  const host = useHost();
  const readAgain = useReadAgain();
  const { data } = useRead('exchange', 'cards', {});
  const [error, setError] = useState<string>();
  const [over, setOver] = useState(false);
  const cards = (data ?? []).filter((card) => seat === undefined || card.seat === seat);

  const add = async (files: readonly { readonly file: string }[]) => {
    setError(undefined);
    for (const { file } of files) {
      try {
        const card = await client.exchange.addCard({ file });
        tell(t`Card of ${card.name} added. Compare its digits with the holder.`);
      } catch (failure) {
        setError(sentenceFor(failure));
      }
    }
    await readAgain('exchange');
  };
  const choose = async () => add(await host.chooseFiles({ endings: ['ambercard'], multiple: true }));
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    await add(await host.dropped([...event.dataTransfer.files]));
  };
  const saveOwn = async () => {
    await saveFile(host, 'amberdesk.ambercard', (file) => client.exchange.saveCard({ file }));
  };
  const buttons = (
    <Group gap="sm">
      <Button variant="default" onClick={() => void choose().catch(tellError)}>
        {t`Add cards…`}
      </Button>
      {seat === undefined && (
        <Button variant="default" onClick={() => void saveOwn().catch(tellError)}>
          {t`Save our own card…`}
        </Button>
      )}
    </Group>
  );
  return (
    <section
      aria-label={t`Cards`}
      className={over ? classes.dropping : classes.cards}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => void drop(event).catch(tellError)}
    >
      {error !== undefined && (
        <Text role="alert" c="red" mb="sm">
          {error}
        </Text>
      )}
      {data !== undefined && cards.length === 0 ? (
        <EmptyState
          icon={IconIdBadge2}
          title={seat === undefined ? t`No cards yet` : t`No card of this seat yet`}
          actions={buttons}
        >
          {t`A card holds the public keys of a seat. Ask the holder for it, add it here, and compare the digits when you meet or speak.`}
        </EmptyState>
      ) : (
        <>
          {buttons}
          <Table.ScrollContainer minWidth={560} mt="md">
            <Table aria-label={t`Cards`}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t`Holder`}</Table.Th>
                  <Table.Th>{t`Organisation`}</Table.Th>
                  <Table.Th>{t`Digits`}</Table.Th>
                  <Table.Th>{t`Trust`}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {cards.map((card) => (
                  <CardLine key={card.installation} card={card} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </>
      )}
    </section>
  );
}

function CardLine({ card }: { readonly card: Card }) {
  return (
    <Table.Tr>
      <Table.Td>
        <Link to={addressOf('person', card.seat)}>{card.name}</Link>
      </Table.Td>
      <Table.Td>{card.organisationName}</Table.Td>
      <Table.Td className={classes.digits ?? ''}>{card.digits}</Table.Td>
      <Table.Td>
        <Trust card={card} />
      </Table.Td>
    </Table.Tr>
  );
}

function Trust({ card }: { readonly card: Card }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { name, verifiedBy = '', verifiedAt = '' } = card;
  switch (card.trust) {
    case 'own':
      return (
        <Group gap={6} wrap="nowrap">
          <IconUserCheck size={16} stroke={1.6} aria-hidden />
          {t`our own`}
        </Group>
      );
    case 'verified':
      return (
        <Group gap={6} wrap="nowrap">
          <IconCircleCheck size={16} stroke={1.6} aria-hidden />
          <Trans>
            verified by {verifiedBy}, {formatMoment(verifiedAt, language)}
          </Trans>
        </Group>
      );
    case 'vouched':
      return t`vouched for by the Secretariat`;
    case 'revoked':
      return t`revoked`;
    default:
      return (
        <Group gap={6} wrap="nowrap">
          <IconHelpCircle size={16} stroke={1.6} aria-hidden />
          {t`not verified`}
          <Verify installation={card.installation} name={name} digits={card.digits} />
        </Group>
      );
  }
}

function Verify({ installation, name, digits }: { installation: string; name: string; digits: string }) {
  const { t } = useLingui();
  const client = useClient();
  const readAgain = useReadAgain();
  const [open, setOpen] = useState(false);
  const [by, setBy] = useState('');
  const [error, setError] = useState<string>();
  const verify = async (event: FormEvent) => {
    event.preventDefault();
    if (by.trim() === '') return setError(t`Say who compared the digits.`);
    try {
      await client.exchange.verifyCard({ installation, verifiedBy: by.trim() });
      setOpen(false);
      await readAgain('exchange');
    } catch (failure) {
      setError(sentenceFor(failure));
    }
  };
  return (
    <Popover opened={open} onChange={setOpen} trapFocus returnFocus width={340}>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => setOpen(!open)}
          aria-label={t`Verify the card of ${name}`}
        >
          {t`Verify…`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={(event) => void verify(event)} aria-label={t`Verify the card of ${name}`}>
          <Stack gap="sm">
            <Text>{t`Have ${name} read these digits to you, in person or by a voice you know. Only if they are the same:`}</Text>
            <Text className={classes.digits ?? ''}>{digits}</Text>
            <TextInput
              data-autofocus
              label={t`Compared by`}
              value={by}
              error={error}
              onChange={(event) => {
                setBy(event.currentTarget.value);
                setError(undefined);
              }}
            />
            <Button type="submit">{t`The digits are the same`}</Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
