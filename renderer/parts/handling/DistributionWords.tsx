import { useLingui } from '@lingui/react/macro';
import type { Distribution } from '../../../domain/handling/handling.ts';
import { useRecordName } from '../picker/recordName.ts';
import { useTitles } from '../picker/useTitles.ts';

/** Who a distribution goes to, in words: `To the board`, `To Northmark, Avaria`. */
export function DistributionWords({ distribution }: { readonly distribution: Distribution }) {
  const { t } = useLingui();
  const nameOf = useRecordName();
  const parties = partiesOf(distribution);
  const { titles, ready } = useTitles(parties);
  switch (distribution.to) {
    case 'installation':
      return t`On this installation only`;
    case 'board':
      return t`To the board`;
    case 'community':
      return t`To the board and the invited bodies`;
    case 'everyone':
      return t`To everyone`;
    case 'named': {
      if (!ready) return null;
      const names = parties.map((id) => nameOf(titles.get(id))).join(', ');
      return t`To ${names}`;
    }
  }
}

/** The organisations and persons that a distribution names. */
export function partiesOf(distribution: Distribution): readonly string[] {
  return distribution.to === 'named' ? [...distribution.organisations, ...distribution.persons] : [];
}
