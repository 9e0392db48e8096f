import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Anchor, Checkbox, Stack } from '@mantine/core';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { directoryCalls } from '../../../contract/directory/calls.ts';
import { receivedAddress } from '../../application/addresses.ts';
import { formatMoment } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { usePurposeName } from './purposeName.ts';

interface OnItsWayChoiceProps {
  readonly bundles: z.output<typeof directoryCalls.onItsWay.output>;
  readonly value: readonly string[];
  onChange(bundles: string[]): void;
}

/** Bundles of which something was put aside under the key of somebody whose seat ended: which of them are to count. */
export function OnItsWayChoice({ bundles, value, onChange }: OnItsWayChoiceProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const purposeName = usePurposeName();
  return (
    <Checkbox.Group
      label={t`Was on its way, and counts as well`}
      description={t`Ask whoever wrote it whether it is in order. Whoever has the bundle can take it then.`}
      value={[...value]}
      onChange={onChange}
    >
      <Stack gap={8} mt={6}>
        {bundles.map(({ bundle, purpose, created, senderName, records }) => {
          const day = formatMoment(created, language);
          const what = purposeName(purpose);
          const held = t`${plural(records, { one: '# record put aside', other: '# records put aside' })}`;
          return (
            <Checkbox
              key={bundle}
              value={bundle}
              label={t`${what} from ${senderName}, sealed ${day}`}
              description={
                <>
                  {held}.{' '}
                  <Anchor component={Link} to={receivedAddress(bundle)} inherit underline="always">
                    {t`Look at what is in it`}
                  </Anchor>
                </>
              }
            />
          );
        })}
      </Stack>
    </Checkbox.Group>
  );
}
