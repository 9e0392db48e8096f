import { useLingui } from '@lingui/react/macro';
import { IconGitMerge, IconMailDown, IconMailOpened, IconSend } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { useHost } from '../application/ApplicationContext.ts';
import { type Action, useAction } from '../application/actions.ts';
import { replyAddress } from '../application/addresses.ts';
import { tellError } from '../application/errors.tsx';
import { useArrivals } from '../parts/dropping/arrivals.ts';
import { BUNDLE_ENDINGS } from '../parts/dropping/endings.ts';
import { useGivenReply } from '../parts/outside/givenReply.ts';
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
    reply: {
      id: 'exchange.reply',
      title: t`Take in an answer…`,
      group,
      icon: IconMailDown,
      run: () => navigate(replyAddress()),
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
  const { open, seal, reply, conflicts } = useExchangeActions();
  useAction(open);
  useAction(seal);
  useAction(reply);
  useAction(conflicts);
  // Once the vault is locked, the words under which something was sealed, and what came from outside, are nowhere.
  useEffect(
    () => () => {
      useJustSealed.getState().forget();
      useKeptDraft.getState().forget();
      useGivenReply.getState().give(undefined);
    },
    [],
  );
  return null;
}
