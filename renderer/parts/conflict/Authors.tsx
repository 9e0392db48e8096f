import { useLingui } from '@lingui/react/macro';
import { formatShortMoment } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { ConflictSide } from './answers.ts';

/** Who wrote what these sides say, and when: `Ours, Secretariat, 1 March`. */
export function Authors({ group }: { readonly group: readonly ConflictSide[] }) {
  const { t } = useLingui();
  const language = useLanguage();
  return group.map((side, index) => {
    const when = side.at === undefined ? '' : `, ${formatShortMoment(side.at, language)}`;
    const who =
      side.version === 'draft' ? t`Yours, not shared yet` : side.own ? t`Ours, ${side.who}` : t`Theirs, ${side.who}`;
    return (
      <span key={side.version}>
        {index > 0 && '; '}
        {who}
        {when}
      </span>
    );
  });
}
