import { useLingui } from '@lingui/react/macro';
import { useClient } from '../../application/ApplicationContext.ts';
import { useUndo } from '../../application/undo.ts';

type Answer = Parameters<ReturnType<typeof useClient>['adoption']['answer']>[0];

/** Gives a member's answer to an adoption, taken back in one step. Rejects with the core's error. */
export function useGiveAnswer(): (answer: Answer) => Promise<void> {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  return async (answer) => {
    const given = await client.adoption.answer(answer);
    did({
      label: t`answer given`,
      undo: () =>
        given.first
          ? client.records.remove({ id: given.answer, reason: t`Giving it was undone` })
          : client.records.undo({ id: given.answer }),
      redo: () => client.adoption.answer(answer),
    });
  };
}
