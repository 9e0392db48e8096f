import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { RecordId } from '../../domain/records/ids.ts';
import { useRead } from '../application/queries.ts';
import { RecordPicker } from '../parts/picker/RecordPicker.tsx';
import classes from './print.module.css';

/** Which minutes of a meeting are printed: those of one item, or of the items that concern an organisation; else all. */
export interface MinutesPart {
  readonly item?: RecordId;
  readonly concerning?: RecordId;
}

/** The part that an address names. */
export function partIn(search: URLSearchParams): MinutesPart {
  const [item, concerning] = ['item', 'concerning'].map((key) => RecordId.safeParse(search.get(key)).data);
  return { ...(item && { item }), ...(concerning && { concerning }) };
}

interface MinutesPartChoiceProps {
  readonly meeting: string;
  readonly part: MinutesPart;
  change(part: MinutesPart): void;
}

/** Chooses the items and for whom an excerpt is. */
export function MinutesPartChoice({ meeting, part, change }: MinutesPartChoiceProps) {
  const { t } = useLingui();
  const { data } = useRead('minutes', 'ofMeeting', { meeting });
  const items = (data?.items ?? []).filter(({ minutes }) => minutes !== undefined);
  return (
    <section className={classes.part} aria-label={t`Which minutes`}>
      <Select
        label={t`Items`}
        allowDeselect={false}
        value={part.item ?? ''}
        data={[
          { value: '', label: t`All items` },
          ...items.map(({ item, number, title }) => ({
            value: item,
            label: [number, title].filter(Boolean).join(' '),
          })),
        ]}
        onChange={(value) => {
          const { item: _before, ...rest } = part;
          const item = RecordId.safeParse(value).data;
          change(item === undefined ? rest : { ...rest, item });
        }}
      />
      <RecordPicker
        kinds={['organisation']}
        value={part.concerning ?? null}
        label={t`Only what concerns`}
        placeholder={t`Everybody`}
        onChange={(value) => {
          const { concerning: _before, ...rest } = part;
          const concerning = RecordId.safeParse(value).data;
          change(concerning === undefined ? rest : { ...rest, concerning });
        }}
      />
    </section>
  );
}
