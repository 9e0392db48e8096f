import { useLingui } from '@lingui/react/macro';
import { formatMoment } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { useAdoptionWords } from '../parts/adoption/useAdoptionWords.ts';
import classes from './adoption.module.css';
import type { AdoptionData } from './adoptionTypes.ts';
import { RecordResult } from './RecordResult.tsx';

/** What became of it, with who recorded that and when; else, who may record it does so here. */
export function Result({ data }: { readonly data: AdoptionData }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { results } = useAdoptionWords();
  const { recorded, result, extensions, open, chair, zone } = data;
  return (
    <section aria-labelledby="adoption-result" className={classes.section}>
      <h2 id="adoption-result">{t`Result`}</h2>
      {extensions.map(({ from, on, reason }) => (
        <p key={`${from} ${on}`} className={classes.quiet}>
          {t`Extended on ${formatMoment(on, language)}; it ran until ${formatMoment(from, language, zone || 'UTC')}.`}{' '}
          {reason}
        </p>
      ))}
      {recorded !== undefined && result !== undefined && !open && (
        <div className={classes.recorded}>
          <p role="status">
            <strong>{results[result]}</strong>
          </p>
          <p>
            {recorded.by === ''
              ? t`Recorded ${formatMoment(recorded.on, language)}.`
              : t`Recorded ${formatMoment(recorded.on, language)} by ${recorded.by}.`}{' '}
            {recorded.instruction !== '' && t`On the chair’s instruction: ${recorded.instruction}.`}
          </p>
          {recorded.remark !== '' && <p>{recorded.remark}</p>}
          {recorded.unreached.length > 0 && (
            <p className={classes.warning}>
              {t`Silent then, and not known to have had it: ${recorded.unreached.join(', ')}.`}
            </p>
          )}
        </div>
      )}
      {open && data.mayRecord && <RecordResult data={data} />}
      {open && !data.mayRecord && (
        <p className={classes.quiet}>
          {chair === undefined
            ? t`No result is recorded. The Secretariat does that; no clock does.`
            : t`No result is recorded. ${chair.title} does that, or the Secretariat on its instruction; no clock does.`}
        </p>
      )}
    </section>
  );
}
