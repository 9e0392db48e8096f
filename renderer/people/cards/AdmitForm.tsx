import { Trans, useLingui } from '@lingui/react/macro';
import { Radio, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { InstallationId, RecordId } from '../../../domain/records/ids.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { valueName } from '../../../domain/records/valueNames.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { tell } from '../../application/errors.tsx';
import { useUndo } from '../../application/undo.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { Card } from '../../parts/card/CardTrust.tsx';
import { DayInput } from '../../parts/dates/DayInput.tsx';
import type { TypedDate } from '../../parts/dates/typedDate.ts';
import type { Directory } from '../../parts/directory/useDirectory.ts';
import { RecordPicker } from '../../parts/picker/RecordPicker.tsx';
import { SignedForm } from '../../parts/root/SignedForm.tsx';

/** What the holder's organisation may be to the network. */
const MEMBERSHIPS = ['member', 'cooperating', 'invited', 'none'];

/** Beyond the board as well, like the Secretariat's own organisation. */
const GREEN = { label: 'TLP:GREEN', distribution: { to: 'community' } } as const;

interface AdmitFormProps {
  readonly card: Card;
  readonly directory: Directory | undefined;
  readonly known: ReadonlySet<string>;
  readonly title: string;
  onClose(): void;
}

/** Asks what is not known of a holder, and for how long and in whose place the installation is admitted. */
export function AdmitForm({ card, directory, known, title, onClose }: AdmitFormProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const [name, setName] = useState(card.organisationName);
  const [membership, setMembership] = useState('member');
  const [isSeconded, setSeconded] = useState(false);
  const [homeState, setHomeState] = useState<string | null>(null);
  const [ends, setEnds] = useState<TypedDate>({ value: undefined });
  const [replaces, setReplaces] = useState('');
  const withoutOrganisation = !known.has(card.organisation);
  const admits = directory?.founded === true && directory.maySign;
  const installation = InstallationId.parse(card.installation);
  const others =
    directory?.seats.filter(
      (one) => one.person === card.seat && one.standing !== 'notIn' && one.installation !== installation,
    ) ?? [];

  const takeIn = async (root: string[] | undefined) => {
    const made: RecordId[] = [];
    const create = async (kind: string, id: string, body: JsonObject, mark?: typeof GREEN) => {
      const view = await client.records.create({ kind, id: RecordId.parse(id), body, ...(mark && { mark }) });
      made.push(view.id);
    };
    const undo = () => client.records.removeMany({ ids: made, reason: t`Adding it was undone` });
    try {
      if (withoutOrganisation) {
        await create('organisation', card.organisation, { name: name.trim(), membership }, GREEN);
      }
      if (!known.has(card.seat)) {
        await create('person', card.seat, { name: card.name, organisation: card.organisation });
      }
      if (!admits) return { made, number: undefined };
      const { number } = await client.directory.admit({
        installation,
        ...(isSeconded && homeState !== null ? { homeState: RecordId.parse(homeState) } : {}),
        ...(isSeconded && 'value' in ends && ends.value !== undefined ? { ends: ends.value } : {}),
        ...(replaces === '' ? {} : { replaces: InstallationId.parse(replaces) }),
        ...(root === undefined ? {} : { root }),
      });
      return { made, number };
    } catch (failure) {
      // All or nothing: whom the directory does not admit is not among the records either.
      if (made.length > 0) await undo();
      throw failure;
    }
  };
  return (
    <SignedForm
      label={title}
      submit={t`Take in`}
      disabled={withoutOrganisation && name.trim() === ''}
      needsRoot={admits && card.role === 'secretariat' && directory.root?.waiting !== true}
      sign={takeIn}
      onDone={({ made, number }) => {
        onClose();
        if (number !== undefined) return tell(t`${card.name} was admitted, in entry ${number} of the directory.`);
        if (made.length === 0) return;
        did({
          label: t`Took in ${card.name}`,
          undo: () => client.records.removeMany({ ids: made, reason: t`Adding it was undone` }),
          redo: () => client.records.restoreMany({ ids: made }),
        });
      }}
      onCancel={onClose}
    >
      {withoutOrganisation && (
        <>
          <Text>
            {t`The card is verified, but nobody here knows its holder yet. As what does the organisation take part?`}
          </Text>
          <TextInput
            data-autofocus
            label={t`Organisation`}
            value={name}
            error={name.trim() === '' && t`A name is needed.`}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={200}
          />
          <Radio.Group label={t`Takes part as`} value={membership} onChange={setMembership}>
            <Stack gap={6} mt={4}>
              {MEMBERSHIPS.map((one) => (
                <Radio key={one} value={one} label={valueName('organisation', 'membership', one, language) ?? one} />
              ))}
            </Stack>
          </Radio.Group>
        </>
      )}
      {admits && others.length > 0 && (
        <Radio.Group
          label={t`${card.name} has other installations. This one is`}
          value={replaces}
          onChange={setReplaces}
        >
          <Stack gap={6} mt={4}>
            <Radio value="" label={t`a further one, beside them`} />
            {others.map((one) => (
              <Radio
                key={one.installation}
                value={one.installation}
                label={t`in the place of the one with the digits ${one.digits.slice(0, 11)}…`}
                description={t`As after a restore from a backup. That one ends.`}
                disabled={one.standing === 'revoked'}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {admits && (
        <Switch
          label={t`Seconded, or for a time`}
          checked={isSeconded}
          onChange={(event) => setSeconded(event.currentTarget.checked)}
        />
      )}
      {admits && isSeconded && (
        <>
          <RecordPicker
            kinds={['organisation']}
            label={t`Seconded by`}
            description={t`The home State of a seconded officer; empty for others.`}
            value={homeState}
            onChange={setHomeState}
          />
          <DayInput
            label={t`Last day`}
            description={t`After it nothing is sealed for this installation, until it is admitted again.`}
            value={ends}
            onChange={setEnds}
          />
        </>
      )}
      <Text size="sm" c="var(--second)">
        {admits ? (
          t`An entry of the directory says so to everybody, signed by the Secretariat. It is not taken back, but the seat can end.`
        ) : (
          <Trans>The records of {card.name} and of the organisation are made. It can be taken back.</Trans>
        )}
      </Text>
    </SignedForm>
  );
}
