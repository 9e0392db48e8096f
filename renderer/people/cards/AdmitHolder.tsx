import { useLingui } from '@lingui/react/macro';
import { Button, Popover, Radio, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { RecordId } from '../../../domain/records/ids.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { valueName } from '../../../domain/records/valueNames.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useUndo } from '../../application/undo.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { Card } from '../../parts/card/CardTrust.tsx';

/** What the holder's organisation may be to the network. */
const MEMBERSHIPS = ['member', 'cooperating', 'invited', 'none'];

/** Beyond the board as well, like the Secretariat's own organisation. */
const GREEN = { label: 'TLP:GREEN', distribution: { to: 'community' } } as const;

/**
 * A verified card whose holder or organisation is not among the records: the Secretariat takes them in, under the ids by
 * which the card names them, so that bundles reach them and records name them. Nothing where both are there.
 */
export function AdmitHolder({ card }: { readonly card: Card }) {
  const { t } = useLingui();
  const language = useLanguage();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const status = useRead('vault', 'status', {});
  const ids = [card.organisation, card.seat].map((id) => RecordId.parse(id));
  const here = useRead('records', 'titles', { ids });
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(card.organisationName);
  const [membership, setMembership] = useState('member');
  const [error, setError] = useState<string>();
  const known = new Set<string>(here.data?.map(({ id }) => id));
  const isSecretariat = status.data?.installation?.role === 'secretariat';
  const isTrusted = card.trust === 'verified' || card.trust === 'vouched';
  if (!isSecretariat || !isTrusted || here.data === undefined || ids.every((id) => known.has(id))) return null;
  const withoutOrganisation = !known.has(card.organisation);

  const admit = async (event: FormEvent) => {
    event.preventDefault();
    const words = name.trim();
    if (words === '') return setError(t`A name is needed.`);
    const made: RecordId[] = [];
    const create = async (kind: string, id: string, body: JsonObject, mark?: typeof GREEN) => {
      const view = await client.records.create({ kind, id: RecordId.parse(id), body, ...(mark && { mark }) });
      made.push(view.id);
    };
    try {
      if (withoutOrganisation) await create('organisation', card.organisation, { name: words, membership }, GREEN);
      if (!known.has(card.seat)) {
        await create('person', card.seat, { name: card.name, organisation: card.organisation });
      }
      setOpen(false);
    } catch (failure) {
      setError(sentenceFor(failure));
    }
    if (made.length === 0) return;
    did({
      label: t`Took in ${card.name}`,
      undo: () => client.records.removeMany({ ids: made, reason: t`Adding it was undone` }),
      redo: () => client.records.restoreMany({ ids: made }),
    });
  };
  return (
    <Popover opened={open} onChange={setOpen} trapFocus returnFocus width={320}>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => setOpen(!open)}
          aria-label={t`Take ${card.name} into the records`}
        >
          {t`Take in…`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={(event) => void admit(event)} aria-label={t`Take ${card.name} into the records`}>
          <Stack gap="sm">
            <Text size="sm">
              {t`The card is verified, but nobody here knows its holder yet. As what does the organisation take part?`}
            </Text>
            {withoutOrganisation && (
              <>
                <TextInput
                  data-autofocus
                  label={t`Organisation`}
                  value={name}
                  error={error}
                  onChange={(event) => {
                    setName(event.currentTarget.value);
                    setError(undefined);
                  }}
                />
                <Radio.Group label={t`Takes part as`} value={membership} onChange={setMembership}>
                  <Stack gap={6} mt={4}>
                    {MEMBERSHIPS.map((one) => (
                      <Radio
                        key={one}
                        value={one}
                        label={valueName('organisation', 'membership', one, language) ?? one}
                      />
                    ))}
                  </Stack>
                </Radio.Group>
              </>
            )}
            {!withoutOrganisation && error !== undefined && (
              <Text role="alert" c="red">
                {error}
              </Text>
            )}
            <Button type="submit">{t`Take in`}</Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
