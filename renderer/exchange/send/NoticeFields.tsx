import { useLingui } from '@lingui/react/macro';
import { Checkbox, Input, Select, Textarea } from '@mantine/core';
import { useEffect, useId } from 'react';
import { NOTICE_LIMITS } from '../../../domain/exchange/manifest.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { text } from '../../../domain/records/text.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { useRead } from '../../application/queries.ts';
import { TwoZonesField } from '../../parts/dates/TwoZones.tsx';
import type { NoticeDraft } from './notice.ts';
import { NOTICE_LABELS } from './notice.ts';
import classes from './send.module.css';
import { useReminderOf } from './useReminderOf.ts';

interface NoticeFieldsProps {
  readonly value: NoticeDraft;
  /** What goes along: an adoption says until when it is to be answered. */
  readonly records: readonly string[];
  /** For whom it reminds of these papers; not there where it does not. */
  readonly reminds: Audience | undefined;
  onChange(value: NoticeDraft): void;
}

/** What a notice warns of, what is asked, and until when: read at the other end before anything else. */
export function NoticeFields({ value, records, reminds, onChange }: NoticeFieldsProps) {
  const { t } = useLingui();
  const id = useId();
  const adoption = useAdoptionAmong(records);
  const reminder = useReminderOf(reminds === undefined ? [] : records, reminds);
  const isEmpty = value.says === '' && value.asks === '' && !value.touched;
  useEffect(() => {
    if (adoption === undefined || !isEmpty) return;
    onChange({
      ...value,
      touched: true,
      says: t`Put up for adoption: ${adoption.title}`,
      asks: t`Say whether you object, amend or reserve.`,
      ...wallAt(adoption.deadline, adoption.zone),
    });
  }, [adoption, isEmpty, onChange, value, t]);
  useEffect(() => {
    if (reminder === undefined || !isEmpty) return;
    const label = NOTICE_LABELS.find((one) => one === reminder.label) ?? value.label;
    onChange({ ...value, touched: true, says: reminder.says, label });
  }, [reminder, isEmpty, onChange, value]);
  const say = (changes: Partial<NoticeDraft>) => onChange({ ...value, ...changes, touched: true });
  const zone = value.zone;
  return (
    <fieldset className={classes.part}>
      <legend>{t`What it warns of`}</legend>
      <Textarea
        label={t`In words`}
        description={t`Read at once on arrival, before anything is decided on.`}
        required
        autosize
        minRows={2}
        maxLength={NOTICE_LIMITS.says}
        value={value.says}
        onChange={({ currentTarget }) => say({ says: currentTarget.value })}
      />
      <Textarea
        label={t`What is asked`}
        autosize
        minRows={1}
        maxLength={NOTICE_LIMITS.asks}
        value={value.asks}
        onChange={({ currentTarget }) => say({ asks: currentTarget.value })}
      />
      <Checkbox
        label={t`Until a moment`}
        checked={value.hasEnd}
        onChange={(event) => say({ hasEnd: event.currentTarget.checked })}
      />
      {value.hasEnd && (
        <Input.Wrapper label={t`Until`} labelElement="div" labelProps={{ id: `${id}-label` }}>
          <TwoZonesField
            id={id}
            labelledBy={`${id}-label`}
            date={value.date}
            time={value.time}
            onDate={(typed) => 'value' in typed && say({ date: typed.value })}
            onTime={(typed) => 'value' in typed && say({ time: typed.value })}
            zone={zone}
            otherZone={Temporal.Now.timeZoneId()}
          />
        </Input.Wrapper>
      )}
      <Select
        label={t`Label of these words`}
        allowDeselect={false}
        data={[...NOTICE_LABELS]}
        value={value.label}
        onChange={(next) => say({ label: NOTICE_LABELS.find((one) => one === next) ?? value.label })}
      />
    </fieldset>
  );
}

/** The first adoption among the records, with its deadline; undefined until it is read, or where there is none. */
function useAdoptionAmong(records: readonly string[]) {
  const { data = [] } = useRead('records', 'list', { kind: 'adoption', deleted: false });
  const found = data.find(({ id }) => records.includes(id));
  if (found === undefined || !RecordId.safeParse(found.id).success) return undefined;
  return { title: found.title, deadline: text(found.body.deadline), zone: text(found.body.zone) };
}

/** A moment as the clock of a zone shows it. */
function wallAt(moment: string, zone: string): Partial<NoticeDraft> {
  if (moment === '') return {};
  const at = Temporal.Instant.from(moment).toZonedDateTimeISO(zone || 'UTC');
  const time = at.toPlainTime().toString({ smallestUnit: 'minute' });
  return { hasEnd: true, date: at.toPlainDate().toString(), time, zone: zone || 'UTC' };
}
