import { useLingui } from '@lingui/react/macro';
import { Radio, Stack } from '@mantine/core';
import type { z } from 'zod';
import { KeyMode as KeyModeSchema } from '../../../domain/directory/keyMode.ts';

export type KeyMode = z.output<typeof KeyModeSchema>;

interface KeysChoiceProps {
  readonly value: KeyMode;
  onChange(keys: KeyMode): void;
}

/** Which sort of keys everybody in a network has. The two are never mixed. */
export function KeysChoice({ value, onChange }: KeysChoiceProps) {
  const { t } = useLingui();
  return (
    <Radio.Group
      label={t`Keys of the network`}
      description={t`The same for everybody, and not changed later without new cards for all.`}
      value={value}
      onChange={(next) => onChange(KeyModeSchema.safeParse(next).data ?? value)}
    >
      <Stack gap={10} mt={8}>
        <Radio
          value="classic"
          label={t`Classic`}
          description={t`X25519. Nobody can break it today. Bundles can be opened by hand with any age program.`}
        />
        <Radio
          value="hybrid"
          label={t`Post-quantum`}
          description={t`ML-KEM-768 together with X25519: what is sealed today also withstands a quantum computer, should one be built. By hand it needs age 1.3 or later, and cards are larger.`}
        />
      </Stack>
    </Radio.Group>
  );
}
