import { useLingui } from '@lingui/react/macro';
import type { Editor } from '@tiptap/core';
import { useEffect, useMemo, useRef } from 'react';
import { objects, text } from '../../../domain/records/text.ts';
import { useClient, useHost } from '../../application/ApplicationContext.ts';
import { tell, tellError } from '../../application/errors.tsx';
import { bytesOf } from './bytesOf.ts';
import { FiguresShown } from './figuresShown.ts';

/** A picture as it comes: on the disk, or in the window. */
interface Incoming {
  readonly name: string;
  readonly file?: string;
  readonly content?: string;
}

/** How the figures of a paper are shown, and how one is added: a file of the paper, and a block in its text. */
export function useFigures(paper: string) {
  const { t } = useLingui();
  const client = useClient();
  const host = useHost();
  const addresses = useRef(new Map<string, Promise<string | undefined>>());
  useEffect(() => {
    const made = addresses.current;
    return () => {
      for (const address of made.values()) {
        void address.then((one) => one !== undefined && URL.revokeObjectURL(one)).catch(() => {});
      }
      made.clear();
    };
  }, []);
  const figures = useMemo(() => {
    const read = async (file: string): Promise<string | undefined> => {
      const { body } = await client.records.read({ id: paper });
      const entry = objects(body.attachments).find(({ sha256 }) => sha256 === file);
      if (entry === undefined) return undefined;
      const found = await client.papers.attachment({ record: paper, attachment: text(entry.id) });
      return URL.createObjectURL(new Blob([await bytesOf(found.content)], { type: found.mediaType }));
    };
    const load = (file: string) => {
      const known = addresses.current.get(file) ?? read(file);
      addresses.current.set(file, known);
      return known;
    };
    const add = async (editor: Editor, pictures: readonly Incoming[]) => {
      for (const picture of pictures) {
        const { sha256 } = await client.papers.addPicture({ paper, ...picture, job: crypto.randomUUID() });
        insertFigure(editor, sha256);
      }
      if (pictures.length > 0) tell(t`Figure added. Say what there is to see.`);
    };
    const take = async (editor: Editor, files: readonly File[], pasted: boolean) => {
      const incoming = pasted
        ? await Promise.all(files.map(async (file) => ({ name: file.name, content: await base64Of(file) })))
        : await host.dropped(files);
      await add(editor, incoming);
    };
    return {
      extension: FiguresShown.configure({
        load,
        take: (editor, files, pasted) => void take(editor, files, pasted).catch(tellError),
      }),
      async choose(editor: Editor) {
        await add(editor, await host.chooseFiles({ endings: ['png', 'jpg', 'jpeg'], multiple: true }));
      },
    };
  }, [client, host, paper, t]);
  return figures;
}

/** Puts a figure after the block with the cursor, or in the place of an empty one, and asks what there is to see. */
function insertFigure(editor: Editor, file: string): void {
  const { state, view } = editor;
  const figure = state.schema.nodes.figure?.create({ file });
  if (figure === undefined) return;
  const { $from } = state.selection;
  const block = $from.depth === 0 ? state.doc.childBefore($from.pos).node : $from.node(1);
  const from = $from.depth === 0 ? $from.pos : $from.before(1);
  const isEmpty = block?.type.name === 'paragraph' && block.content.size === 0;
  const end = $from.depth === 0 ? $from.pos : $from.after(1);
  const tr = isEmpty && $from.depth > 0 ? state.tr.replaceWith(from, end, figure) : state.tr.insert(end, figure);
  view.dispatch(tr.scrollIntoView());
  const at = isEmpty && $from.depth > 0 ? from : end;
  const drawn = view.nodeDOM(at);
  if (drawn instanceof HTMLElement) drawn.querySelector('input')?.focus();
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let letters = '';
  const STEP = 0x8000;
  for (let at = 0; at < bytes.length; at += STEP) letters += String.fromCharCode(...bytes.subarray(at, at + STEP));
  return btoa(letters);
}
