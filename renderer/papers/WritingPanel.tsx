import { useLingui } from '@lingui/react/macro';
import { Skeleton } from '@mantine/core';
import { effectiveHandling } from '../../domain/handling/change.ts';
import { isForOpenSession } from '../../domain/papers/openPaper.ts';
import { text } from '../../domain/records/text.ts';
import { useRead } from '../application/queries.ts';
import { useWordCount } from '../parts/editor/count/useWordCount.ts';
import { Findings } from '../parts/writing/Findings.tsx';
import { LengthPart } from '../parts/writing/LengthPart.tsx';
import { LinesAgreed } from '../parts/writing/LinesAgreed.tsx';
import { Outline } from '../parts/writing/Outline.tsx';
import { useOpenTexts } from '../parts/writing/openTexts.ts';
import classes from '../parts/writing/writing.module.css';
import { usePagesShown } from './usePages.ts';

/** What stands beside a text while it is written: its sections, its length. */
export function WritingPanel({ record }: { readonly record: string }) {
  const { t } = useLingui();
  const { data } = useRead('records', 'read', { id: record });
  const editor = useOpenTexts(({ editors }) => editors.get(record));
  const words = useWordCount(record, data?.body.body);
  const pages = usePagesShown(record);
  if (data === undefined) return <Skeleton height={160} />;
  const type = text(data.body.type);
  const language = data.body.language === 'fr' ? 'fr' : 'en';
  const open = isForOpenSession(data.body, effectiveHandling(data.handling, data.body).label);
  return (
    <>
      <section className={classes.part} aria-label={t`Outline`}>
        <h3>{t`Outline`}</h3>
        <Outline type={type} language={language} saved={data.body.body} editor={editor} />
      </section>
      <section className={classes.part} aria-label={t`Length`}>
        <h3>{t`Length`}</h3>
        <LengthPart type={type} words={words} pages={pages} />
      </section>
      <section className={classes.part} aria-label={t`Agreed wording`}>
        <h3>{t`Agreed wording`}</h3>
        <Findings record={record} language={language} open={open} editor={editor} />
        {open && (
          <LinesAgreed title={text(data.body.title)} saved={data.body.body} language={language} editor={editor} />
        )}
      </section>
    </>
  );
}
