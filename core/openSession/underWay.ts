import { noted } from '../../domain/meetings/instants.ts';
import { isUnderWay } from '../../domain/meetings/inTheRoom.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { count, text } from '../../domain/records/text.ts';
import { readRecord } from '../records/recordView.ts';
import type { Vault } from '../vault/vault.ts';
import type { OpenRelease } from './openRelease.ts';

/**
 * The item of an open session that is under way, and when its time is over: all that the wall is told of what is noted in
 * the room, and of no item that was not released to it. Undefined while none is.
 */
export function underWayIn(
  vault: Vault,
  { plan, recordOf }: Pick<OpenRelease, 'plan' | 'recordOf'>,
): { item: RecordId; ends: string } | undefined {
  for (const { items } of plan.sessions) {
    for (const { item } of items) {
      const record = readRecord(vault, recordOf(item));
      if (record.deleted || !isUnderWay(record)) continue;
      const began = Date.parse(text(record.body.began));
      if (Number.isNaN(began)) continue;
      return { item, ends: noted(began + count(record.body.minutes) * MINUTE) };
    }
  }
  return undefined;
}

const MINUTE = 60_000;
