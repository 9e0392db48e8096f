import { useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useClient } from '../../application/ApplicationContext.ts';
import { useAction } from '../../application/actions.ts';
import { sentenceFor, tell } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useSidePanel } from '../../application/sidePanel.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { ForWhom } from '../forWhom/ForWhom.tsx';
import { OURSELVES, useAudience } from '../forWhom/whom.ts';
import { HandlingBadge } from '../handling/HandlingBadge.tsx';
import { Mentions } from '../mentions/Mentions.tsx';
import { undecidedIn } from '../mentions/useDeciding.ts';
import { copyOut } from './copyOut.ts';
import classes from './edges.module.css';
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
  const [whom, setWhom] = useState(OURSELVES);
  const [error, setError] = useState<unknown>();
  const busy = useRef(false);
  const audience = useAudience(whom);
  const order = {
    records: [...wanted.records],
    ...(wanted.blocks === undefined ? {} : { blocks: [...wanted.blocks] }),
    audience: audience ?? { kind: 'self' as const },
    language,
  };
  const made = useRead('documents', 'asText', order, { enabled: audience !== undefined });
  const problem = error ?? made.error ?? undefined;
  const copy = async () => {
    if (busy.current) return;
    busy.current = true;
    try {
      const { text } = await client.documents.asText({ ...order, toClipboard: true });
      copyOut(text);
      onClose();
      tell(t`The text is in the clipboard, with its mark.`);
    } catch (reason) {
      setError(reason);
    }
    busy.current = false;
  };
  const ready = audience !== undefined && made.data !== undefined && made.error === null;
  return (
    <Modal opened onClose={onClose} size={640} title={t`Copy as text`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Stack gap="md">
        <ForWhom
          value={whom}
          onChange={(chosen) => {
            setError(undefined);
            setWhom(chosen);
          }}
        />
        {wanted.blocks !== undefined && whom.whom === 'open' && (
          <p className={classes.note}>{t`Outside the board a paper goes whole, not by chosen paragraphs.`}</p>
        )}
        {problem !== undefined && (
          <p role="alert" className={classes.wrong}>
            {sentenceFor(problem)}
          </p>
        )}
        {ready && audience !== undefined && <Mentions mentions={made.data.mentions} audience={audience} />}
        {ready && problem === undefined && (
          <section className={classes.going} aria-label={t`What goes into the clipboard`}>
            <header>
              <HandlingBadge label={made.data.label} />
              <span>
                {made.data.withheld > 0
                  ? t`${made.data.withheld} of the records are withheld from them.`
                  : t`Other programs can read it from the clipboard, and keep it.`}
              </span>
            </header>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard. */}
            <pre tabIndex={0}>{made.data.text}</pre>
          </section>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t`Cancel`}</Button>
          <Button
            disabled={!ready || problem !== undefined || undecidedIn(made.data.mentions) > 0}
            data-autofocus
            leftSection={<IconCopy size={16} stroke={1.6} aria-hidden />}
            onClick={() => void copy()}
          >
            {t`Copy`}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
