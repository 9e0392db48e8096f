import { useLingui } from '@lingui/react/macro';
import { IconClipboardText } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import type { ExplainedOrder } from '../../../contract/documents/calls.ts';
import { type Action, useAction } from '../../application/actions.ts';
import { explanationPrintAddress } from '../../application/addresses.ts';

/** Brings what the gate says of an output to where it is printed: the release report. Dimmed while nothing is explained. */
export function usePrintExplanation(order: ExplainedOrder | undefined): Action {
  const { t } = useLingui();
  const navigate = useNavigate();
  const action: Action = {
    id: 'explanation.print',
    title: t`Print this explanation`,
    words: t`Release report: what goes, what is withheld and why`,
    group: t`Release`,
    icon: IconClipboardText,
    disabled: order === undefined,
    run: () => order !== undefined && navigate(explanationPrintAddress(order)),
  };
  useAction(action);
  return action;
}
