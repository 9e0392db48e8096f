import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { IconMailExclamation, IconMailOff, IconMailQuestion, IconReceipt } from '@tabler/icons-react';
import { MATRIX } from '../application/addresses.ts';
import { useRead } from '../application/queries.ts';
import type { Line } from './Lines.tsx';

const SIGN = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;
/** So many days somebody may be silent, and be kept waiting, before the desk says so. */
const PATIENCE = 3;

/** What is open between seats: requests, gaps, silence, and receipts that are owed. Each leads to where it is done. */
export function useExchangeLines(): Line[] {
  const { t } = useLingui();
  const { data: asked = [] } = useRead('exchange', 'asked', {});
  const { data: toAsk = [] } = useRead('exchange', 'toAsk', {});
  const { data: due = [] } = useRead('exchange', 'due', {});
  const { data: matrix } = useRead('exchange', 'matrix', {});
  const lines: Line[] = [];
  for (const { organisationName, installation, carrier, state } of asked) {
    if (state !== 'open') continue;
    lines.push({
      key: `asked ${carrier} ${installation}`,
      icon: <IconMailQuestion {...SIGN} />,
      words: t`${organisationName} asks for what it lacks`,
      address: MATRIX,
      state: t`send what was asked for`,
    });
  }
  for (const { organisationName, installation, numbers, asked: at } of toAsk) {
    const count = numbers.length;
    lines.push({
      key: `ask ${installation}`,
      icon: <IconMailOff {...SIGN} />,
      words:
        count === 0
          ? t`Something from ${organisationName} is missing here`
          : t`${plural(count, {
              one: `# bundle from ${organisationName} did not arrive`,
              other: `# bundles from ${organisationName} did not arrive`,
            })}`,
      address: MATRIX,
      state: at === undefined ? t`ask for it` : t`asked for`,
    });
  }
  const silent = (matrix?.cells ?? []).filter(
    ({ is, days, recall }) => is === 'missing' || recall === 'asked' || (is === 'sealed' && days >= PATIENCE),
  );
  const who = new Set(silent.map(({ installation }) => installation)).size;
  if (who > 0) {
    lines.push({
      key: 'silent',
      icon: <IconMailExclamation {...SIGN} />,
      words: t`${plural(who, { one: '# addressee has not said that a bundle arrived', other: '# addressees have not said that a bundle arrived' })}`,
      address: MATRIX,
      state: t`remind them, or send it again`,
    });
  }
  const today = Temporal.Now.instant();
  for (const { organisationName, installation, bundles, since } of due) {
    if (today.since(Temporal.Instant.from(since)).total('hours') < PATIENCE * 24) continue;
    lines.push({
      key: `due ${installation}`,
      icon: <IconReceipt {...SIGN} />,
      words: t`${organisationName} waits to hear of ${plural(bundles, { one: '# bundle', other: '# bundles' })}`,
      address: MATRIX,
      state: t`goes with your next bundle`,
    });
  }
  return lines;
}
