import type { z } from 'zod';
import type { MinutesMark } from '../../contract/outcomes/calls.ts';
import { isOutcome } from '../../domain/outcomes/kinds.ts';
import { Anchor } from '../../domain/papers/kinds.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { text } from '../../domain/records/text.ts';
import { linksTo } from '../records/links.ts';
import { readRecord, requireRecord } from '../records/recordView.ts';
import type { Vault } from '../vault/vault.ts';

/** The decisions, actions and recommendations that are marked in minutes, none of them deleted. Throws `record.missing`. */
export function marksIn(vault: Vault, minutes: RecordId): z.input<typeof MinutesMark>[] {
  requireRecord(vault, minutes);
  return linksTo(vault, minutes)
    .filter(({ field }) => field === 'minutes')
    .map(({ record }) => readRecord(vault, record))
    .flatMap(({ id, kind, body, deleted }) => {
      const anchor = Anchor.safeParse(body.anchor);
      if (deleted || !anchor.success || !isOutcome(kind)) return [];
      return [{ id, kind, number: text(body.number), text: text(body.text), anchor: anchor.data }];
    });
}
