import { useLingui } from '@lingui/react/macro';
import { replyAddress } from '../../application/addresses.ts';
import { useFileTaker } from '../dropping/takers.ts';
import { useGivenReply } from './givenReply.ts';

/** The endings of files that may be an answer from outside. */
export const REPLY_ENDINGS = ['txt', 'pdf', 'docx', 'odt'];

/** Answers of invited bodies that come to the window are read and shown; nothing is taken in before a person says so. */
export function useTakeReplies(meeting?: string): void {
  const { t } = useLingui();
  useFileTaker({
    id: 'replies',
    endings: REPLY_ENDINGS,
    intent: t`Answers of invited bodies (.txt, .pdf, .docx) are shown before they are taken in.`,
    async take(file) {
      useGivenReply.getState().give(file);
      return { says: t`It is shown; nothing is taken in yet.`, address: replyAddress(meeting) };
    },
  });
}
