import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import {
  type Icon,
  IconAlertTriangle,
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleHalf2,
  IconCircleX,
  IconClock,
  IconMailOpened,
  IconRotate2,
} from '@tabler/icons-react';
import { formatMomentDay } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { Cell } from './matrixTypes.ts';

export interface CellWords {
  readonly icon: Icon;
  readonly word: string;
  /** When, or how long ago; what is to be known besides. */
  readonly more: readonly string[];
  /** It asks for something to be done. */
  readonly open: boolean;
}

/** Where a bundle stands with an addressee: a sign and a word, never a colour alone. */
export function useCellWords(): (cell: Cell) => CellWords {
  const { t } = useLingui();
  const language = useLanguage();
  const known: Readonly<Record<Cell['is'], readonly [Icon, string]>> = {
    sealed: [IconClock, t`nothing heard`],
    missing: [IconAlertTriangle, t`missing there`],
    opened: [IconMailOpened, t`opened`],
    accepted: [IconCircleCheck, t`accepted`],
    partly: [IconCircleHalf2, t`accepted in part`],
    declined: [IconCircleX, t`declined`],
    undone: [IconArrowBackUp, t`taken back`],
    recalled: [IconRotate2, t`withdrawn`],
  };
  return ({ is, at, days, aside, kept, recall }) => {
    const [icon, word] = known[is];
    const asked = recall === 'asked';
    const more: string[] = [];
    if (at !== undefined) more.push(formatMomentDay(at, language));
    else if (days > 0) more.push(t`${plural(days, { one: 'for # day', other: 'for # days' })}`);
    if (asked) more.push(t`recall asked`);
    if (aside > 0) more.push(t`${plural(aside, { one: '# put aside', other: '# put aside' })}`);
    if (kept > 0) more.push(t`${plural(kept, { one: '# record stays', other: '# records stay' })}`);
    return { icon, word, more, open: is === 'sealed' || is === 'missing' || asked };
  };
}
