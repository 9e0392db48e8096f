import { useLingui } from '@lingui/react/macro';
import { IconDoor } from '@tabler/icons-react';
import { AmberdeskError } from '../../../domain/errors.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { type Action, useAction, useActions } from '../../application/actions.ts';
import { tellError } from '../../application/errors.tsx';
import { enterOpenSession } from '../../application/openSession.ts';

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

/** From every other place: that of the meeting that the desk is about. */
export function OpenSessionAction() {
  const { t } = useLingui();
  const client = useClient();
  const offered = useActions(({ actions }) => actions.has('meeting.openSession'));
  const enter = async () => {
    const { meeting } = await client.desk.read({});
    if (meeting === undefined) throw new AmberdeskError('open.none');
    await enterOpenSession(client, meeting.record);
  };
  useAction({
    id: 'openSession.enter',
    title: t`Open session of the next meeting`,
    group: t`Meeting`,
    icon: IconDoor,
    // A meeting's own page offers its own.
    disabled: offered,
    run: () => void enter().catch(tellError),
  });
  return null;
}
