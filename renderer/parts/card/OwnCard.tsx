import { useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconId } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient, useHost } from '../../application/ApplicationContext.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { saveFile } from '../../host/saveFile.ts';
import { CardFace } from './CardFace.tsx';
import { PrintCard } from './PrintCard.tsx';
import { ReadAloud } from './ReadAloud.tsx';
import { useCardGiven } from './useCardGiven.ts';

/** The card of this installation: the file to give to others, its digits to read aloud, and a page to hand over. */
export function OwnCard() {
  const { t } = useLingui();
  const client = useClient();
  const host = useHost();
  const own = useRead('exchange', 'ownCard', {});
  const [outcome, setOutcome] = useState<'saved' | { readonly error: unknown }>();
  const [, setGiven] = useCardGiven();
  const card = own.data?.card;

  const save = async () => {
    const name = `${card?.organisationName ?? ''} ${card?.name ?? ''}`.trim().concat('.ambercard');
    try {
      if (!(await saveFile(host, name, (file) => client.exchange.saveCard({ file })))) return;
      setOutcome('saved');
      setGiven(true);
    } catch (error) {
      setOutcome({ error });
    }
  };

  return (
    <Stack gap="sm">
      {card !== undefined && <CardFace card={card} />}
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconId size={16} stroke={1.6} aria-hidden />}
          onClick={() => void save()}
          disabled={card === undefined}
        >
          {t`Save the card`}
        </Button>
        {card !== undefined && (
          <>
            <ReadAloud card={card} />
            <PrintCard card={card} onPrinted={() => setGiven(true)} />
          </>
        )}
      </Group>
      <Text role="status" size="sm" c={typeof outcome === 'object' ? 'var(--refusal-ink)' : 'var(--second)'}>
        {outcome === 'saved' && t`Saved. There is nothing secret in it: send it by any way.`}
        {typeof outcome === 'object' && sentenceFor(outcome.error)}
        {own.error !== null && sentenceFor(own.error)}
      </Text>
    </Stack>
  );
}
