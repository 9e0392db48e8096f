import { useLingui } from '@lingui/react/macro';
import { type Action, useAction } from '../../application/actions.ts';
import { TextTools } from '../notes/TextTools.tsx';
import { Unmark } from './Unmark.tsx';
import type { useOutcomeMarks } from './useOutcomeMarks.ts';
import { OUTCOME_ICONS } from './useOutcomeWords.ts';

type Marks = ReturnType<typeof useOutcomeMarks>;

/** The three tools that mark the chosen words. */
export function OutcomeMarkTools({ marks }: { readonly marks: Marks }) {
  return <TextTools actions={useMarking(marks)} />;
}

/** What can be done with marks in minutes, by keys and in the palette; and what becomes of one whose mark is removed. */
export function OutcomeMarkActions({ marks }: { readonly marks: Marks }) {
  const { t } = useLingui();
  const [decision, action, recommendation] = useMarking(marks);
  useAction(decision);
  useAction(action);
  useAction(recommendation);
  const common = { group: marks.group, whileTyping: true, disabled: !marks.has };
  useAction({
    ...common,
    id: 'outcomes.openHere',
    title: t`Open what is marked at the cursor`,
    shortcut: 'mod+alt+O',
    run: marks.openHere,
  });
  useAction({
    ...common,
    id: 'outcomes.unmarkHere',
    title: t`Remove the mark at the cursor…`,
    shortcut: 'mod+alt+U',
    run: marks.unmarkHere,
  });
  return marks.unmarking === undefined ? null : <Unmark record={marks.unmarking} onClose={marks.stopUnmarking} />;
}

function useMarking({ mark, isReady, group }: Marks): [Action, Action, Action] {
  const { t } = useLingui();
  const common = { group, whileTyping: true, disabled: !isReady };
  return [
    {
      ...common,
      id: 'outcomes.markDecision',
      title: t`Mark as decision`,
      shortcut: 'mod+alt+D',
      icon: OUTCOME_ICONS.decision,
      run: () => mark('decision'),
    },
    {
      ...common,
      id: 'outcomes.markAction',
      title: t`Mark as action`,
      shortcut: 'mod+alt+A',
      icon: OUTCOME_ICONS.action,
      run: () => mark('action'),
    },
    {
      ...common,
      id: 'outcomes.markRecommendation',
      title: t`Mark as recommendation`,
      shortcut: 'mod+alt+P',
      icon: OUTCOME_ICONS.recommendation,
      run: () => mark('recommendation'),
    },
  ];
}
