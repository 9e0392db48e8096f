import { useLingui } from '@lingui/react/macro';
import { IconGavel } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { type Action, useAction } from '../../application/actions.ts';
import { putUpAddress } from '../../application/addresses.ts';
import { useRead } from '../../application/queries.ts';

/** Puts texts of a meeting up for adoption: those given, else what is chosen there. At the Secretariat's desks alone. */
export function usePutUp(meeting: string, records: readonly string[] = []): Action {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { data } = useRead('vault', 'status', {});
  return {
    id: 'meeting.putUp',
    title: t`Put up for adoption…`,
    group: t`Meeting`,
    icon: IconGavel,
    disabled: data?.installation?.role !== 'secretariat',
    run: () => navigate(putUpAddress(meeting, records)),
  };
}

/** The same, offered on this screen. */
export function usePutUpAction(meeting: string): void {
  useAction(usePutUp(meeting));
}
