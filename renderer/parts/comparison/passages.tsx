import { Plural, useLingui } from '@lingui/react/macro';
import type { BlockComparison, PartChange } from '../../../domain/records/compareBodies.ts';
import type { TextPart } from '../../../domain/records/textDifferences.ts';
import classes from './comparison.module.css';
import { Words } from './Words.tsx';

/** Passages of a text one by one, those that are the same together unless all are shown. */
export function runsOf(blocks: readonly BlockComparison[], all: boolean): (BlockComparison | BlockComparison[])[] {
  const runs: (BlockComparison | BlockComparison[])[] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (all || block.change !== 'same') runs.push(block);
    else if (Array.isArray(last)) last.push(block);
    else runs.push([block]);
  }
  return runs;
}

/** In the place of passages that are the same. */
export function AsBefore({ count }: { readonly count: number }) {
  return (
    <span className={classes.same}>
      <Plural value={count} one="… # passage as before …" other="… # passages as before …" />
    </span>
  );
}

/** What became of a passage, and its words with what was added and removed. */
export function Passage({ block, whole }: { readonly block: BlockComparison; readonly whole: boolean }) {
  const { t } = useLingui();
  const { change, words, moved, redrawn = false } = block;
  const isChanged = change === 'changed';
  const isForm = isChanged && !redrawn && words.every((part) => part.type === 'same');
  return (
    <>
      <ChangeWord
        change={change}
        also={[moved && isChanged ? t`Moved` : '', redrawn ? t`Another picture` : '', isForm ? t`Only its form` : '']}
      />
      <Words words={words.map(onLines)} whole={whole} />
    </>
  );
}

interface ChangeWordProps {
  readonly change: PartChange;
  /** What is said of it besides. */
  readonly also?: readonly string[];
}

/** What became of a part, in a word; nothing for what is the same. */
export function ChangeWord({ change, also = [] }: ChangeWordProps) {
  const { t } = useLingui();
  const names: Readonly<Record<PartChange, string>> = {
    added: t`Added`,
    removed: t`Removed`,
    changed: t`Changed`,
    moved: t`Moved`,
    same: '',
  };
  const said = [names[change], ...also].filter(Boolean).join(', ');
  return said === '' ? null : <span className={classes.change}>{said}</span>;
}

/** Cells of a table and items of a list on lines of their own, without lines between them. */
const onLines = (part: TextPart): TextPart => ({ ...part, text: part.text.replace(/\n\s*/gu, '\n') });
