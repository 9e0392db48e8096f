import { useLingui } from '@lingui/react/macro';
import { valueName } from '../../../domain/records/valueNames.ts';
import { capitalised } from '../../language/capitalised.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { Seat } from './seatTypes.ts';

/** What a seat is called: whoever sits there, else the organisation's seat. */
export function useSeatWords(): (seat: Seat) => string {
  const { t } = useLingui();
  return ({ person, organisation }) => {
    if (person !== undefined) return person.name === '' ? t`Somebody not known here` : person.name;
    if (organisation === undefined || organisation.name === '') return t`An organisation not known here`;
    return organisation.name;
  };
}

/** As what somebody sits there, as a cell begins. */
export function useCapacityWords(): (seat: Seat) => string {
  const { t } = useLingui();
  const language = useLanguage();
  return ({ capacity }) => {
    if (capacity === undefined) return t`From a newer version`;
    return capitalised(valueName('participant', 'capacity', capacity, language) ?? capacity);
  };
}
