import { useLingui } from '@lingui/react/macro';
import type { OutcomeKind } from '../../../domain/outcomes/kinds.ts';
import type { Anchor } from '../../../domain/papers/placeAnchor.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { useUndo } from '../../application/undo.ts';

/** What a new decision, action or recommendation says, and where it comes from. */
export interface NewOutcome {
  readonly kind: OutcomeKind;
  readonly meeting: string;
  readonly item?: string | undefined;
  readonly minutes?: string | undefined;
  readonly anchor?: Anchor | undefined;
  readonly text: string;
}

/** Makes a decision, an action or a recommendation, which can be taken back. Gives its id. */
export function useAddOutcome() {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  return async ({ kind, meeting, item, minutes, anchor, text }: NewOutcome): Promise<string> => {
    const { id } = await client.outcomes.add({
      kind,
      meeting: RecordId.parse(meeting),
      ...(item === undefined ? {} : { item: RecordId.parse(item) }),
      ...(minutes === undefined ? {} : { minutes: RecordId.parse(minutes) }),
      ...(anchor === undefined ? {} : { anchor }),
      text,
    });
    const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    did({
      label: t`Added “${shown}”`,
      undo: () => client.records.remove({ id, reason: t`Adding it was undone` }),
      redo: () => client.records.restore({ id }),
    });
    return id;
  };
}
