import { useLingui } from '@lingui/react/macro';
import { IconGitMerge, IconMailOpened, IconSend } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useHost } from '../application/ApplicationContext.ts';
import { type Action, useAction } from '../application/actions.ts';
import { tellError } from '../application/errors.tsx';
import { useArrivals } from '../parts/dropping/arrivals.ts';
import { BUNDLE_ENDINGS } from '../parts/dropping/endings.ts';
import { useJustSealed } from './send/justSealed.ts';
import { useKeptDraft } from './send/keptDraft.ts';

/** What can be done with bundles from everywhere. */
export function useExchangeActions() {
  const { t } = useLingui();
  const host = useHost();
  const navigate = useNavigate();
  const group = t`Exchange`;
  const choose = async () => {
    const chosen = await host.chooseFiles({ endings: BUNDLE_ENDINGS, multiple: true });
    useArrivals.getState().receive(chosen.map((source) => ({ source })));
  };
  return {
    open: {
      id: 'exchange.open',
      title: t`Open a bundle…`,
      group,
      shortcut: 'mod+O',
      whileTyping: true,
      icon: IconMailOpened,
      run: () => void choose().catch(tellError),
    },
    seal: {
      id: 'exchange.seal',
      title: t`Seal a bundle…`,
      group,
      shortcut: 'mod+shift+S',
      whileTyping: true,
      icon: IconSend,
      run: () => navigate('/exchange/send'),
    },
    conflicts: {
      id: 'exchange.conflicts',
      title: t`Go to conflicts`,
      group,
      icon: IconGitMerge,
      run: () => navigate('/exchange/conflicts'),
    },
  } satisfies Record<string, Action>;
}

/** Offers them, whatever page is shown. Shows nothing. */
export function ExchangeActions() {
  const { open, seal, conflicts } = useExchangeActions();
  useAction(open);
  useAction(seal);
  useAction(conflicts);
  // Once the vault is locked, the words under which something was sealed are nowhere.
  useEffect(
    () => () => {
      useJustSealed.getState().forget();
      useKeptDraft.getState().forget();
    },
    [],
  );
  return null;
}
