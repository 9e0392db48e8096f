import { useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import type { DividedBlock } from '../../../domain/papers/joinTexts.ts';
import { DocumentShown } from '../form/richText/DocumentShown.tsx';
import classes from './editor.module.css';

interface DividedBlocksProps {
  readonly divided: readonly DividedBlock[];
  onKeep(id: string): void;
  onTake(id: string, theirs: DividedBlock['theirs']): void;
}

/** Blocks that were changed here and elsewhere: what is typed here stands, what stands there is one step away. */
export function DividedBlocks({ divided, onKeep, onTake }: DividedBlocksProps) {
  const { t } = useLingui();
  return divided.map(({ id, theirs }) => (
    <div key={id} className={classes.divided} role="alert">
      <p className={classes.dividedHead}>
        {theirs === undefined
          ? t`This was removed elsewhere while you changed it. Yours stands.`
          : t`This was changed elsewhere too. Yours stands, and the other is in the history. It says there:`}
      </p>
      {theirs !== undefined && <DocumentShown value={theirs} />}
      <Group gap="sm">
        <Button size="xs" onClick={() => onKeep(id)}>{t`Keep mine`}</Button>
        <Button size="xs" variant="default" onClick={() => onTake(id, theirs)}>
          {t`Take the other`}
        </Button>
      </Group>
    </div>
  ));
}
