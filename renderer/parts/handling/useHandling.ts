import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { z } from 'zod';
import type { RecordView } from '../../../contract/records/calls.ts';
import { effectiveHandling, markOf } from '../../../domain/handling/change.ts';
import type { Standing } from '../../../domain/handling/choices.ts';
import type { Handling, Mark } from '../../../domain/handling/handling.ts';
import { kindOf } from '../../../domain/records/kinds.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { useRead } from '../../application/queries.ts';
import { useUndo } from '../../application/undo.ts';
import { useRecordName } from '../picker/recordName.ts';

type View = z.output<typeof RecordView>;

export interface HandlingChange {
  readonly mark?: Mark;
  readonly caveats?: readonly string[];
  readonly chathamHouse?: boolean;
  /** The last day; null for none. */
  readonly expires?: string | null;
}

/** The handling of a record as this person may see and change it. */
export interface HandlingDesk {
  readonly view: View;
  /** What holds: a clearance whose text has changed does not. */
  readonly effective: Handling;
  readonly standing: Standing;
  /** This person's organisation wrote it, or nobody else has seen it: every choice is open. */
  readonly isOpen: boolean;
  /** No choice is possible at all: in conflict, private by kind, made with a newer version. */
  readonly isFixed: boolean;
  /** The answer of the core to the last change, when it was refused. */
  readonly refused: unknown;
  change(change: HandlingChange): void;
}

/** Kinds whose mark follows from what they are: private notes, and decisions that stay within the organisation. */
function isBound(kindName: string): boolean {
  const kind = kindOf(kindName);
  return kind?.bornPrivate === true || kind?.withinOrganisation === true;
}

/** Undefined until everything is read. */
export function useHandling(record: string): HandlingDesk | undefined {
  const { t } = useLingui();
  const client = useClient();
  const nameOf = useRecordName();
  const did = useUndo((state) => state.did);
  const [refused, setRefused] = useState<unknown>();
  const { data: view } = useRead('records', 'read', { id: record });
  const { data: status } = useRead('vault', 'status', {});
  const author = status?.installation && {
    organisation: status.installation.organisation,
    person: status.installation.seat,
  };
  const isOwn = view?.handling.originator === author?.organisation;
  const isSeen = (view?.heads.length ?? 0) > 0;
  // What was shared last differs from what stands here only where this person changed it since.
  const asksHistory = view !== undefined && author !== undefined && isSeen && view.draft && !isOwn;
  const { data: history } = useRead('records', 'history', { id: record }, { enabled: asksHistory });
  if (view === undefined || author === undefined || (asksHistory && history === undefined)) return undefined;
  const head = history?.find(({ version }) => view.heads.includes(version));
  const shared = isSeen ? (head?.handling ?? view.handling) : undefined;
  const effective = effectiveHandling(view.handling, view.body);

  const edit = ({ mark, caveats, chathamHouse, expires }: HandlingChange) =>
    client.records.edit({
      id: record,
      ...(mark && { mark }),
      ...(caveats && { caveats: [...caveats] }),
      ...(chathamHouse === undefined ? {} : { chathamHouse }),
      ...(expires === undefined ? {} : { expires }),
    });
  const change = (asked: HandlingChange) => {
    setRefused(undefined);
    const before: HandlingChange = {
      ...(asked.mark && { mark: markOf(effective) }),
      ...(asked.caveats && { caveats: view.handling.caveats }),
      ...(asked.chathamHouse === undefined ? {} : { chathamHouse: view.handling.chathamHouse }),
      ...(asked.expires === undefined ? {} : { expires: view.handling.expires ?? null }),
    };
    const name = nameOf(view);
    edit(asked).then(
      () => did({ label: t`Handling of “${name}”`, undo: () => edit(before), redo: () => edit(asked) }),
      setRefused,
    );
  };
  return {
    view,
    effective,
    standing: { shared, author },
    isOpen: isOwn || !isSeen,
    isFixed: view.conflicted || view.unknown || isBound(view.kind),
    refused,
    change,
  };
}
