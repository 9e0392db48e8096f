import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useJustSealed } from './justSealed.ts';
import classes from './send.module.css';

interface SealedWordsProps {
  readonly bundle: string;
  readonly words: string;
  /** For whom, where there are several files. */
  readonly name?: string;
}

/** The words that open a file, shown once: until they were noted, or the vault is locked. */
export function SealedWords({ bundle, words, name }: SealedWordsProps) {
  const { t } = useLingui();
  const noted = useJustSealed((state) => state.noted);
  const isOne = name === undefined;
  const label = isOne ? t`Passphrase of the bundle` : t`Passphrase for ${name}`;
  return (
    <div className={classes.words} data-listed={isOne ? undefined : true}>
      {isOne && <h2 className={classes.wordsHead}>{label}</h2>}
      <output className={classes.wordsText} data-secret aria-label={label}>
        {words}
      </output>
      {isOne && <NoteThem />}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconCheck size={16} stroke={1.6} aria-hidden />}
        onClick={() => noted(bundle)}
      >
        {t`I have noted them`}
      </Button>
    </div>
  );
}

/** What to do with words, and that there is no second time. */
export function NoteThem() {
  const { t } = useLingui();
  return (
    <p className={classes.warning}>
      {t`Note the words now: they are kept nowhere. Tell them by another way than the file goes: by telephone, or when you meet.`}
    </p>
  );
}
