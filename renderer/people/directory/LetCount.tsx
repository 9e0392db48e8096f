import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useState } from 'react';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor, tell } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import type { Directory, DirectorySeat } from '../../parts/directory/useDirectory.ts';
import { SignedForm } from '../../parts/root/SignedForm.tsx';
import { OnItsWayChoice } from './OnItsWayChoice.tsx';

interface LetCountProps {
  readonly seat: DirectorySeat;
  readonly directory: Directory;
  onClose(): void;
}

/** After a seat ended, honest work that was still on its way is let count: the ending is signed once more, with it. */
export function LetCount({ seat, directory, onClose }: LetCountProps) {
  const { t } = useLingui();
  const client = useClient();
  const { installation, endedWhy, successor, name } = seat;
  const { data: bundles, error } = useRead('directory', 'onItsWay', { installation });
  const [also, setAlso] = useState<readonly string[]>([]);
  if (error !== null) return <p role="alert">{sentenceFor(error)}</p>;
  if (bundles === undefined) return null;
  if (bundles.length === 0) {
    return (
      <Text>
        <Trans>
          Nothing that {name} wrote after the end of the seat was put aside here. When a bundle with such work arrives,
          it stands here.
        </Trans>
      </Text>
    );
  }
  return (
    <SignedForm
      label={t`What was on its way`}
      submit={t`Let it count`}
      disabled={also.length === 0}
      needsRoot={seat.role === 'secretariat' && directory.root?.waiting !== true}
      sign={(root) =>
        client.directory.endSeat({
          installation,
          // In whose place another came after a restore: that stays said by the successor.
          why: endedWhy === undefined || endedWhy === 'replaced' ? 'other' : endedWhy,
          ...(successor === undefined ? {} : { successor }),
          alsoFrom: [...also],
          ...(root === undefined ? {} : { root }),
        })
      }
      onDone={() => {
        tell(
          t`It counts, and waits in its bundle for somebody to take it. The others learn of it with the next bundle.`,
        );
        onClose();
      }}
      onCancel={onClose}
    >
      <Text>
        <Trans>
          The seat of {name} has ended, and what came under its key afterwards was put aside. Work that was sent before,
          or finished in good faith, can be let count; all else stays aside.
        </Trans>
      </Text>
      <OnItsWayChoice bundles={bundles} value={also} onChange={setAlso} />
    </SignedForm>
  );
}
