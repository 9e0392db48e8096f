import { useLingui } from '@lingui/react/macro';
import { IconMessage2, IconRotate2 } from '@tabler/icons-react';
import { EmptyState } from '../../parts/empty/EmptyState.tsx';
import type { Preview } from '../words.ts';

/** A bundle without records: one that only says something, or that its sender recalled. */
export function NoRecords({ preview: { state } }: { readonly preview: Preview }) {
  const { t } = useLingui();
  if (state === 'recalled') {
    return (
      <EmptyState icon={IconRotate2} title={t`Its sender recalled this bundle`}>
        {t`What was not decided on is no longer here. What was accepted was taken back; where something was built upon it, it stays.`}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={IconMessage2} title={t`This bundle holds no records`}>
      {t`It says what became of other bundles, asks for something, or takes something back. That was noted when it was opened.`}
    </EmptyState>
  );
}
