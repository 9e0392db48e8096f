import { type Block, RichText } from '../../domain/papers/richText.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { sameJson } from '../../domain/records/json.ts';
import type { Body } from '../../domain/records/revision.ts';
import { readVersion } from '../records/historyOf.ts';
import { readRecord } from '../records/recordView.ts';
import type { Vault } from '../vault/vault.ts';

/** The ids of the text's blocks that are not as they were in a version of the record. None without a version. */
export function changedBlocks(vault: Vault, id: RecordId, since: string | undefined): string[] {
  if (since === undefined) return [];
  return blocksNotAs(readVersion(vault, id, since).body, readRecord(vault, id).body);
}

/** The ids of a text's blocks that are not as they were. */
export function blocksNotAs(was: Body, is: Body): string[] {
  const before = new Map(blocksOf(was).map((block) => [block.attrs.id, block]));
  return blocksOf(is)
    .filter((block) => !sameJson(block, before.get(block.attrs.id)))
    .map((block) => block.attrs.id);
}

function blocksOf(body: Body): readonly Block[] {
  const document = RichText.safeParse(body.body);
  return document.success ? document.data.content : [];
}
