import { OUTCOME_KINDS } from '../../../domain/outcomes/kinds.ts';
import { AdoptionLines } from '../adoption/AdoptionLines.tsx';
import { OpenActions } from './OpenActions.tsx';
import { OutcomeRegister } from './OutcomeRegister.tsx';

/** What a meeting came to: what is still open from earlier ones, then its decisions, actions and recommendations. */
export function MeetingOutcomes({ meeting }: { readonly meeting: string }) {
  return (
    <>
      <AdoptionLines meeting={meeting} />
      <OpenActions before={meeting} />
      <OutcomeRegister kinds={OUTCOME_KINDS} meeting={meeting} />
    </>
  );
}
