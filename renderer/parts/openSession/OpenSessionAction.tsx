import { useLingui } from '@lingui/react/macro';
import { IconDoor } from '@tabler/icons-react';
import { useClient } from '../../application/ApplicationContext.ts';
import { type Action, useAction, useActions } from '../../application/actions.ts';
import { tellError } from '../../application/errors.tsx';
import { enterOpenSession } from '../../application/openSession.ts';
import { useRead } from '../../application/queries.ts';

/** Puts the open session of a meeting on the screen: the action, for a button. */
export function useOpenSessionAction(meeting: string): Action {
  const { t } = useLingui();
  const client = useClient();
  return {
    id: 'meeting.openSession',
    title: t`Open session`,
    group: t`Meeting`,
    icon: IconDoor,
    run: () => void enterOpenSession(client, meeting).catch(tellError),
  };
}

const LATEST = {
  kinds: ['meeting'],
  columns: [],
  filters: [],
  sort: [{ column: 'starts', descending: true }],
  offset: 0,
  limit: 1,
};

/** From every other place: that of the last meeting there is, or of the one whose session was shown before. */
export function OpenSessionAction() {
  const latest = useRead('records', 'register', LATEST);
  const state = useRead('openSession', 'state', {});
  const offered = useActions(({ actions }) => actions.has('meeting.openSession'));
  const meeting = latest.data?.rows[0]?.id ?? state.data?.meeting;
  return meeting === undefined || offered ? null : <Offer meeting={meeting} />;
}

function Offer({ meeting }: { readonly meeting: string }) {
  const { t } = useLingui();
  const { data } = useRead('records', 'read', { id: meeting });
  const action = useOpenSessionAction(meeting);
  const name = data?.title ?? '';
  useAction({
    ...action,
    id: 'openSession.enter',
    title: name === '' ? action.title : t`Open session: ${name}`,
  });
  return null;
}
