import { useLingui } from '@lingui/react/macro';
import { IconMailDown } from '@tabler/icons-react';
import { importSentence } from '../../../domain/papers/importSentences.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { EmptyState } from '../../parts/empty/EmptyState.tsx';
import { OutsideMark } from '../../parts/outside/OutsideMark.tsx';
import classes from './reply.module.css';
import type { ReplyDraft } from './useReplyDraft.ts';

/** The words of an answer as they will be kept, without what hides or turns them. */
export function ReplyShown({ draft }: { readonly draft: ReplyDraft }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { read } = draft;
  const title = draft.into?.title ?? draft.title;
  if (read === undefined) {
    return (
      <EmptyState icon={IconMailDown} title={t`Nothing to look at yet`}>
        {t`What an invited body sends back is read here, on the form or without. It becomes a paper from outside, unverified, on the item that you confirm.`}
      </EmptyState>
    );
  }
  return (
    <article className={classes.shown}>
      <p className={classes.marks}>
        <OutsideMark provenance="outside" />
      </p>
      <h2 className={classes.title}>{title === '' ? t`Without a title` : title}</h2>
      {read.cut && <p className={classes.warning}>{t`It is longer than is read here. What came is kept whole.`}</p>}
      {read.hasWords ? (
        <div className={classes.text}>{read.text === '' ? t`It says nothing.` : read.text}</div>
      ) : (
        <p className={classes.quiet}>
          {t`A letter in a file: it is kept as it is, beside the paper, and not read here. What it was made with may show more than its words.`}
        </p>
      )}
      {read.dropped.length > 0 && (
        <div className={classes.quiet}>
          <p>{t`What this file holds besides is not taken in:`}</p>
          <ul>
            {[...new Set(read.dropped)].map((kind) => (
              <li key={kind}>{importSentence(kind, language) ?? kind}</li>
            ))}
          </ul>
        </div>
      )}
      {read.contact !== '' && (
        <p className={classes.quiet}>{t`Contact, for our own organisation alone: ${read.contact}`}</p>
      )}
    </article>
  );
}
