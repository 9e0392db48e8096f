import { useLingui } from '@lingui/react/macro';
import { IconIdBadge2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient, useHost } from '../../application/ApplicationContext.ts';
import { type Action, useAction } from '../../application/actions.ts';
import { sentenceFor, tell, tellError } from '../../application/errors.tsx';
import { useReadAgain } from '../../application/queries.ts';

/** Adds the cards that a person chooses, and what was wrong with one of them. They can be dropped on the window too. */
export function useAddCards(): { readonly action: Action; readonly error: string | undefined } {
  const { t } = useLingui();
  const client = useClient();
  const host = useHost();
  const readAgain = useReadAgain();
  const [error, setError] = useState<string>();
  const choose = async () => {
    const chosen = await host.chooseFiles({ endings: ['ambercard'], multiple: true });
    setError(undefined);
    for (const { file, name } of chosen) {
      try {
        const card = await client.exchange.addCard({ file });
        tell(t`Card of ${card.name} added. Compare its digits with the holder.`);
      } catch (failure) {
        setError(`${name}: ${sentenceFor(failure)}`);
      }
    }
    await readAgain('exchange');
  };
  const action = {
    id: 'people.addCards',
    title: t`Add cards…`,
    group: t`People`,
    icon: IconIdBadge2,
    run: () => void choose().catch(tellError),
  };
  useAction(action);
  return { action, error };
}
