import { useLingui } from '@lingui/react/macro';
import { IconChecklist, IconGavel, IconSend } from '@tabler/icons-react';
import type { OutcomeKind } from '../../../domain/outcomes/kinds.ts';

export const OUTCOME_ICONS = { decision: IconGavel, action: IconChecklist, recommendation: IconSend } as const;

/** The words for the three that a meeting comes to: each alone, several, and as it is added. */
export function useOutcomeWords() {
  const { t } = useLingui();
  const one: Readonly<Record<OutcomeKind, string>> = {
    decision: t`Decision`,
    action: t`Action`,
    recommendation: t`Recommendation`,
  };
  const several: Readonly<Record<OutcomeKind, string>> = {
    decision: t`Decisions`,
    action: t`Actions`,
    recommendation: t`Recommendations`,
  };
  const add: Readonly<Record<OutcomeKind, string>> = {
    decision: t`Add decision`,
    action: t`Add action`,
    recommendation: t`Add recommendation`,
  };
  return { one, several, add };
}
