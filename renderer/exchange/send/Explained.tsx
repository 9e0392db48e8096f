import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import type { ExplainedOrder } from '../../../contract/documents/calls.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { sentenceFor } from '../../application/errors.tsx';
import type { useRead } from '../../application/queries.ts';
import { EmptyState } from '../../parts/empty/EmptyState.tsx';
import { Mentions } from '../../parts/mentions/Mentions.tsx';
import type { Envelope } from './audience.ts';
import { type Explanation, ExplanationList } from './ExplanationList.tsx';
import classes from './send.module.css';

interface ExplainedProps {
  readonly envelopes: readonly Envelope[];
  /** Which of them is explained. */
  readonly shown: number;
  /** What is asked of the gate; undefined while nothing is. */
  readonly order: ExplainedOrder | undefined;
  readonly explained: Pick<ReturnType<typeof useRead<'exchange', 'explain'>>, 'error' | 'data'>;
  /** Everybody for whom it is, in one file or several. */
  readonly everybody: Audience;
  nameOf(party: string): string;
  onShow(shown: number): void;
}

/** What the gate says before anything is made: of one file for all, or of that of each. */
export function Explained({ envelopes, shown, order, explained, everybody, nameOf, onShow }: ExplainedProps) {
  const { t } = useLingui();
  if (order === undefined) {
    return (
      <EmptyState icon={IconShieldCheck} title={t`What goes stands here`}>
        {t`Say for whom and what. The gate then says, record by record, what goes, what is withheld, and why, before anything is made.`}
      </EmptyState>
    );
  }
  const explanation: Explanation | undefined = explained.data;
  return (
    <div className={classes.explained}>
      {envelopes.length > 1 && (
        <Select
          label={t`What goes to`}
          className={classes.shown ?? ''}
          allowDeselect={false}
          value={String(shown)}
          data={envelopes.map(({ party }, index) => ({ value: String(index), label: nameOf(party ?? '') }))}
          onChange={(next) => onShow(Number(next ?? 0))}
        />
      )}
      {explained.error !== null ? (
        <p role="alert" className={classes.wrong}>
          {sentenceFor(explained.error)}
        </p>
      ) : (
        explanation !== undefined && (
          <>
            <Mentions mentions={explanation.mentions} audience={everybody} />
            <ExplanationList explanation={explanation} of={order} />
          </>
        )
      )}
    </div>
  );
}
