import { useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { receivedAddress } from '../../application/addresses.ts';
import { useRead } from '../../application/queries.ts';
import classes from '../exchange.module.css';
import { waitingInOrder } from '../waiting.ts';

/** Where several bundles came: how many others wait, and the way to the next, the oldest first. */
export function NextWaiting({ bundle }: { readonly bundle: string }) {
  const { t } = useLingui();
  const { data = [] } = useRead('exchange', 'bundles', {});
  const others = waitingInOrder(data).filter((one) => one.bundle !== bundle);
  const [next] = others;
  if (next === undefined) return null;
  const from = next.organisationName;
  return (
    <p className={classes.quiet}>
      {others.length === 1 ? t`One more bundle waits.` : t`${others.length} more bundles wait.`}{' '}
      <Anchor component={Link} to={receivedAddress(next.bundle)} inherit underline="always">
        {t`To the next, from ${from}`}
      </Anchor>
    </p>
  );
}
