import { useLingui } from '@lingui/react/macro';
import type { Item } from './planTypes.ts';

type Speaker = Item['speakers'][number];

/** Who joins by video link, and what the clock shows there then: `Dagny Ostrelle, 12:20 local`. */
export function useSpeakerWords(): (speaker: Speaker) => string {
  const { t } = useLingui();
  return ({ name, time, dayShift = 0 }) => {
    const who = name === '' ? t`Somebody not known here` : name;
    if (time === undefined) return who;
    if (dayShift > 0) return t`${who}, ${time} local, the day after`;
    if (dayShift < 0) return t`${who}, ${time} local, the day before`;
    return t`${who}, ${time} local`;
  };
}
