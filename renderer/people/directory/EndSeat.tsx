import { Trans, useLingui } from '@lingui/react/macro';
import { Radio, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { InstallationId } from '../../../domain/records/ids.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { tell } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import type { Directory, DirectorySeat } from '../../parts/directory/useDirectory.ts';
import { SignedForm } from '../../parts/root/SignedForm.tsx';
import classes from '../people.module.css';
import { OnItsWayChoice } from './OnItsWayChoice.tsx';

interface EndSeatProps {
  readonly seat: DirectorySeat;
  readonly directory: Directory;
  onClose(): void;
}

const WHYS = ['successor', 'secondment', 'left', 'other'] as const;
type Why = (typeof WHYS)[number];

/** A seat ends as planned: its holder was succeeded, went home or left. */
export function EndSeat({ seat, directory, onClose }: EndSeatProps) {
  const { t } = useLingui();
  const client = useClient();
  const [why, setWhy] = useState<Why>(seat.homeState === undefined ? 'left' : 'secondment');
  const [successor, setSuccessor] = useState<string | null>(null);
  const [also, setAlso] = useState<readonly string[]>([]);
  const { data: bundles = [] } = useRead('directory', 'onItsWay', { installation: seat.installation });
  const whys: Readonly<Record<Why, string>> = {
    successor: t`Somebody succeeds them`,
    secondment: t`The secondment is over`,
    left: t`They left, or the computer is used no more`,
    other: t`Another reason`,
  };
  const others = directory.seats.filter(
    (one) =>
      one.organisation === seat.organisation && one.installation !== seat.installation && one.standing === 'inForce',
  );
  const name = seat.name;
  return (
    <SignedForm
      label={t`End the seat`}
      submit={t`End the seat`}
      needsRoot={seat.role === 'secretariat' && directory.root?.waiting !== true}
      sign={(root) =>
        client.directory.endSeat({
          installation: seat.installation,
          why,
          ...(why === 'successor' && successor !== null ? { successor: InstallationId.parse(successor) } : {}),
          ...(also.length === 0 ? {} : { alsoFrom: [...also] }),
          ...(root === undefined ? {} : { root }),
        })
      }
      onDone={() => {
        tell(t`The seat of ${name} has ended. The others learn of it with the next bundle.`);
        onClose();
      }}
      onCancel={onClose}
    >
      <Radio.Group
        label={t`Why it ends`}
        value={why}
        onChange={(next) => setWhy(WHYS.find((one) => one === next) ?? why)}
      >
        <Stack gap={6} mt={4}>
          {WHYS.map((one) => (
            <Radio key={one} value={one} label={whys[one]} />
          ))}
        </Stack>
      </Radio.Group>
      {why === 'successor' && (
        <Select
          label={t`Who succeeds`}
          description={
            others.length === 0
              ? t`No other installation of ${seat.organisationName} is admitted yet. The successor can also be admitted later.`
              : t`The successor gets the records of the delegation, not the private ones of the predecessor.`
          }
          data={others.map((one) => ({
            value: one.installation,
            label: `${one.name}, ${one.digits.slice(0, 11)}…`,
          }))}
          value={successor}
          onChange={setSuccessor}
          clearable
          disabled={others.length === 0}
        />
      )}
      {bundles.length > 0 && <OnItsWayChoice bundles={bundles} value={also} onChange={setAlso} />}
      <ul className={classes.follows}>
        <li>
          <Trans>Nothing is sealed for this installation of {seat.name} any more.</Trans>
        </li>
        <li>{t`What was taken from it stays theirs. What comes under its key from now on is put aside; what was still on its way can be let count afterwards, from the menu of the seat.`}</li>
      </ul>
      <Text size="sm" c="var(--second)">
        {t`If the computer is lost or in other hands, revoke the installation instead.`}
      </Text>
    </SignedForm>
  );
}
