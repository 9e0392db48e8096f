import { useLingui } from '@lingui/react/macro';
import type { Language } from '../../domain/records/fieldNames.ts';
import { formatDays } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import type { DeskMeeting } from './useDesk.ts';

/** What the desk says first: how the meeting stands, and under it when and where it is. */
export function useGreeting(meeting: DeskMeeting | undefined): { title: string; line: string | undefined } {
  const { t } = useLingui();
  const language = useLanguage();
  const hour = Temporal.Now.plainTimeISO().hour;
  const hello = hour < 12 ? t`Good morning.` : hour < 18 ? t`Good afternoon.` : t`Good evening.`;
  if (meeting === undefined) return { title: hello, line: undefined };
  const { standing, days, number, starts = '', ends = '', place } = meeting;
  const ordinal = number === undefined ? '' : ordinalOf(number, language);
  const name = number === undefined ? meeting.title || t`The meeting` : t`The ${ordinal} meeting`;
  const sentences = {
    ahead: days === 1 ? t`${name} begins tomorrow.` : t`${name} is in ${days} days.`,
    underWay: t`${name} is under way.`,
    over: days === 1 ? t`${name} ended yesterday.` : t`${name} ended ${days} days ago.`,
    undated: t`${name} has no dates yet.`,
  };
  const when = formatDays(starts, ends, language);
  const line = [when, place].filter(Boolean).join(', ');
  return { title: `${hello} ${sentences[standing]}`, line: line === '' ? undefined : `${line}.` };
}

/** `8th`; in French of a feminine noun: `1re`, `8e`. */
function ordinalOf(number: number, language: Language): string {
  if (language === 'fr') return number === 1 ? '1re' : `${number}e`;
  const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
  return `${number}${endings[new Intl.PluralRules('en', { type: 'ordinal' }).select(number)] ?? 'th'}`;
}
