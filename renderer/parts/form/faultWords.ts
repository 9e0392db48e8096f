import { useLingui } from '@lingui/react/macro';
import { formatDay, formatNumber } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { InputFault } from './typed.ts';

/** Says why what was typed is no value of its field, and what is one. */
export function useFaultWords(): (fault: InputFault) => string {
  const { t } = useLingui();
  const language = useLanguage();
  return (fault) => {
    switch (fault.fault) {
      case 'number':
        return t`This is not a number.`;
      case 'whole':
        return t`A whole number is needed.`;
      case 'tooSmall':
        return t`The least possible is ${formatNumber(fault.limit, language)}.`;
      case 'tooLarge':
        return t`The most possible is ${formatNumber(fault.limit, language)}.`;
      case 'date':
        return t`This is not a date. Type it as 11/3/2027 or 11 March 2027.`;
      case 'noSuchDay':
        return t`There is no such day.`;
      case 'weekday':
        return t`The weekday is another: that is ${formatDay(fault.date, language)}.`;
      case 'time':
        return t`This is not a time. Type it as 09:30.`;
      case 'zone':
        return t`There is no such time zone.`;
      case 'portion':
        return t`A stricter portion cannot stand inside this text.`;
      case 'incomplete':
        return t`Something is missing. It is saved when all its fields are filled.`;
      case 'unfit':
        return t`This does not fit the field.`;
    }
  };
}
