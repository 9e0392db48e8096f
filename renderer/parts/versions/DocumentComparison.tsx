import { Plural, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { useRef } from 'react';
import type { BlockComparison, PartChange } from '../../../domain/records/compareBodies.ts';
import type { TextPart } from '../../../domain/records/textDifferences.ts';
import { useAction } from '../../application/actions.ts';
import { Words } from '../comparison/Words.tsx';
import classes from './versions.module.css';

interface DocumentComparisonProps {
  readonly blocks: readonly BlockComparison[];
  /** Also the passages that are the same. */
  readonly all: boolean;
}

/** A text as it became, with what was added and what was taken out in their places, and a way from change to change. */
export function DocumentComparison({ blocks, all }: DocumentComparisonProps) {
  const { t } = useLingui();
  const document = useRef<HTMLDivElement>(null);
  const changes = blocks.filter(({ change }) => change !== 'same').length;
  const at = useRef(-1);
  const next = () => {
    at.current = (at.current + 1) % Math.max(1, changes);
    goToChange(document.current, at.current);
  };
  useAction({
    id: 'versions.next',
    title: t`Go to the next change`,
    group: t`Versions`,
    shortcut: 'alt+PageDown',
    disabled: changes === 0,
    run: next,
  });
  return (
    <div className={classes.document} ref={document}>
      {changes > 0 && (
        <p className={classes.count}>
          <Plural value={changes} one="# passage differs" other="# passages differ" />
          <Button variant="default" size="compact-sm" onClick={next}>
            {t`Go to the next change`}
          </Button>
        </p>
      )}
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

/** Brings the passage that differs into view, and the keyboard there. */
function goToChange(document: HTMLElement | null, index: number): void {
  const changed = document?.querySelectorAll<HTMLElement>('[data-change]:not([data-change="same"])');
  changed?.[index]?.scrollIntoView({ block: 'center' });
  changed?.[index]?.focus({ preventScroll: true });
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
    <p className={classes.block} data-type={type} data-change={change} dir="auto" tabIndex={-1}>
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
