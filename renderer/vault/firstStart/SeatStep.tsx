import { useLingui } from '@lingui/react/macro';
import { Group, Radio, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { useLanguage } from '../../language/useLanguage.ts';
import { Buttons } from '../Buttons.tsx';
import {
  faultsOf,
  isState,
  type OrganisationType,
  ROLES,
  type Role,
  type Seat,
  type SeatFault,
  TYPES,
} from './seat.ts';

interface SeatStepProps {
  readonly seat: Seat;
  readonly onChange: (seat: Seat) => void;
  /** The vault is made: the seat can be read, and is changed by making another vault. */
  readonly fixed: boolean;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** Whose desk it is. */
export function SeatStep({ seat, onChange, fixed, onBack, onNext }: SeatStepProps) {
  const { t } = useLingui();
  const [faults, setFaults] = useState<readonly SeatFault[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const roles = useRoles();
  const types = useTypes();
  const country = useCountryName(seat.code);

  const goOn = (event: FormEvent) => {
    event.preventDefault();
    const found = fixed ? [] : faultsOf(seat);
    setFaults(found);
    const [first] = found;
    if (first === undefined) onNext();
    else form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
  };

  return (
    <form onSubmit={goOn} noValidate ref={form}>
      <Stack gap="md">
        {fixed && <Text>{t`Your vault is made for this seat. For another seat, make another vault.`}</Text>}
        <TextInput
          name="name"
          label={t`Your name`}
          description={t`As it stands on name plates and in minutes.`}
          value={seat.name}
          onChange={(event) => onChange({ ...seat, name: event.currentTarget.value })}
          error={faults.includes('name') && t`Type your name.`}
          disabled={fixed}
          autoComplete="off"
          autoFocus
        />
        <Radio.Group
          label={t`Your role`}
          value={seat.role}
          onChange={(value) => onChange({ ...seat, role: ROLES.find((role) => role === value) ?? seat.role })}
        >
          <Stack gap={10} mt={6}>
            {ROLES.map((role) => (
              <Radio
                key={role}
                value={role}
                label={roles[role].name}
                description={roles[role].meaning}
                disabled={fixed}
              />
            ))}
          </Stack>
        </Radio.Group>
        {seat.role !== 'secretariat' && (
          <div>
            <Text component="span" size="sm" fw={600} id="organisation-type" display="block" mb={4}>
              {t`Your organisation is`}
            </Text>
            <SegmentedControl
              aria-labelledby="organisation-type"
              value={seat.type}
              onChange={(value) => onChange({ ...seat, type: TYPES.find((type) => type === value) ?? seat.type })}
              data={TYPES.map((type) => ({ value: type, label: types[type] }))}
              disabled={fixed}
              fullWidth
            />
          </div>
        )}
        <Group gap="md" align="flex-start" wrap="nowrap">
          <TextInput
            name="organisation"
            label={seat.role === 'secretariat' ? t`Name of the Secretariat` : t`Name of the organisation`}
            value={seat.organisation}
            onChange={(event) => onChange({ ...seat, organisation: event.currentTarget.value })}
            error={faults.includes('organisation') && t`Type the name of the organisation.`}
            disabled={fixed}
            autoComplete="off"
            flex={1}
          />
          {isState(seat) && (
            <TextInput
              name="code"
              label={t`ISO code`}
              description={country}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              value={seat.code}
              onChange={(event) => onChange({ ...seat, code: event.currentTarget.value.trim().toUpperCase() })}
              error={faults.includes('code') && t`Two letters, such as CA.`}
              disabled={fixed}
              maxLength={2}
              autoComplete="off"
              w={140}
            />
          )}
        </Group>
      </Stack>
      <Buttons onBack={onBack} next={t`Continue`} />
    </form>
  );
}

function useRoles(): Readonly<Record<Role, { readonly name: string; readonly meaning: string }>> {
  const { t } = useLingui();
  return {
    primaryRepresentative: {
      name: t`Primary representative`,
      meaning: t`You speak and decide for your government or body on the board.`,
    },
    alternate: { name: t`Alternate`, meaning: t`You stand in for the primary representative, with the same papers.` },
    official: {
      name: t`Official`,
      meaning: t`You work on the papers of your government or body, and are not on the board yourself.`,
    },
    secretariat: {
      name: t`Secretariat`,
      meaning: t`You prepare meetings, number papers, seal dossiers and keep the minutes. The Secretariat starts the network.`,
    },
    guest: {
      name: t`Guest`,
      meaning: t`You receive what is released to you, such as an invitation to the open session, and can contribute.`,
    },
  };
}

function useTypes(): Readonly<Record<OrganisationType, string>> {
  const { t } = useLingui();
  return { state: t`A State`, union: t`A union of States`, igo: t`An intergovernmental body`, cso: t`Another body` };
}

/** `Canada` for `CA`, so that a mistyped code is seen. Undefined for codes that are nobody's. */
function useCountryName(code: string): string | undefined {
  const language = useLanguage();
  if (!/^[A-Z]{2}$/.test(code)) return undefined;
  return new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(code);
}
