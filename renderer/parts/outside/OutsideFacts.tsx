import { useLingui } from '@lingui/react/macro';
import { fieldName } from '../../../domain/records/fieldNames.ts';
import { isJsonObject, type JsonObject } from '../../../domain/records/json.ts';
import { text } from '../../../domain/records/text.ts';
import { valueName } from '../../../domain/records/valueNames.ts';
import { formatDate } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { useTitles } from '../picker/useTitles.ts';
import { OutsideMark } from './OutsideMark.tsx';
import classes from './outside.module.css';

/** How a paper came from outside, and who made sure where from: written when that was done, and not changed by hand. */
export function OutsideFacts({ body }: { readonly body: JsonObject }) {
  const { t } = useLingui();
  const language = useLanguage();
  const by = text(body.verifiedBy);
  const { titles } = useTitles(by === '' ? [] : [by]);
  if (body.provenance !== 'outside' && body.provenance !== 'verified') return null;
  const received = isJsonObject(body.received) ? body.received : {};
  const verified = isJsonObject(body.verification) ? body.verification : {};
  const day = (value: string) => (value === '' ? '' : formatDate(value, language));
  const facts = [
    { of: t`Received on`, is: day(text(received.on)) },
    { of: fieldName('paper', 'way', language), is: valueName('paper', 'way', text(received.way), language) ?? '' },
    { of: fieldName('paper', 'verifiedBy', language), is: titles.get(by)?.title ?? '' },
    { of: t`Verified on`, is: day(text(verified.on)) },
    { of: fieldName('paper', 'verification', language), is: text(verified.reason) },
  ].filter(({ is }) => is !== '');
  return (
    <section className={classes.section} aria-label={fieldName('paper', 'provenance', language)}>
      <OutsideMark provenance={body.provenance} />
      <dl className={classes.facts}>
        {facts.map(({ of, is }) => (
          <div key={of} className={classes.fact}>
            <dt>{of}</dt>
            <dd>{is}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
