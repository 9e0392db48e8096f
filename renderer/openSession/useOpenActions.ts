import { useLingui } from '@lingui/react/macro';
import {
  IconArrowLeft,
  IconArrowRight,
  IconCopy,
  IconDoorExit,
  IconDownload,
  IconKeyboard,
  IconList,
  IconLock,
  IconPresentation,
  IconPrinter,
  IconTextDecrease,
  IconTextIncrease,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { Client } from '../../contract/client.ts';
import { useClient, useHost } from '../application/ApplicationContext.ts';
import { type Action, useAction } from '../application/actions.ts';
import { sentenceFor } from '../application/errors.tsx';
import { lockVault } from '../application/gate.ts';
import { saveFile } from '../host/saveFile.ts';
import { usualPaper } from '../language/paperSize.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { copyOut } from '../parts/edges/copyOut.ts';
import { usePrinter } from '../parts/printing/usePrinter.ts';
import { useWork } from '../parts/work/useWork.ts';
import { AGENDA, neighbour, outwards, type Plan, type Shown } from './shown.ts';

type OpenDocument = Parameters<Client['openSession']['copyText']>[0]['document'];

interface OpenActionsOptions {
  readonly plan: Plan;
  readonly shown: Shown;
  readonly size: number;
  readonly large: boolean;
  show(next: Shown | undefined): void;
  setSize(size: number): void;
  setLarge(large: boolean): void;
  help(): void;
  leave(): void;
}

/** All that can be done in the open session, and what is said of it. */
export function useOpenActions({ plan, shown, size, large, show, setSize, setLarge, help, leave }: OpenActionsOptions) {
  const { t } = useLingui();
  const client = useClient();
  const host = useHost();
  const language = useLanguage();
  const printer = usePrinter();
  const [said, setSaid] = useState('');
  const going = t`On the screen`;
  const out = t`For this room`;
  const window = t`Window`;

  // What is open for an item or the agenda prints the agenda; a paper prints itself.
  const document: OpenDocument = shown.of === 'paper' ? { what: 'paper', paper: shown.id } : { what: 'agenda' };
  const order = { document, language, paper: usualPaper() };
  const paper = shown.of === 'paper' ? plan.papers.find((one) => one.paper === shown.id) : undefined;
  const name = `${(paper === undefined ? [plan.symbol, t`Agenda of the open session`] : [paper.number, paper.title])
    .filter((part) => part !== '')
    .join(' ')
    .replaceAll('/', '-')}.pdf`;
  const saving = useWork(async (_nothing: undefined, job) => {
    const saved = await saveFile(host, name, (file) => client.openSession.print({ ...order, file, job }));
    if (saved) setSaid(t`Saved: ${name}`);
  });
  const copying = useWork(async () => {
    const { text } = await client.openSession.copyText({ document, language });
    copyOut(text);
    setSaid(t`The text is in the clipboard, as this room may see it.`);
  });
  const problem = [printer.error, saving.error, copying.error].find((error) => error !== undefined);

  const go = (id: string, title: string, to: Shown | undefined, keys: Pick<Action, 'shortcut' | 'icon'>): Action => ({
    id: `openSession.${id}`,
    title,
    group: going,
    disabled: to === undefined,
    ...keys,
    run: () => isAsking() || show(to),
  });
  const actions = {
    previousItem: go('previousItem', t`Previous item`, neighbour(plan, shown, -1, 'item'), {
      shortcut: 'ArrowLeft',
      icon: IconArrowLeft,
    }),
    nextItem: go('nextItem', t`Next item`, neighbour(plan, shown, 1, 'item'), {
      shortcut: 'ArrowRight',
      icon: IconArrowRight,
    }),
    previousPaper: go('previousPaper', t`Previous paper`, neighbour(plan, shown, -1, 'paper'), {
      shortcut: 'shift+ArrowLeft',
      icon: IconArrowLeft,
    }),
    nextPaper: go('nextPaper', t`Next paper`, neighbour(plan, shown, 1, 'paper'), {
      shortcut: 'shift+ArrowRight',
      icon: IconArrowRight,
    }),
    agenda: go('agenda', t`Agenda`, AGENDA, { shortcut: 'alt+Home', icon: IconList }),
    back: go('back', t`One step back`, shown.of === 'agenda' ? undefined : outwards(shown), { shortcut: 'Escape' }),
    smaller: {
      id: 'openSession.smaller',
      title: t`Smaller`,
      group: going,
      shortcut: 'mod+shift+ArrowDown',
      icon: IconTextDecrease,
      disabled: size <= 0,
      run: () => setSize(size - 1),
    },
    larger: {
      id: 'openSession.larger',
      title: t`Larger`,
      group: going,
      shortcut: 'mod+shift+ArrowUp',
      icon: IconTextIncrease,
      disabled: size >= 5,
      run: () => setSize(size + 1),
    },
    large: {
      id: 'openSession.large',
      title: large ? t`Show the agenda beside it` : t`Show it alone`,
      group: going,
      shortcut: 'mod+shift+F',
      icon: IconPresentation,
      run: () => setLarge(!large),
    },
    print: {
      id: 'openSession.print',
      title: shown.of === 'paper' ? t`Print this paper…` : t`Print the agenda…`,
      group: out,
      shortcut: 'mod+P',
      icon: IconPrinter,
      disabled: printer.progress !== undefined,
      run: () => printer.print((job) => client.openSession.toPrinter({ ...order, job }), order.paper),
    },
    save: {
      id: 'openSession.save',
      title: t`Save as PDF…`,
      group: out,
      shortcut: 'mod+S',
      icon: IconDownload,
      disabled: saving.job !== undefined,
      run: () => void saving.start(undefined),
    },
    copy: {
      id: 'openSession.copy',
      title: t`Copy as text`,
      group: out,
      shortcut: 'mod+alt+K',
      icon: IconCopy,
      run: () => void copying.start(undefined),
    },
    help: {
      id: 'window.shortcuts',
      title: t`Keyboard shortcuts`,
      group: window,
      shortcut: 'shift+?',
      icon: IconKeyboard,
      run: help,
    },
    lock: {
      id: 'vault.lock',
      title: t`Lock`,
      group: window,
      shortcut: 'mod+shift+L',
      icon: IconLock,
      run: () => void lockVault(client),
    },
    leave: {
      id: 'openSession.leave',
      title: t`Leave the open session…`,
      group: window,
      icon: IconDoorExit,
      run: leave,
    },
  } satisfies Record<string, Action>;
  useAction(actions.previousItem);
  useAction(actions.nextItem);
  useAction(actions.previousPaper);
  useAction(actions.nextPaper);
  useAction(actions.agenda);
  useAction(actions.back);
  useAction(actions.smaller);
  useAction(actions.larger);
  useAction(actions.large);
  useAction(actions.print);
  useAction(actions.save);
  useAction(actions.copy);
  useAction(actions.help);
  useAction(actions.lock);
  useAction(actions.leave);
  const isPreparing = printer.progress !== undefined || saving.job !== undefined;
  return {
    actions,
    printer,
    said: problem !== undefined ? sentenceFor(problem) : isPreparing ? t`Being laid out for this room` : said,
    isWrong: problem !== undefined,
  };
}

export type OpenActions = ReturnType<typeof useOpenActions>;

/** A dialogue has the keys. */
const isAsking = (): boolean => document.querySelector('[role="dialog"]') !== null;
