import { useLingui } from '@lingui/react/macro';
import { RecordPicker } from '../../parts/picker/RecordPicker.tsx';
import { useTitles } from '../../parts/picker/useTitles.ts';
import type { Whom } from './audience.ts';
import classes from './send.module.css';

type Guest = NonNullable<Whom['guest']>;

interface ForGuestProps {
  readonly guest: Guest;
  onChange(guest: Guest): void;
}

/** Who speaks, at which item, and which of its papers they get: nothing else goes to them. */
export function ForGuest({ guest, onChange }: ForGuestProps) {
  const { t } = useLingui();
  const { titles } = useTitles([guest.party, guest.item]);
  const who = titles.get(guest.party)?.title || t`Somebody not known here`;
  const item = titles.get(guest.item)?.title ?? '';
  return (
    <>
      <p className={classes.quiet}>{t`${who} gets “${item}” and these papers, and nothing else of the meeting.`}</p>
      <RecordPicker
        multiple
        kinds={['paper']}
        label={t`Papers for the speaker`}
        value={guest.papers}
        onChange={(papers) => onChange({ ...guest, papers })}
      />
    </>
  );
}
