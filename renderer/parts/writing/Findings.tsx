import { Plural, useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { showPlace, useFindings, writeTerm } from './useFindings.ts';
import { useLeftPlaces, useTermList } from './useTerms.ts';
import classes from './writing.module.css';

interface FindingsProps {
  readonly record: string;
  readonly language: 'en' | 'fr';
  readonly open: boolean;
  readonly editor: Editor | undefined;
}

/** What the list of terms asks of a text, place by place. */
export function Findings({ record, language, open, editor }: FindingsProps) {
  const { t } = useLingui();
  const list = useTermList(language, open);
  const { left, leave } = useLeftPlaces(record);
  const found = useFindings(editor, list, left);
  if (list.pattern === undefined) return <p className={classes.quiet}>{t`No term of this language is in the list.`}</p>;
  if (found.length === 0) return <p className={classes.quiet}>{t`Nothing stands against the list of terms.`}</p>;
  const mayWrite = editor?.isEditable === true;
  return (
    <>
      <p className={classes.quiet}>
        <Plural value={found.length} one="# place to look at" other="# places to look at" />
      </p>
      <ul className={classes.findings} aria-label={t`Words that the list asks not to use`}>
        {found.map((place) => (
          <li key={`${place.key} ${place.offset}`}>
            <button
              type="button"
              className={classes.found}
              onClick={() => editor !== undefined && showPlace(editor, place)}
            >
              {place.found}
            </button>
            {place.term.why !== '' && <p className={classes.quiet}>{place.term.why}</p>}
            {mayWrite && (
              <Group gap={6}>
                <Button size="compact-xs" variant="default" onClick={() => writeTerm(editor, place)}>
                  {t`Use “${place.use}”`}
                </Button>
                <Button size="compact-xs" variant="subtle" onClick={() => leave(place.key)}>
                  {t`Leave it here`}
                </Button>
              </Group>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
