import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';

interface Wanted {
  readonly everything: boolean;
  readonly numbers: readonly number[];
  readonly parents: number;
}

/** So many numbers are named; beyond that they are counted. */
const NAMED = 5;

/** What is asked for, in words: `bundles 3, 4 and earlier versions of 2 records`. */
export function useRequestWords(): (wanted: Wanted) => string {
  const { t } = useLingui();
  return ({ everything, numbers, parents }) => {
    if (everything) return t`everything`;
    const parts: string[] = [];
    if (numbers.length > NAMED) {
      parts.push(t`${plural(numbers.length, { one: '# bundle', other: '# bundles' })}`);
    } else if (numbers.length > 0) {
      const list = numbers.join(', ');
      parts.push(t`${plural(numbers.length, { one: `bundle ${list}`, other: `bundles ${list}` })}`);
    }
    if (parents > 0) parts.push(t`${plural(parents, { one: '# earlier version', other: '# earlier versions' })}`);
    return parts.join(', ');
  };
}
