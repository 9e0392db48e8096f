import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatWeekday } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import classes from './desk.module.css';

export interface Line {
  readonly key: string;
  readonly icon: ReactNode;
  readonly words: string;
  readonly address: string;
  /** The second column. */
  readonly for?: ReactNode;
  /** A calendar date. */
  readonly by?: string | undefined;
  readonly state?: ReactNode;
}

interface LinesProps {
  readonly id: string;
  readonly title: string;
  /** The head of the second column; `For` unless told. */
  readonly second?: string;
  readonly lines: readonly Line[];
  /** Said where there are none; without it the section is not there then. */
  readonly none?: string;
  readonly children?: ReactNode;
}

/** A section of the desk: what, for what, by when and how it stands, each line leading to where it is done. */
export function Lines({ id, title, second, lines, none, children }: LinesProps) {
  const { t } = useLingui();
  const language = useLanguage();
  if (lines.length === 0 && none === undefined) return null;
  const hasSecond = lines.some((line) => line.for !== undefined);
  const hasBy = lines.some(({ by }) => by !== undefined);
  return (
    <section aria-labelledby={id} className={classes.section}>
      <h2 id={id}>{title}</h2>
      {lines.length === 0 ? (
        <p className={classes.none}>{none}</p>
      ) : (
        <table className={classes.lines} aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{t`What`}</th>
              {hasSecond && <th scope="col">{second ?? t`For`}</th>}
              {hasBy && <th scope="col">{t`By`}</th>}
              <th scope="col">{t`State`}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, icon, words, address, for: what, by, state }) => (
              <tr key={key}>
                <th scope="row" className={classes.what}>
                  <span className={classes.sign}>{icon}</span>
                  <Link to={address}>{words}</Link>
                </th>
                {hasSecond && <td className={classes.second}>{what}</td>}
                {hasBy && (
                  <td className={classes.by}>
                    {by !== undefined && <time dateTime={by}>{formatWeekday(by, language)}</time>}
                  </td>
                )}
                <td className={classes.state}>{state}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {children}
    </section>
  );
}
