import { z } from 'zod';
import { usePreference } from '../../application/preferences.ts';

/** Whether the own card was saved or printed here, to be given to somebody. */
export function useCardGiven() {
  return usePreference('card.given', z.boolean(), false);
}
