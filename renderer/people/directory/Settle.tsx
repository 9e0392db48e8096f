import { Trans, useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useClient } from '../../application/ApplicationContext.ts';
import type { Directory } from '../../parts/directory/useDirectory.ts';
import { SignedForm } from '../../parts/root/SignedForm.tsx';
import classes from '../people.module.css';

/** After a fork the root says that the branch that holds here is the right one. */
export function Settle({ directory, onClose }: { readonly directory: Directory; onClose(): void }) {
  const { t } = useLingui();
  const client = useClient();
  const others = directory.entries.filter(({ holds }) => !holds);
  return (
    <SignedForm
      label={t`Say which directory holds`}
      submit={t`The directory as it is here holds`}
      needsRoot={directory.root?.waiting !== true}
      sign={(root) => client.directory.settle(root === undefined ? {} : { root })}
      onDone={onClose}
      onCancel={onClose}
    >
      <Text>
        <Trans>
          Two entries with the same number were signed. Here the directory goes on to entry{' '}
          {directory.head?.number ?? 0}; these entries of the other branch do not hold. Revocations of both do.
        </Trans>
      </Text>
      <ul className={classes.follows}>
        {others.map(({ number, digest, sentence }) => (
          <li key={digest}>
            {number}. {sentence}
          </li>
        ))}
      </ul>
      <Text size="sm" c="var(--second)">
        {t`First find out how it came to two: usually a Secretariat that was restored from a backup, or two of its installations at once. If neither is so, its key is in other hands: revoke it.`}
      </Text>
    </SignedForm>
  );
}
