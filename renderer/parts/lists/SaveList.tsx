import { Plural, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { z } from 'zod';
import type { listCalls } from '../../../contract/documents/lists.ts';
import type { Label } from '../../../domain/handling/handling.ts';
import { useClient, useHost } from '../../application/ApplicationContext.ts';
import { sentenceFor, tell } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { saveFile } from '../../host/saveFile.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { ForWhom } from '../forWhom/ForWhom.tsx';
import { OURSELVES, useAudience } from '../forWhom/whom.ts';
import { HandlingBadge } from '../handling/HandlingBadge.tsx';
import { Mentions } from '../mentions/Mentions.tsx';
import { undecidedIn } from '../mentions/useDeciding.ts';
import classes from './lists.module.css';

export type Listed = z.input<typeof listCalls.asList.input>['list'];

interface SaveListProps {
  /** What the list is of: `Papers`. */
  readonly label: string;
  readonly list: Listed;
  readonly columns: readonly string[];
  onClose(): void;
}

/** A list as a file for spreadsheets: it asks for whom, shows what goes, and goes through the gate. */
export function SaveList({ label, list, columns, onClose }: SaveListProps) {
  const { t } = useLingui();
  const client = useClient();
  const host = useHost();
  const language = useLanguage();
  const [whom, setWhom] = useState(OURSELVES);
  const [error, setError] = useState<unknown>();
  const busy = useRef(false);
  const audience = useAudience(whom);
  const order = { list, columns: [...columns], audience: audience ?? { kind: 'self' as const }, language };
  const made = useRead('documents', 'asList', order, { enabled: audience !== undefined });
  const problem = error ?? made.error ?? undefined;
  const ready = audience !== undefined && made.data !== undefined && made.error === null;
  const save = async () => {
    if (busy.current || made.data === undefined) return;
    busy.current = true;
    try {
      const name = `${label} ${inName(made.data.label)}.csv`;
      if (await saveFile(host, name, (file) => client.documents.saveList({ ...order, file }))) {
        onClose();
        tell(t`Saved: ${name}`);
      }
    } catch (reason) {
      setError(reason);
    }
    busy.current = false;
  };
  return (
    <Modal opened onClose={onClose} size={760} title={t`Save as CSV`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Stack gap="md">
        <ForWhom
          value={whom}
          onChange={(chosen) => {
            setError(undefined);
            setWhom(chosen);
          }}
        />
        {problem !== undefined && (
          <p role="alert" className={classes.wrong}>
            {sentenceFor(problem)}
          </p>
        )}
        {ready && audience !== undefined && <Mentions mentions={made.data.mentions} audience={audience} />}
        {ready && made.error === null && <Going made={made.data} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t`Cancel`}</Button>
          <Button
            disabled={!ready || problem !== undefined || undecidedIn(made.data.mentions) > 0}
            data-autofocus
            leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
            onClick={() => void save()}
          >
            {t`Save`}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

type Made = z.output<typeof listCalls.asList.output>;

/** What would stand in the file: how much, under which mark, and its first rows. */
function Going({ made: { label, heads, rows, total, withheld } }: { readonly made: Made }) {
  const { t } = useLingui();
  return (
    <section className={classes.going} aria-label={t`What goes into the file`}>
      <header>
        <HandlingBadge label={label} />
        <span>
          <Plural value={total} one="# row" other="# rows" />
        </span>
        <span>
          {withheld > 0
            ? t`${withheld} of the records are withheld from them.`
            : t`The file is not encrypted. Its first lines say the mark and for whom it is.`}
        </span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard. */}
      <div className={classes.scroll} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {heads.map((head, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name.
                <th key={at} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name.
              <tr key={at}>
                {row.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name.
                  <td key={column} dir="auto">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > rows.length && <p className={classes.more}>{t`The first ${rows.length} rows are shown.`}</p>}
    </section>
  );
}

/** `TLP-AMBER`, as every system takes it in the name of a file. */
const inName = (label: Label): string => label.replace(':', '-').replace('+', '-');
