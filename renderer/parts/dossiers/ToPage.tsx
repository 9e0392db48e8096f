import { useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import classes from './dossiers.module.css';
import { type Placed, pageOf, paperOnPage } from './paperOnPage.ts';

interface ToPageProps {
  readonly papers: readonly Placed[];
  readonly autoFocus?: boolean;
  open(paper: string): void;
}

/** From a page number of the printed book to the paper that stands there: “37”, “p. 37”. Nothing where no pages are known. */
export function ToPage({ papers, autoFocus = false, open }: ToPageProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState(false);
  if (!papers.some(({ pages }) => pages !== undefined)) return null;
  const go = (event: FormEvent) => {
    event.preventDefault();
    const found = paperOnPage(papers, pageOf(typed));
    setMissing(found === undefined);
    if (found !== undefined) open(found);
  };
  return (
    <form onSubmit={go} className={classes.toPage}>
      <TextInput
        size="xs"
        aria-label={t`To page of the book`}
        placeholder={t`Page`}
        data-page-of-book
        autoFocus={autoFocus}
        value={typed}
        error={missing ? t`No paper stands on that page.` : undefined}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setMissing(false);
        }}
      />
    </form>
  );
}
