import { useLingui } from '@lingui/react/macro';
import { AmberdeskError } from '../../domain/errors.ts';
import { text } from '../../domain/records/text.ts';
import { addressOf, DIRECTORY } from '../application/addresses.ts';
import { useRead } from '../application/queries.ts';
import type { Crumb } from '../parts/page/PageHead.tsx';
import { useRecordName } from '../parts/picker/recordName.ts';
import type { Printable } from './choices.ts';
import type { Order } from './usePrinted.ts';

/** What is printed: how its page is called, where it is at home, and what its file is called. */
interface Subject {
  readonly title: string;
  readonly crumbs: readonly Crumb[];
  /** It is here and can be printed. */
  readonly isThere: boolean;
  readonly error: Error | undefined;
  /** The record that the document is named after. */
  readonly record: { readonly id: string; readonly kind: string; readonly title: string } | undefined;
  /** `CB-8-4 Deep-dive: Karsenia.pdf`. Outside the board the closed number is not told, in the name of a file either. */
  fileName(order: Order): string;
}

/** What each is printed of. */
const KINDS = { agenda: 'meeting', paper: 'paper' } as const;
const MISSING = new AmberdeskError('record.missing');

export function useSubject(what: Printable, id: string): Subject {
  const { t } = useLingui();
  const nameOf = useRecordName();
  const isRecord = what !== 'couldOpen';
  const { data: record, error: missing } = useRead('records', 'read', { id }, { enabled: isRecord });
  const held = useRead('directory', 'couldOpen', { installation: id }, { enabled: !isRecord });
  if (!isRecord) {
    const name = held.data?.name ?? '';
    const [ofName, ofNobody] = [t`What ${name} could open`, t`What an installation could open`];
    return {
      title: t`Print what it could open`,
      crumbs: [{ title: t`Directory`, address: DIRECTORY }],
      isThere: held.data !== undefined,
      error: held.error ?? undefined,
      record: undefined,
      // Somebody may not be named to others, in the name of a file either.
      fileName: ({ audience }) => asFile([audience.kind === 'self' ? ofName : ofNobody]),
    };
  }
  const isThere = record?.kind === KINDS[what];
  const place =
    what === 'agenda' ? { title: t`Meetings`, address: '/meetings' } : { title: t`Papers`, address: '/papers' };
  const body = record?.body ?? {};
  return {
    title: what === 'agenda' ? t`Print the agenda` : t`Print the paper`,
    crumbs: record === undefined ? [place] : [place, { title: nameOf(record), address: addressOf(record.kind, id) }],
    isThere,
    error: missing ?? (record !== undefined && !isThere ? MISSING : undefined),
    record,
    fileName({ audience }) {
      if (what === 'agenda') return asFile([text(body.symbol), t`Agenda`]);
      return asFile([text(audience.kind === 'community' ? body.openNumber : body.number), text(body.title)]);
    },
  };
}

function asFile(parts: readonly string[]): string {
  return `${parts
    .filter((part) => part !== '')
    .join(' ')
    .replaceAll('/', '-')}.pdf`;
}
