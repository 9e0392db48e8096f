import { useLingui } from '@lingui/react/macro';
import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient, useHost } from '../../application/ApplicationContext.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { saveFile } from '../../host/saveFile.ts';
import { type PaperSize, usualPaper } from '../../language/paperSize.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { numbered } from './numbered.ts';
import classes from './recovery.module.css';
import type { Recovery } from './recovery.ts';

interface RecoverySheetProps {
  readonly recovery: Recovery;
  /** Offers the key in three shares beside the sheet. */
  readonly withShares?: boolean;
}

/** The recovery key in groups, and the sheet to print. */
export function RecoverySheet({ recovery, withShares = false }: RecoverySheetProps) {
  const { t } = useLingui();
  const client = useClient();
  const host = useHost();
  const language = useLanguage();
  const [paper, setPaper] = useState<PaperSize>(usualPaper);
  const [outcome, setOutcome] = useState<'busy' | 'saved' | { readonly error: unknown }>();
  const [beginning, ...groups] = recovery.groups;

  const save = async (shares: boolean) => {
    setOutcome('busy');
    try {
      const saved = await saveFile(host, shares ? t`Recovery shares.pdf` : t`Recovery sheet.pdf`, (file) =>
        client.vault.printRecoverySheet({ recovery, file, language, paper, ...(shares ? { shares } : {}) }),
      );
      setOutcome(saved ? 'saved' : undefined);
    } catch (error) {
      setOutcome({ error });
    }
  };

  return (
    <Stack gap="sm">
      <ol className={classes.groups} data-secret aria-label={t`Recovery key`}>
        <li className={classes.beginning}>
          <span className={classes.characters}>{beginning}</span>
        </li>
        {numbered(groups).map(({ number, group }) => (
          <li key={number} className={classes.group}>
            <span className={classes.number}>{number}</span>
            <span className={classes.characters}>{group}</span>
          </li>
        ))}
      </ol>
      <Group gap="sm">
        <Button
          leftSection={<IconPrinter size={16} stroke={1.6} aria-hidden />}
          onClick={() => void save(false)}
          loading={outcome === 'busy'}
        >
          {t`Save the sheet to print`}
        </Button>
        <SegmentedControl
          aria-label={t`Paper size`}
          value={paper}
          onChange={(chosen) => setPaper(chosen === 'a4' ? 'a4' : 'us-letter')}
          data={[
            { value: 'a4', label: 'A4' },
            { value: 'us-letter', label: 'Letter' },
          ]}
        />
        {withShares && (
          <Button variant="default" onClick={() => void save(true)} disabled={outcome === 'busy'}>
            {t`Save three shares too`}
          </Button>
        )}
      </Group>
      {withShares && (
        <Text size="sm" c="var(--second)">
          {t`Three pages for three keepers, any two of whom open the vault together; one alone learns nothing. Who keeps shares may burn the sheet once it is confirmed.`}
        </Text>
      )}
      <Text role="status" size="sm" c={typeof outcome === 'object' ? 'var(--refusal-ink)' : 'var(--second)'}>
        {outcome === 'saved' && t`Saved as a PDF. Open it, print it, then delete the file.`}
        {typeof outcome === 'object' && sentenceFor(outcome.error)}
      </Text>
    </Stack>
  );
}
