import { Trans, useLingui } from '@lingui/react/macro';
import { Radio, Stack, Switch, TextInput } from '@mantine/core';
import { usualFileName } from './fileNames.ts';
import classes from './send.module.css';

interface AsFilesProps {
  /** Whether there is a choice between one file and several. */
  readonly mayDivide: boolean;
  readonly each: boolean;
  /** How many files there will be. */
  readonly files: number;
  readonly underWords: boolean;
  readonly name: string;
  onEach(each: boolean): void;
  onUnderWords(underWords: boolean): void;
  onName(name: string): void;
}

/** How it is closed and in how many files; what they are called, which everybody on the way can read. */
export function AsFiles(props: AsFilesProps) {
  const { mayDivide, each, files, underWords, name } = props;
  const { t } = useLingui();
  return (
    <fieldset className={classes.part}>
      <legend>{t`The file`}</legend>
      {mayDivide && !underWords && (
        <Radio.Group
          aria-label={t`One file or several`}
          value={each ? 'each' : 'one'}
          onChange={(next) => props.onEach(next === 'each')}
        >
          <Stack gap={6}>
            <Radio
              value="one"
              label={t`One file for all`}
              description={t`With what all of them may have. Each sees who else got it.`}
            />
            <Radio
              value="each"
              label={t`One file for each`}
              description={t`With what each may have. Nobody sees who else got one.`}
            />
          </Stack>
        </Radio.Group>
      )}
      <Switch
        label={t`Somebody without keys: seal under a passphrase instead`}
        checked={underWords}
        onChange={(event) => props.onUnderWords(event.currentTarget.checked)}
      />
      {underWords && (
        <p className={classes.quiet}>
          {files > 1
            ? t`Five words are drawn for each file when it is sealed. You are shown them once, and they are kept nowhere: tell them by another way than the file goes.`
            : t`Five words are drawn when it is sealed. You are shown them once, and they are kept nowhere: tell them by another way than the file goes.`}
        </p>
      )}
      <TextInput
        label={t`Name of the file`}
        description={
          files > 1 ? (
            <Trans>
              Whoever carries the files can read their names: let them say nothing. Each gets four signs that are drawn.
            </Trans>
          ) : (
            t`Whoever carries the file can read its name: let it say nothing.`
          )
        }
        placeholder={usualFileName()}
        value={name}
        onChange={(event) => props.onName(event.currentTarget.value)}
      />
    </fieldset>
  );
}
