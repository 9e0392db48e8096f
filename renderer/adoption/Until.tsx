import { useLingui } from '@lingui/react/macro';
import { Input } from '@mantine/core';
import { useId } from 'react';
import { TwoZonesField } from '../parts/dates/TwoZones.tsx';
import type { TypedMoment } from './useMoment.ts';

/** Until when: in the zone of the meeting and in that of this desk. */
export function Until({ until, zone }: { readonly until: TypedMoment; readonly zone: string }) {
  const { t } = useLingui();
  const label = useId();
  return (
    <Input.Wrapper label={t`Until`} labelElement="div" labelProps={{ id: label }}>
      <TwoZonesField
        id={`${label}-until`}
        labelledBy={label}
        {...until.field}
        zone={zone}
        otherZone={Temporal.Now.timeZoneId()}
      />
    </Input.Wrapper>
  );
}
