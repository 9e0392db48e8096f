import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { importSentence } from '../../domain/papers/importSentences.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { useImported } from '../parts/papers/importedStore.ts';
import classes from './papers.module.css';

/** What could not be kept of the file that a paper was taken from, until it was read. */
export function ImportNotice({ paper }: { readonly paper: string }) {
  const { t } = useLingui();
  const language = useLanguage();
  const imported = useImported(({ papers }) => papers.get(paper));
  const forget = useImported((state) => state.forget);
  if (imported === undefined) return null;
  const { file, notes } = imported;
  return (
    <section className={classes.taken} aria-label={t`What could not be kept`}>
      <strong>{t`Taken in from ${file}. This could not be kept as it was:`}</strong>
      <ul>
        {notes.map(({ line, kind, sentence, left }, index) => {
          const words = importSentence(kind, language) ?? sentence;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is never changed.
            <li key={index}>
              {line === undefined ? words : t`Line ${line}: ${words}`}
              {left !== undefined && ' '}
              {left !== undefined && <q>{left}</q>}
            </li>
          );
        })}
      </ul>
      <Button size="xs" variant="default" onClick={() => forget(paper)}>
        {t`I have read it`}
      </Button>
    </section>
  );
}
