import { useLingui } from '@lingui/react/macro';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient, useHost } from '../../application/ApplicationContext.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { saveFile } from '../../host/saveFile.ts';
import { type PaperSize, usualPaper } from '../../language/paperSize.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { Choice } from '../choice/Choice.tsx';

interface PrintRootProps {
  /** Whether something was saved to be printed. */
  onSaved(): void;
}

/** The root of the network goes on paper: on one sheet, or in three shares of which any two are enough. */
export function PrintRoot({ onSaved }: PrintRootProps) {
  const { t } = useLingui();
  const client = useClient();
  const host = useHost();
  const language = useLanguage();
  const [what, setWhat] = useState<'sheet' | 'shares'>('shares');
  const [paper, setPaper] = useState<PaperSize>(usualPaper);
  const [outcome, setOutcome] = useState<'busy' | 'saved' | { readonly error: unknown }>();

  const save = async () => {
    setOutcome('busy');
    try {
      const name = what === 'sheet' ? t`Root sheet.pdf` : t`Root shares.pdf`;
      const saved = await saveFile(host, name, (file) => client.directory.printRoot({ what, file, language, paper }));
      setOutcome(saved ? 'saved' : undefined);
      if (saved) onSaved();
    } catch (error) {
      setOutcome({ error });
    }
  };
  return (
    <Stack gap="sm">
      <Choice
        label={t`Print as`}
        value={what}
        onChange={(next) => setWhat(next === 'sheet' ? 'sheet' : 'shares')}
        data={[
          { value: 'shares', label: t`Three shares` },
          { value: 'sheet', label: t`One sheet` },
        ]}
      />
      <Text size="sm" c="var(--second)">
        {what === 'shares'
          ? t`Three pages for three keepers. Any two of them together are the root; one alone tells nothing.`
          : t`One page for one safe. Whoever holds it can replace the Secretariat in the network.`}
      </Text>
      <Choice
        label={t`Paper size`}
        value={paper}
        onChange={(chosen) => setPaper(chosen === 'a4' ? 'a4' : 'us-letter')}
        data={[
          { value: 'a4', label: 'A4' },
          { value: 'us-letter', label: 'Letter' },
        ]}
      />
      <Group gap="sm">
        <Button
          leftSection={<IconPrinter size={16} stroke={1.6} aria-hidden />}
          onClick={() => void save()}
          loading={outcome === 'busy'}
        >
          {t`Save the root to print`}
        </Button>
      </Group>
      <Text role="status" size="sm" c={typeof outcome === 'object' ? 'var(--refusal-ink)' : 'var(--second)'}>
        {outcome === 'saved' && t`Saved as a PDF. Open it, print it, then delete the file.`}
        {typeof outcome === 'object' && sentenceFor(outcome.error)}
      </Text>
    </Stack>
  );
}
