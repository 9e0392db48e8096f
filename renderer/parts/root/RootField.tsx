import { useLingui } from '@lingui/react/macro';
import { Stack } from '@mantine/core';
import { useState } from 'react';
import { ROOT_FORM, SHARE_FORM } from '../../../domain/vault/shares.ts';
import { readTyped } from '../../../domain/vault/typedKey.ts';
import { Choice } from '../choice/Choice.tsx';
import { TypedKeyField } from '../recovery/TypedKeyField.tsx';

/** The root as it is typed from paper: its sheet, or two of its shares. Undefined while it is not whole. */
export type RootTyped = string[] | undefined;

interface RootFieldProps {
  onChange(root: RootTyped): void;
  readonly autoFocus?: boolean;
}

/** Where the root of the network is typed from its sheet, or from two of its three shares. */
export function RootField({ onChange, autoFocus = false }: RootFieldProps) {
  const { t } = useLingui();
  const [from, setFrom] = useState<'sheet' | 'shares'>('sheet');
  const [typed, setTyped] = useState({ sheet: '', first: '', second: '' });
  const tell = (next: typeof typed, source: typeof from) => {
    setTyped(next);
    setFrom(source);
    const texts = source === 'sheet' ? [next.sheet] : [next.first, next.second];
    const form = source === 'sheet' ? ROOT_FORM : SHARE_FORM;
    onChange(texts.every((text) => readTyped(form, text).isWhole) ? texts : undefined);
  };
  return (
    <Stack gap="sm">
      <Choice
        label={t`The root is typed from`}
        value={from}
        onChange={(next) => tell(typed, next === 'shares' ? 'shares' : 'sheet')}
        data={[
          { value: 'sheet', label: t`its sheet` },
          { value: 'shares', label: t`two shares` },
        ]}
      />
      {from === 'sheet' ? (
        <TypedKeyField
          label={t`Root of the network`}
          form={ROOT_FORM}
          value={typed.sheet}
          onChange={(sheet) => tell({ ...typed, sheet }, from)}
          autoFocus={autoFocus}
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
          />
        </>
      )}
    </Stack>
  );
}
