import { Trans } from '@lingui/react/macro';
import { TwoZones } from '../dates/TwoZones.tsx';

/** Until when, at the meeting's place and where the reader is. */
export function Deadline({ at, zone }: { readonly at: string; readonly zone: string }) {
  return (
    <Trans>
      until <TwoZones at={at} zone={zone || 'UTC'} otherZone={Temporal.Now.timeZoneId()} withDay />
    </Trans>
  );
}
