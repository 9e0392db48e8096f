import { Plural, useLingui } from '@lingui/react/macro';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { listCalls } from '../../../contract/documents/lists.ts';
import type { Label } from '../../../domain/handling/handling.ts';
import { useClient, useHost } from '../../application/ApplicationContext.ts';
import { tell } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { saveFile } from '../../host/saveFile.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { OURSELVES, useAudience } from '../forWhom/whom.ts';
import { Leaving, WhatGoes } from '../leaving/Leaving.tsx';
import classes from './lists.module.css';

export type Listed = z.input<typeof listCalls.asList.input>['list'];
export type OwnListed = z.input<typeof listCalls.asOwnList.input>['list'];

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
  const language = useLanguage();
  const save = useSave(label);
  const [whom, choose] = useState(OURSELVES);
  const audience = useAudience(whom);
  const order = { list, columns: [...columns], audience: audience ?? { kind: 'self' as const }, language };
  const made = useRead('documents', 'asList', order, { enabled: audience !== undefined });
  return (
    <Leaving
      title={t`Save as CSV`}
      size={760}
      choosing={{ whom, choose }}
      audience={audience}
      made={made}
      act={{ label: t`Save`, icon: IconDownload }}
      onClose={onClose}
      run={(going) => save(going, (file) => client.documents.saveList({ ...order, file }))}
    >
      {(going) => <Going made={going} />}
    </Leaving>
  );
}

interface SaveOwnListProps {
  /** What the list is of: `Journal`. */
  readonly label: string;
  readonly list: OwnListed;
  onClose(): void;
}

/** What this desk did, as a file for spreadsheets: for this desk and nobody else. */
export function SaveOwnList({ label, list, onClose }: SaveOwnListProps) {
  const { t } = useLingui();
  const client = useClient();
  const language = useLanguage();
  const save = useSave(label);
  const order = { list, language };
  const made = useRead('documents', 'asOwnList', order);
  return (
    <Leaving
      title={t`Save as CSV`}
      size={760}
      audience={{ kind: 'self' }}
      made={made}
      note={t`This list is for this desk alone: it says what was done here, and with whom.`}
      act={{ label: t`Save`, icon: IconDownload }}
      onClose={onClose}
      run={(going) => save(going, (file) => client.documents.saveOwnList({ ...order, file }))}
    >
      {(going) => <Going made={going} />}
    </Leaving>
  );
}

/** Saves under a name that has the mark, too. Gives whether somebody chose a place. */
function useSave(label: string) {
  const { t } = useLingui();
  const host = useHost();
  return async (going: Made, write: (file: string) => Promise<unknown>): Promise<boolean> => {
    const name = `${label} ${inName(going.label)}.csv`;
    const isSaved = await saveFile(host, name, write);
    if (isSaved) tell(t`Saved: ${name}`);
    return isSaved;
  };
}

type Made = z.output<typeof listCalls.asList.output>;

/** What would stand in the file: how much, under which mark, and its first rows. */
function Going({ made: { label, heads, rows, total, withheld } }: { readonly made: Made }) {
  const { t } = useLingui();
  return (
    <WhatGoes
      name={t`What goes into the file`}
      label={label}
      says={[
        <Plural key="rows" value={total} one="# row" other="# rows" />,
        withheld > 0
          ? t`${withheld} of the records are withheld from them.`
          : t`The file is not encrypted. Its first lines say the mark and for whom it is.`,
      ]}
    >
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
    </WhatGoes>
  );
}

/** `TLP-AMBER`, as every system takes it in the name of a file. */
const inName = (label: Label): string => label.replace(':', '-').replace('+', '-');
