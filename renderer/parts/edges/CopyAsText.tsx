import { useLingui } from '@lingui/react/macro';
import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient } from '../../application/ApplicationContext.ts';
import { useAction } from '../../application/actions.ts';
import { tell } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useSidePanel } from '../../application/sidePanel.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { OURSELVES, useAudience } from '../forWhom/whom.ts';
import { Leaving, WhatGoes } from '../leaving/Leaving.tsx';
import { copyOut } from './copyOut.ts';
import { recordsAt } from './references.ts';

/** What is to be copied: records, or chosen paragraphs of one paper. */
interface Wanted {
  readonly records: readonly string[];
  readonly blocks: readonly string[] | undefined;
}

/** The one command by which words go into the clipboard: it asks for whom, shows what goes, and goes through the gate. */
export function CopyAsText() {
  const { t } = useLingui();
  const [wanted, setWanted] = useState<Wanted>();
  const subject = useSidePanel((state) => state.subject);
  useAction({
    id: 'record.copyText',
    title: t`Copy as text…`,
    group: t`Record`,
    shortcut: 'mod+alt+K',
    whileTyping: true,
    icon: IconCopy,
    disabled: subject === undefined,
    run: () => setWanted(wantedNow()),
  });
  if (wanted === undefined || wanted.records.length === 0) return null;
  return <Copying wanted={wanted} onClose={() => setWanted(undefined)} />;
}

function wantedNow(): Wanted {
  const selection = document.getSelection();
  const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
  const text = document.activeElement?.closest('.ProseMirror') ?? null;
  const grid = document.activeElement?.closest('[role="grid"]') ?? null;
  const { subject } = useSidePanel.getState();
  // What is written in a text belongs to the record that is open.
  const records = grid === null && subject !== undefined ? [subject] : recordsAt(grid);
  if (text === null || range === undefined || range.collapsed || records.length !== 1)
    return { records, blocks: undefined };
  const blocks = [...text.children].flatMap((block) =>
    block instanceof HTMLElement && block.dataset.id !== undefined && range.intersectsNode(block)
      ? [block.dataset.id]
      : [],
  );
  return { records, blocks: blocks.length === 0 ? undefined : blocks };
}

function Copying({ wanted, onClose }: { readonly wanted: Wanted; onClose(): void }) {
  const { t } = useLingui();
  const client = useClient();
  const language = useLanguage();
  const [whom, choose] = useState(OURSELVES);
  const audience = useAudience(whom);
  const order = {
    records: [...wanted.records],
    ...(wanted.blocks === undefined ? {} : { blocks: [...wanted.blocks] }),
    audience: audience ?? { kind: 'self' as const },
    language,
  };
  const made = useRead('documents', 'asText', order, { enabled: audience !== undefined });
  const isWhole = wanted.blocks !== undefined && whom.whom === 'open';
  return (
    <Leaving
      title={t`Copy as text`}
      size={640}
      choosing={{ whom, choose }}
      audience={audience}
      made={made}
      note={isWhole ? t`Outside the board a paper goes whole, not by chosen paragraphs.` : undefined}
      act={{ label: t`Copy`, icon: IconCopy }}
      onClose={onClose}
      run={async () => {
        const { text } = await client.documents.asText({ ...order, toClipboard: true });
        copyOut(text);
        tell(t`The text is in the clipboard, with its mark.`);
        return true;
      }}
    >
      {({ label, text, withheld }) => (
        <WhatGoes
          name={t`What goes into the clipboard`}
          label={label}
          says={[
            withheld > 0
              ? t`${withheld} of the records are withheld from them.`
              : t`Other programs can read it from the clipboard, and keep it.`,
          ]}
        >
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard. */}
          <pre tabIndex={0}>{text}</pre>
        </WhatGoes>
      )}
    </Leaving>
  );
}
