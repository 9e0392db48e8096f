import { mergeOrder } from '../records/blockOrder.ts';
import { sameJson } from '../records/json.ts';
import type { Block, Document } from './richText.ts';

/** A block that was changed here and elsewhere: undefined on the side that removed it. */
export interface DividedBlock {
  readonly id: string;
  readonly mine: Block | undefined;
  readonly theirs: Block | undefined;
}

export interface JoinedTexts {
  readonly document: Document;
  readonly divided: readonly DividedBlock[];
}

/**
 * Joins what is being typed with what another window or a bundle did to the same text meanwhile, block by block: one
 * that only one side changed is taken; one that both changed stays as it is typed, and is told. A block that one side
 * removed and the other changed stays. Nothing typed is ever lost.
 */
export function joinTexts(
  base: Document | undefined,
  mine: Document | undefined,
  theirs: Document | undefined,
): JoinedTexts {
  const [before, here, there] = [byId(base), byId(mine), byId(theirs)];
  const kept = new Map<string, Block>();
  const divided: DividedBlock[] = [];
  for (const id of new Set([...here.keys(), ...there.keys()])) {
    const [then, own, other] = [before.get(id), here.get(id), there.get(id)];
    const isSettled = sameJson(own, other) || sameJson(other, then);
    if (!isSettled && !sameJson(own, then)) divided.push({ id, mine: own, theirs: other });
    const block = isSettled || !sameJson(own, then) ? (own ?? (isSettled ? undefined : other)) : other;
    if (block !== undefined) kept.set(id, block);
  }
  const order = mergeOrder([[...here.keys()], [...there.keys()]], [...before.keys()], new Set(kept.keys()));
  return { document: { type: 'doc', content: order.flatMap((id) => kept.get(id) ?? []) }, divided };
}

function byId(document: Document | undefined): ReadonlyMap<string, Block> {
  return new Map(document?.content.map((block) => [block.attrs.id, block]));
}
