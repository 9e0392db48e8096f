import { Trans, useLingui } from '@lingui/react/macro';
import { Radio, Select, Stack, Switch, TextInput } from '@mantine/core';
import { useLanguage } from '../../language/useLanguage.ts';
import { formatBytes } from '../../parts/backups/formatBytes.ts';
import { IntoFolder } from '../../parts/folder/IntoFolder.tsx';
import { usualFileName } from '../../parts/work/usualFileName.ts';
import type { CopiesIn } from './audience.ts';
import { Copies } from './Copies.tsx';
import classes from './send.module.css';

interface AsFilesProps {
  /** Whether there is a choice between one file and several. */
  readonly mayDivide: boolean;
  readonly each: boolean;
  /** How many files there will be. */
  readonly files: number;
  readonly underWords: boolean;
  readonly name: string;
  readonly volumeBytes: number | undefined;
  /** It goes into the exchange folder, under a name that is drawn. */
  readonly intoFolder: boolean;
  /** For bodies outside the board: copies to read, and a form for the answer. */
  readonly copies: CopiesIn | undefined;
  onEach(each: boolean): void;
  onUnderWords(underWords: boolean): void;
  onName(name: string): void;
  onVolumeBytes(volumeBytes: number | undefined): void;
  onIntoFolder(intoFolder: boolean): void;
  onCopies(copies: CopiesIn): void;
}

const MEGABYTE = 1_000_000;
/** What mail gateways let through, in megabytes. */
const SIZES = [5, 10, 20, 50];
const UNCUT = 'uncut';

/** How it is closed and in how many files; what they are called, which everybody on the way can read. */
export function AsFiles(props: AsFilesProps) {
  const { mayDivide, each, files, underWords, name, volumeBytes, intoFolder, copies } = props;
  const language = useLanguage();
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
      {copies !== undefined && <Copies value={copies} onChange={props.onCopies} />}
      <IntoFolder value={intoFolder} onChange={props.onIntoFolder} />
      {!intoFolder && (
        <Select
          label={t`Size of one file`}
          description={t`For mail that refuses large files: a larger bundle is cut into parts, which are opened together.`}
          inputWrapperOrder={['label', 'input', 'description']}
          allowDeselect={false}
          value={volumeBytes === undefined ? UNCUT : String(volumeBytes)}
          data={[
            { value: UNCUT, label: t`As large as it is` },
            ...SIZES.map((size) => {
              const megabytes = formatBytes(size * MEGABYTE, language);
              return { value: String(size * MEGABYTE), label: t`At most ${megabytes}` };
            }),
          ]}
          onChange={(next) => props.onVolumeBytes(next === null || next === UNCUT ? undefined : Number(next))}
        />
      )}
      {!intoFolder && (
        <TextInput
          label={t`Name of the file`}
          description={
            files > 1 ? (
              <Trans>
                Whoever carries the files can read their names: let them say nothing. Each gets four signs that are
                drawn.
              </Trans>
            ) : (
              t`Whoever carries the file can read its name: let it say nothing.`
            )
          }
          placeholder={usualFileName()}
          value={name}
          onChange={(event) => props.onName(event.currentTarget.value)}
        />
      )}
    </fieldset>
  );
}
