import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useMemo } from 'react';
import { type Line, lineFindings } from '../../../domain/papers/publicLines.ts';
import { textOf } from '../../../domain/papers/wordsOf.ts';
import type { Json } from '../../../domain/records/json.ts';
import { text } from '../../../domain/records/text.ts';
import { useRead } from '../../application/queries.ts';
import { asDocument } from '../editor/schema/documents.ts';
import classes from './writing.module.css';

interface LinesAgreedProps {
  readonly title: string;
  readonly saved: Json | undefined;
  readonly language: 'en' | 'fr';
  readonly editor: Editor | undefined;
}

/** What a text for an open session says against the public lines: those it leaves out, and those that do not hold. */
export function LinesAgreed({ title, saved, language, editor }: LinesAgreedProps) {
  const { t } = useLingui();
  const { data } = useRead('records', 'list', { kind: 'publicLine', deleted: false, conflicted: false });
  const found = useMemo(() => {
    const lines = (data ?? []).map(
      ({ id, body }): Line => ({
        id,
        subject: text(body.subject),
        text: { en: text(body.textEn), fr: text(body.textFr) },
        status: text(body.status),
        until: text(body.until),
      }),
    );
    const document = asDocument(saved);
    const plain = [title, document === undefined ? '' : textOf(document)].join('\n');
    return lineFindings(plain, lines, language, Temporal.Now.plainDateISO().toString());
  }, [data, saved, title, language]);
  if (found.length === 0) return <p className={classes.quiet}>{t`It says the agreed lines on all that it names.`}</p>;
  const insert = (words: string) =>
    editor
      ?.chain()
      .focus()
      .insertContent({ type: 'paragraph', content: [{ type: 'text', text: words }] })
      .run();
  return (
    <ul className={classes.findings} aria-label={t`Public lines`}>
      {found.map(({ finding, line }) => (
        <li key={line.id}>
          <p className={classes.over}>
            {finding === 'missing'
              ? t`It names ${line.subject} without the agreed line.`
              : t`It says a line on ${line.subject} that does not hold.`}
          </p>
          <p className={classes.line}>{line.text[language]}</p>
          {finding === 'missing' && editor?.isEditable === true && (
            <Button size="compact-xs" variant="default" onClick={() => insert(line.text[language])}>
              {t`Put the line in`}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
