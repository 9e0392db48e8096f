import { useLingui } from '@lingui/react/macro';
import { useCallback, useRef, useState } from 'react';
import { backwards } from '../../../domain/meetings/operations.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useForesee, useKnown, useReadAgain } from '../../application/queries.ts';
import { inTurn, useUndo } from '../../application/undo.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { foreseen } from './foreseen.ts';
import { entriesOf, type Plan } from './planTypes.ts';
import { usePlanWords } from './usePlanWords.ts';
import type { Wish } from './wishes.ts';

export interface Arranging {
  /**
   * Does what is wished of the plan as it is when its turn comes, one after the other, and can take it back. Gives the
   * entry that it made or was about, else the meeting; undefined when there was nothing to do or it was refused.
   */
  arrange(wish: (plan: Plan) => Wish | undefined): Promise<string | undefined>;
  /** Why the last wish was refused. */
  readonly refused: string | undefined;
  forgive(): void;
  /** What was done last, for those who do not see it. */
  readonly told: string;
  tell(words: string): void;
}

export function useArrange(meeting: string): Arranging {
  const { t } = useLingui();
  const client = useClient();
  const language = useLanguage();
  const readAgain = useReadAgain();
  const known = useKnown('meetings', 'timetable', { meeting, language });
  const foresee = useForesee('meetings', 'timetable', { meeting, language });
  const words = usePlanWords();
  const did = useUndo((state) => state.did);
  const [refused, setRefused] = useState<string>();
  const [told, tell] = useState('');

  const doIt = async (wish: (plan: Plan) => Wish | undefined): Promise<string | undefined> => {
    try {
      const before = known() ?? (await client.meetings.timetable({ meeting, language }));
      const operation = wish(before);
      if (operation === undefined) {
        tell(t`There is no place there.`);
        return undefined;
      }
      const reason = t`Taken out of the timetable`;
      const next = foreseen(before, operation);
      if (next !== undefined) foresee(next);
      const { steps, created } = await client.meetings.arrange({ meeting, operation, reason });
      setRefused(undefined);
      if (steps.length === 0) return idOf(operation) ?? meeting;
      const label = words.doneWords(before, operation);
      const go = (again: typeof steps) =>
        client.meetings.arrange({ meeting, operation: { does: 'steps', steps: again }, reason });
      did({ label, undo: () => go(backwards(steps)), redo: () => go(steps) });
      const reading = readAgain('meetings');
      if (next === undefined) await reading;
      const about = created[0] ?? idOf(operation) ?? meeting;
      tell(saying(label, known() ?? before, about));
      return about;
    } catch (error) {
      setRefused(sentenceFor(error));
      void readAgain('meetings');
      return undefined;
    }
  };
  const latest = useRef(doIt);
  latest.current = doIt;
  const arrange = useCallback((wish: (plan: Plan) => Wish | undefined) => {
    return inTurn(() => latest.current(wish));
  }, []);
  return { arrange, refused, forgive: () => setRefused(undefined), told, tell };
}

function idOf(wish: Wish): string | undefined {
  if ('item' in wish) return wish.item;
  return 'session' in wish ? wish.session : undefined;
}

/** What was done and where the entry stands now: `moved item 6 to day 2, 09:40–10:40`. */
function saying(label: string, plan: Plan, about: string | undefined): string {
  const entry = entriesOf(plan).find(({ id }) => id === about);
  if (entry === undefined || entry.of === 'tray') return label;
  const { starts, ends } = entry.of === 'item' ? entry.item : entry.session;
  return `${label}, ${starts}–${ends}`;
}
