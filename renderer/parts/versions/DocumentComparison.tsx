import { Plural, useLingui } from '@lingui/react/macro';
import type { BlockComparison, PartChange } from '../../../domain/records/compareBodies.ts';
import type { TextPart } from '../../../domain/records/textDifferences.ts';
import { Words } from '../comparison/Words.tsx';
import classes from './versions.module.css';

interface DocumentComparisonProps {
  readonly blocks: readonly BlockComparison[];
  /** Also the passages that are the same. */
  readonly all: boolean;
}

/** A text as it became, with what was added and what was taken out in their places. */
export function DocumentComparison({ blocks, all }: DocumentComparisonProps) {
  return (
    <div className={classes.document}>
      {runs(blocks, all).map((run) =>
        Array.isArray(run) ? (
          <p className={`${classes.block} ${classes.same}`} key={run[0]?.id}>
            <Plural value={run.length} one="… # passage as before …" other="… # passages as before …" />
          </p>
        ) : (
          <Block block={run} key={run.id} />
        ),
      )}
    </div>
  );
}

function Block({ block: { change, type, words, moved } }: { readonly block: BlockComparison }) {
  const { t } = useLingui();
  const names: Readonly<Record<PartChange, string>> = {
    added: t`Added`,
    removed: t`Removed`,
    changed: t`Changed`,
    moved: t`Moved`,
    same: '',
  };
  const isForm = change === 'changed' && words.every((part) => part.type === 'same');
  const what = [names[change], moved && change === 'changed' ? t`Moved` : '', isForm ? t`Only its form` : ''];
  const said = what.filter(Boolean).join(', ');
  return (
    <p className={classes.block} data-type={type} data-change={change} dir="auto">
      {said !== '' && <span className={classes.what}>{said}</span>}
      <Words words={words.map(onLines)} whole />
    </p>
  );
}

/** Cells of a table and items of a list on lines of their own, without lines between them. */
const onLines = (part: TextPart): TextPart => ({ ...part, text: part.text.replace(/\n\s*/gu, '\n') });

/** Blocks one by one, those that are the same together unless all are shown. */
function runs(blocks: readonly BlockComparison[], all: boolean): (BlockComparison | BlockComparison[])[] {
  const result: (BlockComparison | BlockComparison[])[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    if (all || block.change !== 'same') result.push(block);
    else if (Array.isArray(last)) last.push(block);
    else result.push([block]);
  }
  return result;
}
