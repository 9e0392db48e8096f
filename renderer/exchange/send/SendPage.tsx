import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconLock, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAction } from '../../application/actions.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { EmptyState } from '../../parts/empty/EmptyState.tsx';
import { PageHead } from '../../parts/page/PageHead.tsx';
import { WorkProgress } from '../../parts/work/WorkProgress.tsx';
import { Split } from '../Split.tsx';
import {
  asFileName,
  audienceFor,
  cardsFor,
  isTrusted,
  type Purpose,
  selectionFor,
  usualPurpose,
  type What,
  type Whom,
} from './audience.ts';
import { ExplanationList } from './ExplanationList.tsx';
import { ForWhom } from './ForWhom.tsx';
import { SealedFor } from './SealedFor.tsx';
import classes from './send.module.css';
import { useMissingCards } from './useMissingCards.ts';
import { useSealing } from './useSealing.ts';
import { WhatFor, WhatGoes } from './WhatGoes.tsx';

/** Puts a bundle together, with what the gate says of it beside. */
export function SendPage() {
  const [search] = useSearchParams();
  // Another meeting or other records are another bundle.
  return <Send key={search.toString()} meeting={search.get('meeting')} records={search.get('records')} />;
}

function Send({ meeting, records }: { readonly meeting: string | null; readonly records: string | null }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { data: status } = useRead('vault', 'status', {});
  const { data: allCards = [] } = useRead('exchange', 'cards', {});
  const [whom, setWhom] = useState<Whom>({ who: 'board', organisations: [], persons: [], body: null });
  const [what, setWhat] = useState<What>(() => whatAsked(meeting, records));
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [words, setWords] = useState<string>();
  const [chosenPurpose, setPurpose] = useState<Purpose>();
  const [name, setName] = useState('');
  const sealing = useSealing();
  const audience = audienceFor(whom);
  const selection = selectionFor(what);
  const cards = cardsFor(whom, allCards);
  const missing = useMissingCards(whom, cards);
  const purpose = chosenPurpose ?? usualPurpose(status?.installation?.role, whom, what);
  const addressees =
    words === undefined ? cards.filter((card) => isTrusted(card) && !without.has(card.installation)) : [];
  const isAsked = audience !== undefined && selection !== undefined;
  const explained = useRead(
    'exchange',
    'explain',
    { selection: selection ?? { of: 'everything' }, audience: audience ?? { kind: 'board' }, language },
    { enabled: isAsked, keep: true },
  );
  const goes = explained.data?.goes ?? 0;
  const canSeal = isAsked && (addressees.length > 0 || words !== undefined) && goes > 0;
  const seal = () => {
    if (audience === undefined || selection === undefined) return;
    void sealing.seal({
      selection,
      audience,
      addressees: addressees.map(({ installation }) => installation),
      passphrase: words,
      purpose,
      meeting: what.of === 'meeting' ? what.meeting : null,
      name: asFileName(name),
    });
  };
  const action = {
    id: 'exchange.sealNow',
    title: t`Seal the bundle`,
    group: t`Exchange`,
    shortcut: 'mod+Enter',
    whileTyping: true,
    icon: IconLock,
    disabled: !canSeal || sealing.job !== undefined,
    run: seal,
  };
  useAction(action);
  const left = (
    <>
      <PageHead title={t`Seal a bundle`} crumbs={[{ title: t`Exchange`, address: '/exchange' }]} />
      <ForWhom
        value={whom}
        onChange={(next) => {
          setWhom(next);
          setWithout(new Set());
        }}
      />
      <SealedFor
        cards={cards}
        without={without}
        missing={missing}
        words={words}
        onWithout={setWithout}
        onWords={setWords}
      />
      <WhatGoes value={what} onChange={setWhat} />
      <WhatFor purpose={purpose} name={name} onPurpose={setPurpose} onName={setName} />
      <div className={classes.seal}>
        {sealing.error !== undefined && (
          <p role="alert" className={classes.wrong}>
            {sentenceFor(sealing.error)}
          </p>
        )}
        {sealing.job === undefined ? (
          <div>
            <Button
              leftSection={<IconLock size={16} stroke={1.6} aria-hidden />}
              disabled={action.disabled}
              onClick={action.run}
            >
              {action.title}
            </Button>
          </div>
        ) : (
          <WorkProgress job={sealing.job} title={t`Sealing`} onCancel={sealing.cancel} />
        )}
        <p className={classes.quiet}>
          {t`Only those named can open the file. What goes is shared from then on; drafts of what is withheld stay drafts.`}
        </p>
      </div>
    </>
  );
  return (
    <Split
      reading={t`What goes and what is withheld`}
      left={left}
      right={
        !isAsked ? (
          <EmptyState icon={IconShieldCheck} title={t`What goes stands here`}>
            {t`Say for whom and what. The gate then says, record by record, what goes, what is withheld, and why, before anything is made.`}
          </EmptyState>
        ) : explained.error !== null ? (
          <p role="alert" className={classes.wrong}>
            {sentenceFor(explained.error)}
          </p>
        ) : (
          explained.data !== undefined && <ExplanationList explanation={explained.data} />
        )
      }
    />
  );
}

function whatAsked(meeting: string | null, records: string | null): What {
  const asked = (records ?? '').split(',').filter((id) => id !== '');
  return { of: asked.length > 0 ? 'records' : 'meeting', meeting, records: asked };
}
