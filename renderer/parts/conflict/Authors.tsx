import { useLingui } from '@lingui/react/macro';
import { formatShortMoment } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { ConflictSide } from './answers.ts';

/** Who wrote what these sides say, and when: `Theirs, Northmark (Ines Halvard), 2 March`. */
export function Authors({ group }: { readonly group: readonly ConflictSide[] }) {
  const { t } = useLingui();
  const language = useLanguage();
  return group.map((side, index) => {
    const when = side.at === undefined ? '' : `, ${formatShortMoment(side.at, language)}`;
    const author = side.name === undefined || side.name === side.who ? side.who : `${side.who} (${side.name})`;
    const who =
      side.version === 'draft' ? t`Yours, not shared yet` : side.own ? t`Ours, ${author}` : t`Theirs, ${author}`;
    return (
      <span key={side.version}>
        {index > 0 && '; '}
        {who}
        {when}
      </span>
    );
  });
}
