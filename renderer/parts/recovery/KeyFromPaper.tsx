import { useLingui } from '@lingui/react/macro';
import { Stack } from '@mantine/core';
import { useState } from 'react';
import { SHARE_FORM } from '../../../domain/vault/shares.ts';
import { type KeyForm, readTyped } from '../../../domain/vault/typedKey.ts';
import { Choice } from '../choice/Choice.tsx';
import { TypedKeyField } from './TypedKeyField.tsx';

/** A key as it is typed from paper: its sheet, or two of its shares. Undefined while it is not whole. */
export type TypedFromPaper = string[] | undefined;

interface KeyFromPaperProps {
  /** What the key of the sheet is called. */
  readonly label: string;
  readonly form: KeyForm;
  onChange(typed: TypedFromPaper): void;
  readonly error?: string | false;
  readonly autoFocus?: boolean;
}

/** Where a key is typed from its sheet, or from two of its three shares. */
export function KeyFromPaper({ label, form, onChange, error, autoFocus = false }: KeyFromPaperProps) {
  const { t } = useLingui();
  const [from, setFrom] = useState<'sheet' | 'shares'>('sheet');
  const [typed, setTyped] = useState({ sheet: '', first: '', second: '' });
  const tell = (next: typeof typed, source: typeof from) => {
    setTyped(next);
    setFrom(source);
    const keys =
      source === 'sheet'
        ? [readTyped(form, next.sheet)]
        : [next.first, next.second].map((text) => readTyped(SHARE_FORM, text));
    onChange(keys.every(({ isWhole }) => isWhole) ? keys.map(({ key }) => key) : undefined);
  };
  const wrong = error === undefined || error === false ? {} : { error };
  return (
    <Stack gap="sm">
      <Choice
        label={t`Typed from`}
        value={from}
        onChange={(next) => tell(typed, next === 'shares' ? 'shares' : 'sheet')}
        data={[
          { value: 'sheet', label: t`the sheet` },
          { value: 'shares', label: t`two shares` },
        ]}
      />
      {from === 'sheet' ? (
        <TypedKeyField
          label={label}
          form={form}
          value={typed.sheet}
          onChange={(sheet) => tell({ ...typed, sheet }, from)}
          autoFocus={autoFocus}
          {...wrong}
        />
      ) : (
        <>
          <TypedKeyField
            label={t`One share`}
            form={SHARE_FORM}
            value={typed.first}
            onChange={(first) => tell({ ...typed, first }, from)}
          />
          <TypedKeyField
            label={t`Another share`}
            form={SHARE_FORM}
            value={typed.second}
            onChange={(second) => tell({ ...typed, second }, from)}
            {...wrong}
          />
        </>
      )}
    </Stack>
  );
}
