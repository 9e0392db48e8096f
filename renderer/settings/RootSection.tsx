import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Stack } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useClient } from '../application/ApplicationContext.ts';
import { useDirectory } from '../parts/directory/useDirectory.ts';
import { RootOnPaper } from '../parts/root/RootOnPaper.tsx';
import { SignedForm } from '../parts/root/SignedForm.tsx';
import { Section } from './Section.tsx';
import classes from './settings.module.css';

/** The root of the network, for the Secretariat that signs its directory: on paper, or waiting to be. */
export function RootSection() {
  const { t } = useLingui();
  const client = useClient();
  const directory = useDirectory();
  const [step, setStep] = useState<'state' | 'check' | 'replace'>('state');
  const [right, setRight] = useState(false);
  if (directory?.root === undefined || !directory.maySign) return null;
  const { digits, waiting } = directory.root;
  const leave = () => setStep('state');
  return (
    <Section
      name="root"
      title={t`Root of the network`}
      text={t`It signs what touches the Secretariat’s own keys, and lies on paper: one sheet, or three shares of which any two are enough.`}
    >
      {waiting ? (
        <>
          <p className={`${classes.state} ${classes.warning}`}>
            <IconAlertTriangle size={18} stroke={1.6} aria-hidden />
            {t`It still waits in this vault. Who opens the vault can replace the Secretariat.`}
          </p>
          <RootOnPaper onConfirmed={() => setRight(false)} />
        </>
      ) : (
        <>
          <p className={classes.state}>
            <IconCircleCheck size={18} stroke={1.6} aria-hidden />
            <span>
              {right
                ? t`What you typed is the root of this network.`
                : t`The root is on paper and is kept here no longer.`}{' '}
              <Trans>
                Its digits: <code>{digits}</code>
              </Trans>
            </span>
          </p>
          {step === 'state' && (
            <Group gap="sm">
              <Button
                variant="default"
                onClick={() => {
                  setRight(false);
                  setStep('check');
                }}
              >
                {t`Check the paper`}
              </Button>
              <Button variant="default" onClick={() => setStep('replace')}>
                {t`Make another root`}
              </Button>
            </Group>
          )}
          {step === 'check' && (
            <SignedForm
              label={t`Check the paper`}
              submit={t`Check`}
              needsRoot
              sign={(root = []) => client.directory.checkRoot({ root })}
              onDone={() => {
                setRight(true);
                leave();
              }}
              onCancel={leave}
            />
          )}
          {step === 'replace' && (
            <SignedForm
              label={t`Make another root`}
              submit={t`Make another root`}
              needsRoot
              sign={(root) => client.directory.replaceRoot(root === undefined ? {} : { root })}
              onDone={leave}
              onCancel={leave}
            >
              <Stack gap="xs">
                {t`For when a share is lost or its keeper changes. The present root signs it, an entry of the directory says so to everybody, and the old paper opens nothing any more.`}
              </Stack>
            </SignedForm>
          )}
        </>
      )}
    </Section>
  );
}
