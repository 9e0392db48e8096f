import { sentenceFor } from '../application/errors.tsx';
import { useRead } from '../application/queries.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { HandlingBadge } from '../parts/handling/HandlingBadge.tsx';
import { OutsideMark } from '../parts/outside/OutsideMark.tsx';
import { Blocks } from './Blocks.tsx';
import classes from './openSession.module.css';
import type { Plan } from './shown.ts';

/** A paper as it prints for the open session, with its paragraph numbers, written large. */
export function PaperShown({ id, plan }: { readonly id: string; readonly plan: Plan }) {
  const language = useLanguage();
  const { data, error } = useRead('openSession', 'paper', { paper: id, language });
  const provenance = plan.papers.find(({ paper }) => paper === id)?.provenance;
  if (error !== null) {
    return (
      <p className={classes.nothing} role="alert">
        {sentenceFor(error)}
      </p>
    );
  }
  if (data === undefined) return null;
  return (
    <article className={classes.sheet}>
      <p className={classes.kicker}>
        <span>{data.number}</span>
        <span className={classes.mark}>
          <OutsideMark provenance={provenance} /> <HandlingBadge label={data.label} />
        </span>
      </p>
      <h1 lang={data.language}>{data.title}</h1>
      <dl className={classes.facts}>
        {data.facts
          .filter(({ label }) => label !== '')
          .map(({ label, lines }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{lines.filter((line) => line !== '').join(', ')}</dd>
            </div>
          ))}
      </dl>
      {data.asks.points.length > 0 && (
        <section className={classes.asks}>
          <h2>{data.asks.heading}</h2>
          <ol>
            {data.asks.points.map(({ letter, text }) => (
              <li key={letter} lang={data.language}>
                <span className={classes.number}>{letter}</span>
                <span>{text}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
      <div lang={data.language} className={classes.text}>
        <Blocks blocks={data.blocks} />
      </div>
    </article>
  );
}
