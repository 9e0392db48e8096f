import { useLingui } from '@lingui/react/macro';
import { Button, Stack, Text } from '@mantine/core';
import { IconId } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient, useHost } from '../../application/ApplicationContext.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { saveFile } from '../../host/saveFile.ts';
import { numbered } from '../recovery/numbered.ts';
import classes from './card.module.css';

/** The card of this installation: its digits to read aloud, and the file to give to others. */
export function OwnCard() {
  const { t } = useLingui();
  const client = useClient();
  const host = useHost();
  const own = useRead('exchange', 'ownCard', {});
  const [outcome, setOutcome] = useState<'saved' | { readonly error: unknown }>();
  const card = own.data?.card;

  const save = async () => {
    const name = `${card?.organisationName ?? ''} ${card?.name ?? ''}`.trim().concat('.ambercard');
    try {
      if (await saveFile(host, name, (file) => client.exchange.saveCard({ file }))) setOutcome('saved');
    } catch (error) {
      setOutcome({ error });
    }
  };

  return (
    <Stack gap="sm">
      <ol className={classes.digits} aria-label={t`Digits of the card`}>
        {card !== undefined &&
          numbered(card.digits.split(/\s+/)).map(({ number, group }) => <li key={number}>{group}</li>)}
      </ol>
      <div>
        <Button
          variant="default"
          leftSection={<IconId size={16} stroke={1.6} aria-hidden />}
          onClick={() => void save()}
          disabled={card === undefined}
        >
          {t`Save the card`}
        </Button>
      </div>
      <Text role="status" size="sm" c={typeof outcome === 'object' ? 'var(--refusal-ink)' : 'var(--second)'}>
        {outcome === 'saved' && t`Saved. There is nothing secret in it: send it by any way.`}
        {typeof outcome === 'object' && sentenceFor(outcome.error)}
        {own.error !== null && sentenceFor(own.error)}
      </Text>
    </Stack>
  );
}
