import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, Radio, Stack } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Distribution } from '../../../domain/handling/handling.ts';
import { nextStatuses, statusOf } from '../../../domain/papers/status.ts';
import { sendAddress } from '../../application/addresses.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { DistributionWords } from '../handling/DistributionWords.tsx';
import { HandlingBadge } from '../handling/HandlingBadge.tsx';
import { NamedParties } from '../handling/NamedParties.tsx';
import { type HandlingDesk, useHandling } from '../handling/useHandling.ts';
import { WhoHolds } from '../handling/WhoHolds.tsx';
import { useRecordName } from '../picker/recordName.ts';
import classes from './clearing.module.css';
import { useClear } from './useClear.ts';

interface ClearingProps {
  readonly record: string;
  onClose(): void;
}

export function Clearing({ record, onClose }: ClearingProps) {
  const desk = useHandling(record);
  return desk === undefined ? null : <Opened desk={desk} onClose={onClose} />;
}

type Reach = 'board' | 'named';

function Opened({ desk, onClose }: { readonly desk: HandlingDesk; onClose(): void }) {
  const { t } = useLingui();
  const nameOf = useRecordName();
  const { view, standing } = desk;
  // What it was before, also once it is cleared.
  const [before] = useState(desk.effective);
  const own = standing.author.organisation;
  const [reach, setReach] = useState<Reach>('board');
  const [named, setNamed] = useState<Extract<Distribution, { to: 'named' }>>({
    to: 'named',
    organisations: [own],
    persons: [],
  });
  const [handsIn, setHandsIn] = useState(true);
  const clearing = useClear(view);
  const isPaper = view.kind === 'paper';
  const mayHandIn = isPaper && nextStatuses(statusOf(view.body)).includes('submitted');
  const distribution: Distribution = reach === 'board' ? { to: 'board' } : named;
  const reachesOthers = reach === 'board' || named.persons.length + named.organisations.length > 1;
  const name = nameOf(view);
  if (clearing.done) {
    return (
      <Stack gap="md">
        <p className={classes.done} role="status">
          <IconCircleCheck size={20} stroke={1.6} aria-hidden />
          <span>
            <Trans>“{name}” is cleared. Nobody else has it yet: seal it for those who may.</Trans>
          </span>
        </p>
        <Group gap="sm">
          <Button component={Link} to={`${sendAddress({ records: [view.id] })}&purpose=contribution`} data-autofocus>
            {t`Seal it now…`}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t`Later`}
          </Button>
        </Group>
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      <p className={classes.lead}>
        <Trans>
          Until now “{name}” goes only between your own desks. Once it is cleared it is the one version of your side,
          and may go further.
        </Trans>
      </p>
      <Radio.Group
        label={t`To whom it may go then`}
        value={reach}
        onChange={(next) => setReach(next === 'named' ? 'named' : 'board')}
      >
        <Stack gap={6} mt={6}>
          <Radio value="board" label={t`The board: all members and the Secretariat`} />
          <Radio value="named" label={t`Only those named, and you`} />
        </Stack>
      </Radio.Group>
      {reach === 'named' && (
        <NamedParties label="TLP:AMBER" named={named} onChange={(next) => next.to === 'named' && setNamed(next)} />
      )}
      <table className={classes.marks}>
        <caption>{t`What changes`}</caption>
        <tbody>
          <tr>
            <th scope="row">{t`Now`}</th>
            <td>
              <HandlingBadge label={before.label} />
            </td>
            <td>
              <DistributionWords distribution={before.distribution} />
            </td>
          </tr>
          <tr>
            <th scope="row">{t`Cleared`}</th>
            <td>
              <HandlingBadge label="TLP:AMBER" />
            </td>
            <td>
              <DistributionWords distribution={distribution} />
              <WhoHolds distribution={distribution} />
            </td>
          </tr>
        </tbody>
      </table>
      <ul className={classes.rules}>
        <li>
          {t`It is cleared word for word as it stands now. If anybody changes the text, ${before.label} holds again until you clear it anew.`}
        </li>
        <li>{t`Earlier versions, portions set apart and comments keep their own marks: what your desks wrote to each other stays with you.`}</li>
        <li>{t`Who cleared it and when is kept in the history, and goes with it.`}</li>
      </ul>
      {mayHandIn && (
        <Checkbox
          label={t`Mark it as submitted as well, so that the Secretariat sees it is handed in`}
          checked={handsIn}
          onChange={(event) => setHandsIn(event.currentTarget.checked)}
        />
      )}
      {clearing.error !== undefined && (
        <p role="alert" className={classes.wrong}>
          {sentenceFor(clearing.error)}
        </p>
      )}
      <Group gap="sm">
        <Button
          disabled={!reachesOthers}
          onClick={() => void clearing.clear({ label: 'TLP:AMBER', distribution }, before, mayHandIn && handsIn)}
        >
          {t`Clear it`}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t`Not now`}
        </Button>
      </Group>
    </Stack>
  );
}
