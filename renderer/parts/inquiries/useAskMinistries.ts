import { useLingui } from '@lingui/react/macro';
import { IconBuildingBank } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import type { RecordId } from '../../../domain/records/ids.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { type Action, useAction } from '../../application/actions.ts';
import { addressOf } from '../../application/addresses.ts';
import { tellError } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useUndo } from '../../application/undo.ts';
import { useLanguage } from '../../language/useLanguage.ts';

/** Begins an inquiry of the ministries of the own State, about a record or about nothing yet. At the desks of delegations alone. */
export function useAskMinistries(about?: RecordId): Action {
  const { t } = useLingui();
  const client = useClient();
  const navigate = useNavigate();
  const language = useLanguage();
  const did = useUndo((state) => state.did);
  const { data } = useRead('vault', 'status', {});
  const ask = async () => {
    const { inquiry } = await client.inquiries.begin({ ...(about === undefined ? {} : { about }), language });
    did({
      label: t`An inquiry was begun`,
      undo: async () => {
        await client.records.remove({ id: inquiry, reason: t`Beginning it was undone` });
      },
      redo: async () => {
        await client.records.restore({ id: inquiry });
      },
    });
    navigate(addressOf('inquiry', inquiry));
  };
  const action: Action = {
    id: 'inquiry.begin',
    title: about === undefined ? t`Begin an inquiry` : t`Ask our ministries…`,
    group: t`Ministries`,
    icon: IconBuildingBank,
    disabled: data?.installation === undefined || data.installation.role === 'secretariat',
    run: () => void ask().catch(tellError),
  };
  useAction(action);
  return action;
}
