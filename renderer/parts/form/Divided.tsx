import { useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import type { Json } from '../../../domain/records/json.ts';
import { textDifferences } from '../../../domain/records/textDifferences.ts';
import { Words } from '../comparison/Words.tsx';
import type { Editor } from './chooseEditor.ts';
import { ValueShown } from './editors/ValueShown.tsx';
import classes from './form.module.css';
import { DocumentShown } from './richText/DocumentShown.tsx';

interface DividedProps {
  readonly path: readonly string[];
  readonly editor: Editor;
  readonly mine: Json | undefined;
  /** What another window saved meanwhile. */
  readonly theirs: Json | undefined;
  decide(value: Json | undefined): void;
}

/** Two windows gave a field different values: what the other one saved, and which of them is to stand. */
export function Divided({ path, editor, mine, theirs, decide }: DividedProps) {
  const { t } = useLingui();
  const texts = typeof mine === 'string' && typeof theirs === 'string' ? { mine, theirs } : undefined;
  return (
    <div className={classes.divided} role="alert">
      <p
        className={classes.dividedHead}
      >{t`Another window changed this meanwhile. What you typed is not saved yet. It says there:`}</p>
      <div className={classes.dividedText}>
        {texts !== undefined && <Words words={textDifferences(texts.mine, texts.theirs)} whole />}
        {texts === undefined && editor.editor === 'richText' && <DocumentShown value={theirs} />}
        {texts === undefined && editor.editor !== 'richText' && <ValueShown path={path} value={theirs} />}
      </div>
      <Group gap="sm">
        <Button size="xs" onClick={() => decide(mine)}>{t`Keep mine`}</Button>
        <Button size="xs" variant="default" onClick={() => decide(theirs)}>
          {t`Take the other`}
        </Button>
        {texts !== undefined && editor.editor === 'longText' && (
          <Button size="xs" variant="default" onClick={() => decide(`${texts.mine}\n\n${texts.theirs}`)}>
            {t`Keep both, one after the other`}
          </Button>
        )}
      </Group>
    </div>
  );
}
