import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Group, Modal, Stack } from '@mantine/core';
import { useNavigate } from 'react-router';
import { MATRIX } from '../../application/addresses.ts';
import classes from './purge.module.css';
import { usePurged } from './purged.ts';

/** Tells what a removal for good came to, over whatever page there is now. */
export function Purged() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const purged = usePurged((state) => state.purged);
  const forget = usePurged((state) => state.forget);
  if (purged === undefined) return null;
  return (
    <Modal opened onClose={forget} size={560} title={t`Removed for good`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Stack gap="md">
        <p role="status" className={classes.plain}>
          <Trans>It is removed here, with all its versions.</Trans>{' '}
          <Plural value={purged.cleaned} _0="" one="# backup was cleaned." other="# backups were cleaned." />
        </p>
        {purged.copiesLeft && (
          <Alert color="yellow">
            {t`Copies that were made outside the vault, or under another key, cannot be reached and still hold it. Delete them by hand.`}
          </Alert>
        )}
        <p className={classes.plain}>
          {t`The order travels with your next bundle to everybody whom it concerns, and is carried out when they open it. Or send it alone, where it stands who has got what.`}
        </p>
        <Group gap="sm">
          <Button
            data-autofocus
            onClick={() => {
              forget();
              navigate(MATRIX);
            }}
          >
            {t`To what is open`}
          </Button>
          <Button variant="default" onClick={forget}>
            {t`Close`}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
