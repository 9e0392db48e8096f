import { useLingui } from '@lingui/react/macro';
import { Button, Text } from '@mantine/core';
import { RootOnPaper } from '../../parts/root/RootOnPaper.tsx';
import classes from '../threshold.module.css';

interface RootStepProps {
  /** The installation got other keys with the network, so its card is another. */
  readonly newKeys: boolean;
  onDone(): void;
}

/** The root of a network that was just started goes on paper. Who leaves it for later is reminded on the desk. */
export function RootStep({ newKeys, onDone }: RootStepProps) {
  const { t } = useLingui();
  return (
    <>
      {newKeys && (
        <p className={classes.note}>
          {t`Your card has post-quantum keys from now on: save it again before you give it away. Its digits stay the same.`}
        </p>
      )}
      <RootOnPaper onConfirmed={onDone}>
        <Button variant="subtle" onClick={onDone}>
          {t`Later`}
        </Button>
      </RootOnPaper>
      <Text size="sm" c="var(--third)" mt="lg">
        {t`Until it is confirmed, the root stays in this vault, and the desk reminds you.`}
      </Text>
    </>
  );
}
