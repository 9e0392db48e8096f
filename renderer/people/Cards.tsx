import { useLingui } from '@lingui/react/macro';
import { Button, Group, Table, Text } from '@mantine/core';
import { IconIdBadge2 } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useClient, useHost } from '../application/ApplicationContext.ts';
import { addressOf } from '../application/addresses.ts';
import { sentenceFor, tell, tellError } from '../application/errors.tsx';
import { useRead, useReadAgain } from '../application/queries.ts';
import { saveFile } from '../host/saveFile.ts';
import { type Card, CardTrust } from '../parts/card/CardTrust.tsx';
import { EmptyState } from '../parts/empty/EmptyState.tsx';
import { AdmitHolder } from './AdmitHolder.tsx';
import classes from './people.module.css';

/** The cards that are here, by which bundles are sealed for a seat and known as coming from it. */
export function Cards({ seat }: { readonly seat?: string }) {
  const { t } = useLingui();
  const client = useClient();
  const host = useHost();
  const readAgain = useReadAgain();
  const { data } = useRead('exchange', 'cards', {});
  const [error, setError] = useState<string>();
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
    <section aria-label={t`Cards`} className={classes.cards}>
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
        <span className={classes.trustLine}>
          <CardTrust card={card} />
          <AdmitHolder card={card} />
        </span>
      </Table.Td>
    </Table.Tr>
  );
}
