import { useLingui } from '@lingui/react/macro';
import type { ChosenFile } from '../../contract/bridge.ts';
import type { Label } from '../../domain/handling/handling.ts';
import { mediaTypeFor } from '../../domain/papers/mediaTypes.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { objects, text } from '../../domain/records/text.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { saveEverything } from '../application/saving.ts';
import { useUndo } from '../application/undo.ts';
import type { RecordView } from '../parts/form/formKeeper.ts';
import { useWork } from '../parts/work/useWork.ts';
import { filesIn } from './filesIn.ts';

/** The files of a paper in their order, and how one is added and taken away. */
export function useAttachments(view: RecordView) {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const { id } = view;
  const listed = async () => objects((await client.records.read({ id })).body.attachments);
  const put = (attachments: JsonObject[]) =>
    client.records.edit({ id, changes: { attachments: attachments.length === 0 ? null : attachments } });
  const without = async (entry: JsonObject) => put((await listed()).filter((one) => one.id !== entry.id));
  const again = async (entry: JsonObject) => put([...(await listed()).filter((one) => one.id !== entry.id), entry]);
  const adding = useWork(async ({ file, name }: ChosenFile, job: string) => {
    const before = new Set((await listed()).map((entry) => text(entry.id)));
    const { body } = await client.records.attach({ id, file, name, mediaType: mediaTypeFor(name), job });
    const entry = objects(body.attachments).find((one) => !before.has(text(one.id)));
    if (entry !== undefined) {
      did({ label: t`Attached: ${name}`, undo: () => without(entry), redo: () => again(entry) });
    }
    return true;
  });
  return {
    files: filesIn(view.body),
    adding,
    /** One after the other; ends at the first that is refused or cancelled. */
    async add(files: readonly ChosenFile[]) {
      for (const file of files) if ((await adding.start(file)) !== true) return;
    },
    async remove(entry: JsonObject) {
      await without(entry);
      const name = text(entry.name);
      did({ label: t`Taken away: ${name}`, undo: () => again(entry), redo: () => without(entry) });
    },
    /** Moves a file into a stricter portion, at the end of the text. What was typed is saved first. */
    async setApart(entry: JsonObject, label: Label) {
      await saveEverything();
      const order = { paper: id, attachments: [text(entry.id)], label };
      const { portion, placeholder } = await client.papers.setApart(order);
      const name = text(entry.name);
      did({
        label: t`Set apart: ${name}`,
        undo: () => client.papers.takeBack({ paper: id, placeholder }),
        redo: () => client.papers.setApart({ ...order, portion }),
      });
    },
  };
}
