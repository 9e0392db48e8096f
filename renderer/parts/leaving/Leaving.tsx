import { useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import type { Label } from '../../../domain/handling/handling.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { ForWhom } from '../forWhom/ForWhom.tsx';
import type { Whom } from '../forWhom/whom.ts';
import { HandlingBadge } from '../handling/HandlingBadge.tsx';
import { Mentions } from '../mentions/Mentions.tsx';
import { undecidedIn } from '../mentions/useDeciding.ts';
import classes from './leaving.module.css';

/** What would go, as a call answered: its mark, and the withheld names in it. */
interface Made {
  readonly label: Label;
  readonly mentions: Parameters<typeof Mentions>[0]['mentions'];
}

interface LeavingProps<Going extends Made> {
  readonly title: string;
  readonly size: number;
  /** For whom it is, and how that is chosen; not there for what this desk alone gets. */
  readonly choosing?: { readonly whom: Whom; choose(whom: Whom): void };
  /** Undefined while nobody is named. */
  readonly audience: Audience | undefined;
  readonly made: { readonly data: Going | undefined; readonly error: Error | null };
  /** Said under the choice. */
  readonly note?: string | undefined;
  readonly act: { readonly label: string; readonly icon: Icon };
  /** Lets it go. Gives whether it went; else the dialogue stays. */
  run(going: Going): Promise<boolean>;
  onClose(): void;
  /** What goes, shown. */
  children(going: Going): ReactNode;
}

/** The dialogue of what leaves the vault by hand: for whom, which names in it are still to be decided, what goes, and the act. */
export function Leaving<Going extends Made>(props: LeavingProps<Going>) {
  const { title, size, choosing, audience, made, note, act, run, onClose, children } = props;
  const { t } = useLingui();
  const [error, setError] = useState<unknown>();
  const busy = useRef(false);
  const problem = error ?? made.error ?? undefined;
  const going = audience !== undefined && made.error === null ? made.data : undefined;
  const { icon: Sign } = act;
  const letGo = async () => {
    if (busy.current || going === undefined) return;
    busy.current = true;
    try {
      if (await run(going)) onClose();
    } catch (reason) {
      setError(reason);
    }
    busy.current = false;
  };
  return (
    <Modal opened onClose={onClose} size={size} title={title} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Stack gap="md">
        {choosing !== undefined && (
          <ForWhom
            value={choosing.whom}
            onChange={(chosen) => {
              setError(undefined);
              choosing.choose(chosen);
            }}
          />
        )}
        {note !== undefined && <p className={classes.note}>{note}</p>}
        {problem !== undefined && (
          <p role="alert" className={classes.wrong}>
            {sentenceFor(problem)}
          </p>
        )}
        {going !== undefined && audience !== undefined && <Mentions mentions={going.mentions} audience={audience} />}
        {going !== undefined && children(going)}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>{t`Cancel`}</Button>
          <Button
            disabled={going === undefined || problem !== undefined || undecidedIn(going.mentions) > 0}
            data-autofocus
            leftSection={<Sign size={16} stroke={1.6} aria-hidden />}
            onClick={() => void letGo()}
          >
            {act.label}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface WhatGoesProps {
  /** What it goes into: `What goes into the file`. */
  readonly name: string;
  readonly label: Label;
  /** How much it is, and what is to be known of it. */
  readonly says: readonly ReactNode[];
  readonly children: ReactNode;
}

/** What goes, under its mark. */
export function WhatGoes({ name, label, says, children }: WhatGoesProps) {
  return (
    <section className={classes.going} aria-label={name}>
      <header>
        <HandlingBadge label={label} />
        {says.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they stand in their order.
          <span key={at}>{one}</span>
        ))}
      </header>
      {children}
    </section>
  );
}
