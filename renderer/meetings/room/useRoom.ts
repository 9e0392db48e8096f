import { useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { noted } from '../../../domain/meetings/instants.ts';
import { notedOf, type RoomNote } from '../../../domain/meetings/inTheRoom.ts';
import type { RoomClock } from '../../../domain/meetings/roomClock.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { text } from '../../../domain/records/text.ts';
import { usePreference } from '../../application/preferences.ts';
import { useRead } from '../../application/queries.ts';
import { useUndo } from '../../application/undo.ts';
import { useNow } from '../../application/useNow.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { Plan } from '../plan/planTypes.ts';
import { useArrange } from '../plan/useArrange.ts';
import { usePlanWords } from '../plan/usePlanWords.ts';
import type { Cue } from './cueTypes.ts';
import {
  clockOfDay,
  dayAt,
  linesOf,
  Rehearsal,
  type RoomItem,
  type RoomLine,
  type RoomSession,
  rehearsalOf,
  sessionsOf,
} from './roomState.ts';

type Note =
  | {
      readonly does: 'begin' | 'end';
      readonly item: string;
      readonly outcome?: 'concluded' | 'adjourned' | 'notReached';
    }
  | {
      readonly does: 'outcome';
      readonly item: string;
      readonly outcome: 'concluded' | 'adjourned' | 'notReached' | null;
    };

/** The room of a meeting on one day, as every view of it shows it. */
export interface Room {
  readonly meeting: string;
  readonly title: string;
  readonly zone: string;
  readonly plan: Plan;
  readonly day: number;
  setDay(day: number): void;
  /** That of the rehearsal while there is one. */
  readonly now: number;
  readonly lines: readonly RoomLine[];
  readonly items: readonly RoomItem[];
  readonly clock: RoomClock;
  readonly session: RoomSession | undefined;
  readonly cues: readonly Cue[];
  /** Today is no day of the meeting. */
  readonly isElsewhen: boolean;
  readonly rehearsal: Rehearsal | undefined;
  rehearse(begin: boolean): void;
  /** Notes it in the records, or in the rehearsal. What was noted can be taken back. */
  note(note: Note): void;
  readonly refused: string | undefined;
  forgive(): void;
  readonly told: string;
}

/** Undefined until it is read. */
export function useRoom(meeting: string): Room | { readonly error: Error } | undefined {
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
  const { t } = useLingui();
  const real = useNow();
  const record = useRead('records', 'read', { id: meeting });
  const read = useRead('meetings', 'timetable', { meeting, language }, { keep: true });
  const asked = useRead('meetings', 'cues', { meeting }, { keep: true });
  const [kept, keep] = usePreference('room.rehearsal', Rehearsal.nullable(), null);
  const arranging = useArrange(meeting);
  const words = usePlanWords();
  const did = useUndo((state) => state.did);
  const [told, setTold] = useState('');
  const zone = text(record.data?.body.zone);
  const rehearsal = kept?.meeting === meeting ? kept : undefined;
  const plan = read.data;
  const today = plan && dayAt(plan, zone, real);
  const chosen = Number(search.get('day') ?? '') || undefined;
  const day = chosen ?? rehearsal?.day ?? today ?? plan?.days[0]?.day ?? 1;
  const running = rehearsal?.day === day ? rehearsal : undefined;
  const now = real + (running?.ahead ?? 0);
  const cues = asked.data?.cues;
  const sessions = useMemo(() => (plan === undefined ? [] : sessionsOf(plan, day, running)), [plan, day, running]);
  const lines = useMemo(() => linesOf(sessions, cues ?? []), [sessions, cues]);
  const error = record.error ?? read.error ?? asked.error;
  if (error !== null) return { error };
  if (record.data === undefined || plan === undefined || cues === undefined) return undefined;
  const items = sessions.flatMap((session) => session.items);
  const clock = clockOfDay(lines, zone, now);
  const about = clock.underWay?.item ?? clock.next?.item;

  const noteInRehearsal = (note: Note, before: Rehearsal) => {
    const planned = items.map((item) => ({ ...item, id: RecordId.parse(item.item), body: bodyOf(item, sessions) }));
    const held = sessions.map(({ session, room }) => ({ id: session, body: { room } }));
    const times = { ...before.times };
    for (const { item, fields } of notedOf(planned, held, withMoment(note, now))) {
      const old = before.times[item.item] ?? { began: null, ended: null, outcome: null };
      times[item.item] = Rehearsal.shape.times.valueType.parse({ ...old, ...fields });
    }
    const after = { ...before, times };
    keep(after);
    const label = words.doneWords(plan, withMoment(note, now));
    setTold(label);
    did({ label, undo: async () => keep(before), redo: async () => keep(after) });
  };
  return {
    meeting,
    title: record.data.title,
    zone,
    plan,
    day,
    setDay: (next) => setSearch({ day: String(next) }, { replace: true }),
    now,
    lines,
    items,
    clock,
    session: sessions.find((session) => session.items.some(({ item }) => item === about)) ?? sessions[0],
    cues,
    isElsewhen: today !== day,
    rehearsal: running,
    rehearse: (begin) => keep(begin ? rehearsalOf(meeting, day, lines, zone, real) : null),
    note: (note) => {
      if (running !== undefined) noteInRehearsal(note, running);
      else void arranging.arrange(() => withMoment(note, now)).then(() => setTold(''));
    },
    refused: arranging.refused,
    forgive: arranging.forgive,
    told: told || arranging.told || (running === undefined ? '' : t`Rehearsal`),
  };
}

function withMoment(note: Note, now: number): RoomNote {
  const item = RecordId.parse(note.item);
  if (note.does === 'outcome') return { ...note, item };
  const at = noted(now);
  if (note.does === 'begin') return { does: 'begin', item, at };
  return { does: 'end', item, at, ...(note.outcome === undefined ? {} : { outcome: note.outcome }) };
}

function bodyOf({ item, type, began, ended, outcome }: RoomItem, sessions: readonly RoomSession[]) {
  const session = sessions.find(({ items }) => items.some((one) => one.item === item))?.session ?? '';
  const said = { began, ended, outcome };
  return {
    type,
    session,
    ...Object.fromEntries(
      Object.entries(said).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    ),
  };
}
