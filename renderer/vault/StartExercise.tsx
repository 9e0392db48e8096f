import { useLingui } from '@lingui/react/macro';
import { Anchor, Stack, Text } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useClient } from '../application/ApplicationContext.ts';
import { tellError } from '../application/errors.tsx';
import { useGate } from '../application/gate.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { faultOf, NewPassphrase, NO_PASSPHRASE } from '../parts/passphrase/NewPassphrase.tsx';
import { suggestPassphrase } from '../parts/passphrase/suggestPassphrase.ts';
import { useWork } from '../parts/work/useWork.ts';
import { WorkProgress } from '../parts/work/WorkProgress.tsx';
import { Buttons } from './Buttons.tsx';
import { Problem } from './Problem.tsx';
import { Threshold } from './Threshold.tsx';
import classes from './threshold.module.css';

/** Sets the exercise up in a vault of its own and opens it: with words drawn for it, or a passphrase of one's own. */
export function StartExercise() {
  const { t } = useLingui();
  const client = useClient();
  const language = useLanguage();
  const show = useGate((state) => state.show);
  const [drawn, setDrawn] = useState<string>();
  const [own, setOwn] = useState<typeof NO_PASSPHRASE>();
  const [complain, setComplain] = useState(false);
  const work = useWork((passphrase: string, job) => client.vault.createExercise({ passphrase, language, job }));
  useEffect(() => {
    suggestPassphrase().then(setDrawn, tellError);
  }, []);

  const start = async (event: FormEvent) => {
    event.preventDefault();
    setComplain(true);
    const passphrase = own === undefined ? drawn : faultOf(own) === undefined ? own.first : undefined;
    if (passphrase === undefined || work.job !== undefined) return;
    const made = await work.start(passphrase);
    if (made !== undefined) show(undefined);
  };

  return (
    <Threshold
      title={t`The exercise`}
      lead={
        <p>
          {t`An invented network, country and meeting, to look at and to train with. It has a vault of its own, everything in it is headed EXERCISE, and settings delete it with one action.`}
        </p>
      }
    >
      <form onSubmit={(event) => void start(event)} noValidate>
        <Stack gap="md">
          {own === undefined ? (
            <>
              <Text>{t`These words open the exercise. They are shown now and not again: write them down if you want to come back.`}</Text>
              <output className={classes.shown} aria-label={t`Passphrase of the exercise`}>
                {drawn ?? '…'}
              </output>
              <div>
                <Anchor component="button" type="button" onClick={() => setOwn(NO_PASSPHRASE)}>
                  {t`Choose a passphrase of my own`}
                </Anchor>
              </div>
            </>
          ) : (
            <>
              <NewPassphrase value={own} onChange={setOwn} complain={complain} autoFocus />
              <div>
                <Anchor component="button" type="button" onClick={() => setOwn(undefined)}>
                  {t`Use the words that were drawn`}
                </Anchor>
              </div>
            </>
          )}
          <Problem error={work.error} />
          {work.job !== undefined && (
            <WorkProgress job={work.job} title={t`Setting up the exercise`} onCancel={work.cancel} />
          )}
        </Stack>
        <Buttons
          onBack={() => show(undefined)}
          next={t`Open the exercise`}
          busy={work.job !== undefined}
          disabled={own === undefined && drawn === undefined}
        />
      </form>
    </Threshold>
  );
}
