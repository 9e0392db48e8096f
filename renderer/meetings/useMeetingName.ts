import { useLingui } from '@lingui/react/macro';
import type { MeetingTypeName } from '../../domain/meetings/nextMeeting.ts';
import { useLanguage } from '../language/useLanguage.ts';

/** What a new meeting is called: `9th regular meeting`, `9e réunion ordinaire`. */
export function useMeetingName(): (type: MeetingTypeName, number: number) => string {
  const { t } = useLingui();
  const language = useLanguage();
  return (type, number) => {
    const ordinal = language === 'fr' ? `${number}${number === 1 ? 're' : 'e'}` : `${number}${suffix(number)}`;
    switch (type) {
      case 'regular':
        return t`${ordinal} regular meeting`;
      case 'special':
        return t`${ordinal} special meeting`;
      case 'workingGroup':
        return t`${ordinal} meeting of the working group`;
      case 'researchBriefing':
        return t`${ordinal} briefing of the Research Council`;
      case 'researchCouncil':
        return t`${ordinal} meeting of the Research Council`;
      case 'consultation':
        return t`${ordinal} consultation`;
    }
  };
}

const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
const RULES = new Intl.PluralRules('en', { type: 'ordinal' });

const suffix = (number: number): string => ENDINGS[RULES.select(number)] ?? 'th';
