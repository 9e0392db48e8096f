import { useLingui } from '@lingui/react/macro';
import { useClient } from '../../application/ApplicationContext.ts';
import { addressOf, replyAddress } from '../../application/addresses.ts';
import { useUndo } from '../../application/undo.ts';
import { useFileTaker } from '../dropping/takers.ts';
import { useGivenReply } from '../outside/givenReply.ts';
import { useImported } from './importedStore.ts';

/** The endings of files that become papers. */
export const PAPER_ENDINGS = ['docx', 'md', 'markdown', 'txt'];

/** Texts that come to the window become papers, of this meeting when there is one. */
export function useTakePapers(meeting: string | undefined): void {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  useFileTaker({
    id: 'papers',
    endings: PAPER_ENDINGS,
    intent: t`Texts (.docx, .md, .txt) become papers.`,
    async take({ file, name }, { job }) {
      if (await isReplyForm(file, name)) {
        useGivenReply.getState().give({ file, name });
        return {
          says: t`It is the answer of an invited body; nothing is taken in yet.`,
          address: replyAddress(meeting),
        };
      }
      const fields = meeting === undefined ? {} : { meeting };
      const { paper, title, blocks, notes } = await client.papers.load({ file, fields, job });
      if (notes.length > 0) useImported.getState().add(paper, { file: name, notes });
      did({
        label: t`Taken in: ${title}`,
        undo: () => client.records.remove({ id: paper, reason: t`Taking it in was undone` }),
        redo: () => client.records.restore({ id: paper }),
      });
      const kept = t`“${title}” is a paper now, with ${blocks} passages.`;
      const left = notes.length === 0 ? '' : leftWords(notes.length);
      return { says: [kept, left].filter(Boolean).join(' '), address: addressOf('paper', paper) };
    },
  });

  /** The form on which invited bodies answer is no paper of ours. */
  async function isReplyForm(file: string, name: string): Promise<boolean> {
    if (!/\.(?:txt|docx)$/i.test(name)) return false;
    const read = await client.replies.read({ source: { file, name } }).catch(() => undefined);
    return read?.way === 'form';
  }

  function leftWords(count: number): string {
    if (count === 1) return t`One thing could not be kept as it was; it is listed with the paper.`;
    return t`${count} things could not be kept as they were; they are listed with the paper.`;
  }
}
