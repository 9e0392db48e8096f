import { generateKeyBetween } from 'fractional-indexing';
import type { z } from 'zod';
import type { InquiryStanding } from '../../contract/inquiries/calls.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { count, objects, text } from '../../domain/records/text.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { tellError } from '../application/errors.tsx';
import { useUndo } from '../application/undo.ts';
import type { RecordView } from '../parts/form/formKeeper.ts';

export type Standing = z.output<typeof InquiryStanding>;
export type List = 'ministries' | 'lines';

/** Changes the lists of an inquiry, each change taken back in one step. */
export function useInquiry(view: RecordView) {
  const client = useClient();
  const did = useUndo((state) => state.did);
  const id = RecordId.parse(view.id);
  const entries = (list: List): JsonObject[] => objects(view.body[list]);
  const put = (list: List, next: readonly JsonObject[], label: string): void => {
    const before = entries(list);
    const write = async (value: readonly JsonObject[]) => {
      await client.records.edit({ id, changes: { [list]: [...value] } });
    };
    void write(next)
      .then(() => did({ label, undo: () => write(before), redo: () => write(next) }))
      .catch(tellError);
  };
  const set = (field: 'title' | 'by', value: string | null, label: string): void => {
    const before = text(view.body[field]) || null;
    const write = (next: string | null) => client.records.edit({ id, changes: { [field]: next } });
    void write(value)
      .then(() => did({ label, undo: () => write(before), redo: () => write(value) }))
      .catch(tellError);
  };
  return {
    id,
    entries,
    set,
    change: (list: List, entry: string, changes: JsonObject, label: string) =>
      put(
        list,
        entries(list).map((one) => (text(one.id) === entry ? { ...one, ...changes } : one)),
        label,
      ),
    remove: (list: List, entry: string, label: string) =>
      put(
        list,
        entries(list).filter((one) => text(one.id) !== entry),
        label,
      ),
    add: (list: List, entry: JsonObject, label: string) => {
      const all = entries(list);
      const last = all
        .map((one) => text(one.order))
        .sort()
        .at(-1);
      // A number stands in forms that are out already: none is given twice.
      const number = Math.max(0, ...all.map((one) => count(one.number))) + 1;
      const made = { id: crypto.randomUUID(), order: generateKeyBetween(last ?? null, null), ...entry };
      put(list, [...all, list === 'lines' ? { number, ...made } : made], label);
    },
  };
}
