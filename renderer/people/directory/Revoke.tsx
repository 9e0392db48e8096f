import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Radio, Stack, Stepper, Text, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { directoryCalls } from '../../../contract/directory/calls.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { addressOf } from '../../application/addresses.ts';
import { Digits } from '../../parts/card/Digits.tsx';
import type { Directory, DirectorySeat } from '../../parts/directory/useDirectory.ts';
import { SignedForm } from '../../parts/root/SignedForm.tsx';
import classes from '../people.module.css';
import { CouldOpenList } from './CouldOpenList.tsx';
import { PrintCouldOpen } from './PrintCouldOpen.tsx';
import { SendDirectory } from './SendDirectory.tsx';
import { Since } from './Since.tsx';

type Revoked = z.output<typeof directoryCalls.revoke.output>;

interface RevokeProps {
  readonly seat: DirectorySeat;
  readonly directory: Directory;
  onClose(): void;
}

const SORTS = ['lost', 'stolen', 'seized', 'other'] as const;
type Sort = (typeof SORTS)[number];

/** A laptop is lost: which one and why, what it could open and what follows, the entry, and who has to know. */
export function Revoke({ seat, directory, onClose }: RevokeProps) {
  const { t } = useLingui();
  const client = useClient();
  const [step, setStep] = useState(0);
  const [sort, setSort] = useState<Sort>('lost');
  const [words, setWords] = useState('');
  const [since, setSince] = useState<{ readonly moment: string | undefined; readonly wrong: boolean }>({
    moment: undefined,
    wrong: false,
  });
  const [done, setDone] = useState<Revoked>();
  const sorts: Readonly<Record<Sort, string>> = {
    lost: t`Lost`,
    stolen: t`Stolen`,
    seized: t`Seized or searched by others`,
    other: t`Another reason`,
  };
  const said = words.trim();
  const reason = sort === 'other' ? said : said === '' ? sorts[sort] : `${sorts[sort]}: ${said}`;
  const goOn = (event: FormEvent) => {
    event.preventDefault();
    if (reason !== '' && !since.wrong) setStep(1);
  };
  const steps = [t`What happened`, t`What follows`, t`Who has to know`];
  return (
    <Stack gap="md">
      <Stepper active={step} size="xs" iconSize={24} aria-label={t`Steps`}>
        {steps.map((title) => (
          <Stepper.Step key={title} label={title} />
        ))}
      </Stepper>
      {step === 0 && (
        <form onSubmit={goOn} aria-label={steps[0]} noValidate>
          <Stack gap="md">
            <Text>
              <Trans>
                The installation of {seat.name}, {seat.organisationName}, with these digits. Other installations of the
                same person stay as they are.
              </Trans>
            </Text>
            <Digits digits={seat.digits} />
            <Radio.Group label={t`What happened to it`} value={sort} onChange={(next) => setSort(sortOf(next))}>
              <Stack gap={6} mt={4}>
                {SORTS.map((one) => (
                  <Radio key={one} value={one} label={sorts[one]} />
                ))}
              </Stack>
            </Radio.Group>
            <Textarea
              label={sort === 'other' ? t`The reason` : t`In a few words, if you like`}
              description={t`Everybody in the network reads it in the directory.`}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
              maxLength={400}
            />
            <Since onChange={setSince} />
            <Group gap="sm">
              <Button type="submit" disabled={reason === '' || since.wrong}>
                {t`Continue`}
              </Button>
              <Button variant="default" onClick={onClose}>
                {t`Cancel`}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
      {step === 1 && (
        <SignedForm
          label={t`Revoke the installation`}
          submit={t`Revoke the installation`}
          grave
          needsRoot={seat.role === 'secretariat' && directory.root?.waiting !== true}
          cancel={t`Back`}
          sign={(root) =>
            client.directory.revoke({
              installation: seat.installation,
              reason,
              ...(since.moment === undefined ? {} : { since: since.moment }),
              ...(root === undefined ? {} : { root }),
            })
          }
          onDone={(answer) => {
            setDone(answer);
            setStep(2);
          }}
          onCancel={() => setStep(0)}
        >
          <ul className={classes.follows}>
            <li>{t`Nothing is sealed for it any more, here and wherever this entry arrives.`}</li>
            <li>{t`What was taken from it before stays. What comes under its key from now on is put aside, however it is dated, and people decide.`}</li>
            <li>{t`It cannot be taken back. Its holder joins again with a new card.`}</li>
          </ul>
          <div>
            <h3 className={classes.small}>{t`What it could open`}</h3>
            <CouldOpenList seat={seat} />
          </div>
        </SignedForm>
      )}
      {step === 2 && done !== undefined && <AfterRevocation done={done} seat={seat} onClose={onClose} />}
    </Stack>
  );
}

const sortOf = (value: string): Sort => SORTS.find((one) => one === value) ?? 'other';

interface AfterRevocationProps {
  readonly done: Revoked;
  readonly seat: DirectorySeat;
  onClose(): void;
}

function AfterRevocation({ done, seat, onClose }: AfterRevocationProps) {
  const { t } = useLingui();
  const [sending, setSending] = useState(false);
  const { number, beyond, putAside } = done;
  if (sending) return <SendDirectory onClose={onClose} />;
  return (
    <Stack gap="md">
      <Text role="status">
        <Trans>
          Revoked, in entry {number} of the directory. Bundles sealed here leave this installation out from now on.
        </Trans>
      </Text>
      {putAside.length > 0 && (
        <Text>
          <Plural
            value={putAside.length}
            one="Something in # bundle that came before was put aside."
            other="Something in # bundles that came before was put aside."
          />
        </Text>
      )}
      {beyond.length > 0 && (
        <div>
          <h3 className={classes.small}>{t`Here already, and written after that moment: look at these`}</h3>
          <ul className={classes.records}>
            {beyond.map(({ revision, record, kind, title }) => (
              <li key={revision}>
                <span />
                <Link to={addressOf(kind, record)} onClick={onClose}>
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      <ul className={classes.follows}>
        <li>
          <Trans>Call {seat.name}, and whoever wrote what it could open.</Trans>
        </li>
        <li>{t`The others learn of it with the next bundle from here. Send the directory now, so that nobody seals for it meanwhile.`}</li>
      </ul>
      <Group gap="sm">
        <Button
          leftSection={<IconSend size={16} stroke={1.6} aria-hidden />}
          onClick={() => setSending(true)}
          data-autofocus
        >
          {t`Send the directory to everybody…`}
        </Button>
        <PrintCouldOpen installation={seat.installation} />
        <Button variant="default" onClick={onClose}>
          {t`Close`}
        </Button>
      </Group>
    </Stack>
  );
}
