import { Plural, useLingui } from '@lingui/react/macro';
import { IconCircleCheck, IconEyeOff, IconPrinter } from '@tabler/icons-react';
import { ExplainedOrder } from '../../contract/documents/calls.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { sentenceFor } from '../application/errors.tsx';
import { useRead } from '../application/queries.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { usePrintExplanation } from '../parts/explanation/usePrintExplanation.ts';
import { ActionButton } from '../parts/page/ActionButton.tsx';
import { audienceFor } from './audienceFor.ts';
import classes from './book.module.css';
import type { BookData } from './bookTypes.ts';

interface WhatTheyGetProps {
  readonly book: BookData;
  readonly copy: BookData['copies'][number];
}

/** What the gate lets the holder of a copy have of a book, and what not, and why: before anything is printed. */
export function WhatTheyGet({ book, copy }: WhatTheyGetProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const order = {
    document: { what: 'dossier' as const, dossier: RecordId.parse(book.dossier) },
    audience: audienceFor(book, copy),
  };
  const { data, error } = useRead('documents', 'explain', { ...order, language });
  const report = usePrintExplanation(ExplainedOrder.safeParse({ is: 'print', ...order }).data);
  if (error !== null) {
    return (
      <p role="alert" className={classes.refused}>
        {sentenceFor(error)}
      </p>
    );
  }
  if (data === undefined) return null;
  const own = new Map(book.papers.map((line) => [String(line.paper), line]));
  const lines = data.lines.filter(({ record }) => own.has(record) || record === book.dossier);
  const withheld = lines.filter(({ goes }) => !goes);
  const papers = lines.filter(({ record, goes }) => goes && own.has(record)).length;
  return (
    <div className={classes.gets}>
      <p>
        {withheld.length === 0 ? (
          <IconCircleCheck size={16} stroke={1.6} aria-hidden />
        ) : (
          <IconEyeOff size={16} stroke={1.6} aria-hidden />
        )}
        <Plural value={papers} _0="No paper goes" one="# paper goes" other="# papers go" />
        {withheld.length > 0 && (
          <>
            {', '}
            <Plural value={withheld.length} one="# is withheld" other="# are withheld" />
          </>
        )}
      </p>
      <ul>
        {withheld.map(({ record, title, sentences }) => (
          <li key={record}>
            <b>{title === '' ? t`Without a title` : title}</b> {sentences.join(' ')}
          </li>
        ))}
      </ul>
      <ActionButton action={{ ...report, icon: IconPrinter }} />
    </div>
  );
}
