import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconCloudOff, IconShieldQuestion } from '@tabler/icons-react';
import { sendAddress } from '../application/addresses.ts';
import { useRead } from '../application/queries.ts';
import type { Line } from './Lines.tsx';
import type { DeskData } from './useDesk.ts';

const SIGN = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;

/** What this installation itself needs: the recovery sheet confirmed, what was written sent, more conflicts than are named. */
export function useHereLines(data: DeskData | undefined): Line[] {
  const { t } = useLingui();
  const status = useRead('vault', 'status', {});
  const counts = useRead('records', 'counts', {});
  const isUnconfirmed = status.data?.recoveryConfirmed === false && status.data.network?.exercise !== true;
  const drafts = counts.data?.drafts ?? 0;
  const more = data?.moreConflicts ?? 0;
  const lines: Line[] = [];
  if (more > 0) {
    lines.push({
      key: 'conflicts',
      icon: <IconAlertTriangle {...SIGN} />,
      words: t`${plural(more, { one: '# more record is in conflict', other: '# more records are in conflict' })}`,
      address: '/exchange/conflicts',
    });
  }
  if (isUnconfirmed) {
    lines.push({
      key: 'recovery',
      icon: <IconShieldQuestion {...SIGN} />,
      words: t`Confirm the recovery sheet`,
      address: '/settings',
      state: t`without it a lost passphrase is the end`,
    });
  }
  if (drafts > 0) {
    lines.push({
      key: 'drafts',
      icon: <IconCloudOff {...SIGN} />,
      words: t`${plural(drafts, { one: '# record has changes that nobody else has', other: '# records have changes that nobody else has' })}`,
      address: data?.meeting === undefined ? '/exchange' : sendAddress({ meeting: data.meeting.record }),
      state: t`send them in a bundle`,
    });
  }
  return lines;
}
