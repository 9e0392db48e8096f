import { useLingui } from '@lingui/react/macro';
import type { AdoptionResult, AdoptionWay, AnswerSays } from '../../../domain/adoption/kinds.ts';

/** What ways, results and answers are called where they stand alone. */
export function useAdoptionWords() {
  const { t } = useLingui();
  const ways: Readonly<Record<AdoptionWay, string>> = { inRoom: t`In the room`, silence: t`By silence procedure` };
  const results: Readonly<Record<AdoptionResult, string>> = {
    adopted: t`Adopted`,
    adoptedAsAmended: t`Adopted as amended`,
    adoptedWithReservations: t`Adopted with reservations`,
    notAdopted: t`Not adopted`,
    extended: t`Extended`,
    withdrawn: t`Withdrawn`,
  };
  const answers: Readonly<Record<AnswerSays, string>> = {
    noObjection: t`No objection`,
    objection: t`Objection`,
    amendment: t`Amendment`,
    reservation: t`Reservation`,
    question: t`Question`,
  };
  return { ways, results, answers };
}
