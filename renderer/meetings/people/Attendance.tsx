import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { valueName } from '../../../domain/records/valueNames.ts';
import { useAction } from '../../application/actions.ts';
import { capitalised } from '../../language/capitalised.ts';
import { formatWeekday } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import classes from './people.module.css';
import { type How, inSight, type People } from './seatTypes.ts';
import { useCapacityWords, useSeatWords } from './seatWords.ts';
import type { Seats } from './useSeats.ts';

const CELL = '[data-attendance]';
const ORDER: readonly How[] = ['present', 'byLink', 'leftEarly', 'absent'];

interface AttendanceProps {
  readonly people: People;
  readonly seats: Seats;
}

/** Who was at which session: a grid that is filled in by single letters, going down by itself. */
export function Attendance({ people, seats }: AttendanceProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const nameOf = useSeatWords();
  const capacityOf = useCapacityWords();
  const rows = inSight(people.seats);
  const { sessions } = people;
  const [at, setAt] = useState({ row: 0, column: 0 });
  const row = Math.min(at.row, rows.length - 1);
  const column = Math.min(at.column, sessions.length - 1);
  const [seat, session] = [rows[row], sessions[column]];

  const go = (to: { row: number; column: number }) => {
    const next = {
      row: Math.max(0, Math.min(rows.length - 1, to.row)),
      column: Math.max(0, Math.min(sessions.length - 1, to.column)),
    };
    setAt(next);
    document.querySelector<HTMLElement>(`[data-attendance="${next.row} ${next.column}"]`)?.focus();
  };
  const note = (how: How | null) => {
    if (seat === undefined || session === undefined) return;
    const name = nameOf(seat);
    const word = how === null ? t`nothing noted` : (valueName('participant', 'how', how, language) ?? how);
    void seats.mark(session.session, [{ participant: seat.participant, how }], t`${name}: ${word}`);
    go({ row: row + 1, column });
  };
  const all = (of: string) => {
    const marks = rows
      .filter(({ presence }) => !presence.some((entry) => entry.session === of))
      .map(({ participant }) => ({ participant, how: 'present' as const }));
    void seats.mark(of, marks, t`all others were present`);
  };
  const group = t`Attendance`;
  useAction({
    id: 'attendance.present',
    title: t`Present`,
    group,
    shortcut: 'P',
    inside: CELL,
    run: () => note('present'),
  });
  useAction({
    id: 'attendance.byLink',
    title: t`By video link`,
    group,
    shortcut: 'V',
    inside: CELL,
    run: () => note('byLink'),
  });
  useAction({
    id: 'attendance.leftEarly',
    title: t`Left early`,
    group,
    shortcut: 'E',
    inside: CELL,
    run: () => note('leftEarly'),
  });
  useAction({
    id: 'attendance.absent',
    title: t`Absent`,
    group,
    shortcut: 'A',
    inside: CELL,
    run: () => note('absent'),
  });
  useAction({
    id: 'attendance.clear',
    title: t`Take the note away`,
    group,
    shortcut: 'Backspace',
    inside: CELL,
    run: () => note(null),
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to: Readonly<Record<string, { row: number; column: number }>> = {
      ArrowDown: { row: row + 1, column },
      ArrowUp: { row: row - 1, column },
      ArrowLeft: { row, column: column - 1 },
      ArrowRight: { row, column: column + 1 },
      Home: { row, column: 0 },
      End: { row, column: sessions.length - 1 },
      PageUp: { row: 0, column },
      PageDown: { row: rows.length - 1, column },
    };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    go(next);
  };

  return (
    <>
      <p className={classes.hint}>
        {t`Arrows move. P: present, V: by video link, E: left early, A: absent, Backspace: nothing noted. Each goes on to the next row; a click goes through them.`}
      </p>
      <div className={classes.scroller}>
        <table className={classes.grid} aria-label={t`Attendance`}>
          <thead>
            <tr>
              <th scope="col">{t`Name`}</th>
              {sessions.map(({ session: id, day, date, starts, ends, access }) => (
                <th key={id} scope="col" data-access={access}>
                  <span className={classes.line}>{formatWeekday(date, language)}</span>
                  <span className={classes.line}>
                    {`${starts}–${ends}, ${valueName('session', 'access', access, language) ?? access}`}
                  </span>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    leftSection={<IconChecks size={14} stroke={1.6} aria-hidden />}
                    aria-label={t`All others were present, day ${day}, ${starts}`}
                    onClick={() => all(id)}
                  >
                    {t`All others`}
                  </Button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((one, r) => (
              <tr key={one.participant}>
                <th scope="row">
                  <span>{nameOf(one)}</span>
                  <span className={classes.capacity}>{capacityOf(one)}</span>
                </th>
                {sessions.map(({ session: id, day, starts }, c) => {
                  const how = one.presence.find((entry) => entry.session === id)?.how;
                  const word = how === undefined ? '' : (valueName('participant', 'how', how, language) ?? how);
                  const said = word === '' ? t`nothing noted` : word;
                  const name = nameOf(one);
                  return (
                    <td key={id}>
                      <button
                        type="button"
                        className={classes.cell}
                        data-attendance={`${r} ${c}`}
                        data-how={how}
                        tabIndex={r === row && c === column ? 0 : -1}
                        aria-label={t`${name}, day ${day}, ${starts}: ${said}`}
                        onKeyDown={onKeyDown}
                        onFocus={() => setAt({ row: r, column: c })}
                        onClick={() => {
                          const next = ORDER[how === undefined ? 0 : ORDER.indexOf(how) + 1] ?? null;
                          const after =
                            next === null
                              ? t`nothing noted`
                              : (valueName('participant', 'how', next, language) ?? next);
                          void seats.mark(id, [{ participant: one.participant, how: next }], t`${name}: ${after}`);
                        }}
                      >
                        {word === '' ? '–' : capitalised(word)}
                      </button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t`Were there`}</th>
              {sessions.map(({ session: id }) => (
                <td key={id}>
                  {
                    rows.filter(({ presence }) =>
                      presence.some((entry) => entry.session === id && entry.how !== 'absent'),
                    ).length
                  }
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}
