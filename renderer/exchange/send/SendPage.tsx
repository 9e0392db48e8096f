import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { RecordId } from '../../../domain/records/ids.ts';
import { useRead } from '../../application/queries.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { undecidedIn } from '../../parts/mentions/useDeciding.ts';
import { PageHead } from '../../parts/page/PageHead.tsx';
import { useNoteReminded } from '../../parts/papers/useNoteReminded.ts';
import { Split } from '../Split.tsx';
import { AsFiles } from './AsFiles.tsx';
import { isForOutside, mayDivide } from './audience.ts';
import { beginningOf } from './beginning.ts';
import { Explained } from './Explained.tsx';
import { ForWhom } from './ForWhom.tsx';
import { NoticeFields } from './NoticeFields.tsx';
import { noticeOf } from './notice.ts';
import { SealedFor } from './SealedFor.tsx';
import { SealNow } from './SealNow.tsx';
import { type Beginning, useBundleDraft } from './useBundleDraft.ts';
import { useSealing } from './useSealing.ts';
import { WhatFor } from './WhatFor.tsx';
import { WhatGoes } from './WhatGoes.tsx';

/** Puts a bundle together, with what the gate says of it beside. */
export function SendPage() {
  const [search] = useSearchParams();
  // Another meeting or other records are another bundle.
  return <Send key={search.toString()} beginning={beginningOf(search)} />;
}

function Send({ beginning }: { readonly beginning: Beginning }) {
  const { t } = useLingui();
  const language = useLanguage();
  const draft = useBundleDraft(beginning);
  const sealing = useSealing();
  const noteReminded = useNoteReminded();
  const [asked, setShown] = useState(0);
  const { whom, what, purpose, envelopes, selection, underWords, name, volumeBytes, intoFolder, delta, nameOf } = draft;
  const shown = Math.min(asked, Math.max(0, envelopes.length - 1));
  const audience = envelopes[shown]?.audience;
  const isAsked = audience !== undefined && selection !== undefined;
  const asking = {
    selection: selection ?? ({ of: 'everything' } as const),
    audience: audience ?? ({ kind: 'board' } as const),
    ...(delta ? { delta, addressees: (envelopes[shown]?.cards ?? []).map(({ installation }) => installation) } : {}),
  };
  const explained = useRead('exchange', 'explain', { ...asking, language }, { enabled: isAsked, keep: true });
  const warns = purpose === 'notice' && whom.who !== 'bodies' && whom.who !== 'guest';
  const notice = warns ? noticeOf(draft.notice) : undefined;
  // Of several, one to which nothing goes is passed over.
  const goes = envelopes.length > 1 || (explained.data?.goes ?? 0) > 0;
  const seal = () => {
    if (selection === undefined) return;
    const meeting = what.of === 'meeting' ? what.meeting : null;
    void sealing.seal({
      selection,
      envelopes,
      nameOf,
      underWords,
      purpose,
      meeting,
      name,
      volumeBytes,
      intoFolder,
      delta,
      copies: draft.copies,
      notice,
      ...(beginning.reminds === true && notice !== undefined
        ? {
            sealed: () =>
              noteReminded(
                what.records.flatMap((id) => RecordId.safeParse(id).data ?? []),
                whom.organisations.map(nameOf).join(', '),
              ),
          }
        : {}),
    });
  };
  return (
    <Split
      reading={t`What goes and what is withheld`}
      left={
        <>
          <PageHead title={t`Seal a bundle`} crumbs={[{ title: t`Exchange`, address: '/exchange' }]} />
          <WhatFor purpose={purpose} onPurpose={draft.setPurpose} />
          {warns && (
            <NoticeFields
              value={draft.notice}
              records={what.records}
              reminds={beginning.reminds === true ? audience : undefined}
              onChange={draft.setNotice}
            />
          )}
          <ForWhom value={whom} own={draft.ownName} onChange={draft.setWhom} />
          {!underWords && (
            <SealedFor
              cards={draft.cards}
              without={draft.without}
              missing={draft.missing}
              onWithout={draft.setWithout}
            />
          )}
          <WhatGoes value={what} maySpare={draft.maySpare} onChange={draft.setWhat} />
          <AsFiles
            mayDivide={mayDivide(whom)}
            each={draft.each}
            files={envelopes.length}
            underWords={underWords}
            name={name}
            volumeBytes={volumeBytes}
            intoFolder={intoFolder}
            onIntoFolder={draft.setIntoFolder}
            copies={isForOutside(whom) ? draft.copies : undefined}
            onCopies={draft.setCopies}
            onEach={draft.setEach}
            onUnderWords={draft.setUnderWords}
            onName={draft.setName}
            onVolumeBytes={draft.setVolumeBytes}
          />
        </>
      }
      foot={
        <SealNow
          sealing={sealing}
          files={envelopes.length}
          undecided={undecidedIn(explained.data?.mentions ?? [])}
          disabled={!(isAsked && draft.opens && goes) || (warns && notice === undefined)}
          onSeal={seal}
        />
      }
      right={
        <Explained
          envelopes={envelopes}
          shown={shown}
          order={isAsked ? { is: 'sealing', ...asking } : undefined}
          explained={explained}
          everybody={draft.everybody ?? { kind: 'board' }}
          nameOf={nameOf}
          onShow={setShown}
        />
      }
    />
  );
}
