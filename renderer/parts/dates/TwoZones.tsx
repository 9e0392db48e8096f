import { useLingui } from '@lingui/react/macro';
import type { Language } from '../../../domain/records/fieldNames.ts';
import { formatClock, formatDay } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { DateField } from './DateField.tsx';
import classes from './dates.module.css';
import { TimeField } from './TimeField.tsx';
import { inTwoZones, type WallOrMoment } from './twoZones.ts';
import type { TypedDate } from './typedDate.ts';
import { cityOf } from './zones.ts';

interface Zones {
  /** IANA zone of the place, and what the place is called; its city when not given. */
  readonly zone: string;
  readonly place?: string;
  /** The same of the reader's capital. */
  readonly otherZone: string;
  readonly otherPlace?: string;
}

interface TwoZonesProps extends Zones {
  /** A moment (`2027-03-11T08:30Z`), or what a clock at the place shows. */
  readonly at: WallOrMoment;
  /** With the day of the place. */
  readonly withDay?: boolean;
}

/** A time at the place and in the capital: `09:30 Madrid  03:30 Ottawa`, with the weekday when it is another day there. */
export function TwoZones({ at, zone, place, otherZone, otherPlace, withDay = false }: TwoZonesProps) {
  const language = useLanguage();
  const both = inTwoZones(at, zone, otherZone);
  if (both === undefined) return null;
  const { here, there, otherDay, same } = both;
  return (
    <span className={classes.twoZones}>
      {withDay && <span className={classes.clock}>{formatDay(here.toPlainDate().toString(), language)}</span>}
      <Clock at={here} place={place ?? cityOf(zone)} />
      {!same && (
        <Clock at={there} place={otherPlace ?? cityOf(otherZone)} day={otherDay ? weekday(there, language) : ''} />
      )}
    </span>
  );
}

interface ClockProps {
  readonly at: Temporal.ZonedDateTime;
  readonly place: string;
  readonly day?: string;
}

function Clock({ at, place, day = '' }: ClockProps) {
  return (
    <span className={classes.clock}>
      <time dateTime={at.toString({ timeZoneName: 'never', smallestUnit: 'minute' })}>
        {day !== '' && `${day} `}
        {formatClock(at)}
      </time>{' '}
      <span className={classes.place}>{place}</span>
    </span>
  );
}

const weekday = (at: Temporal.ZonedDateTime, language: Language) =>
  at.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', { weekday: 'long' });

interface TwoZonesFieldProps extends Zones {
  readonly id: string;
  /** Names the pair of fields: the id of its label. */
  readonly labelledBy: string;
  readonly date: string | undefined;
  readonly time: string | undefined;
  readonly rawDate?: string;
  readonly rawTime?: string;
  readonly readOnly?: boolean;
  onDate(typed: TypedDate): void;
  onTime(typed: TypedDate): void;
}

/** Day and time at the place, typed in; below, what the clock of the capital shows then. */
export function TwoZonesField({
  id,
  labelledBy,
  date,
  time,
  rawDate,
  rawTime,
  readOnly,
  onDate,
  onTime,
  ...zones
}: TwoZonesFieldProps) {
  const { t } = useLingui();
  const both =
    date === undefined || time === undefined ? undefined : inTwoZones({ date, time }, zones.zone, zones.otherZone);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the label stands outside, a fieldset would need it inside.
    <div role="group" aria-labelledby={labelledBy} className={classes.input}>
      <label className={classes.unseen} htmlFor={`${id}-date`}>{t`Day`}</label>
      <DateField
        id={`${id}-date`}
        value={date}
        raw={rawDate}
        readOnly={readOnly}
        invalid={rawDate !== undefined}
        onType={onDate}
      />
      <label className={classes.unseen} htmlFor={`${id}-time`}>{t`Time`}</label>
      <TimeField
        id={`${id}-time`}
        value={time}
        raw={rawTime}
        readOnly={readOnly}
        invalid={rawTime !== undefined}
        onType={onTime}
      />
      {both !== undefined && date !== undefined && time !== undefined && (
        <output className={classes.readout} htmlFor={`${id}-date ${id}-time`}>
          <TwoZones at={{ date, time }} {...zones} />
        </output>
      )}
      {both?.shift !== undefined && (
        <p className={classes.shift}>
          {both.shift === 'skipped'
            ? t`The clock is put forward that day: this time does not exist there.`
            : t`The clock is put back that day: this time comes twice; the first is meant.`}
        </p>
      )}
    </div>
  );
}
