import { z } from 'zod';
import { usePreference } from '../application/preferences.ts';
import { useRead } from '../application/queries.ts';
import { useUndo } from '../application/undo.ts';
import { useLanguage } from '../language/useLanguage.ts';

/** What the desk shows, and a way to say that what arrived was seen. */
export function useDesk() {
  const language = useLanguage();
  const did = useUndo((state) => state.did);
  const [seen, write, ready] = usePreference('desk.looked', z.int().min(0), 0);
  const { data } = useRead('desk', 'read', { language, seen }, { enabled: ready, keep: true });
  const see = (label: string) => {
    if (data === undefined) return;
    const { journal } = data;
    write(journal);
    did({ label, undo: async () => write(seen), redo: async () => write(journal) });
  };
  return { data, see };
}
export type DeskData = NonNullable<ReturnType<typeof useDesk>['data']>;
export type DeskMeeting = NonNullable<DeskData['meeting']>;
export type DeskNeed = DeskData['needs'][number];
export type DeskPaper = NonNullable<DeskData['readiness']>['late'][number];
