import { useEffect, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { useRead } from '../../application/queries.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import { useTitles } from '../../parts/picker/useTitles.ts';
import {
  cardsFor,
  envelopesFor,
  isForOutside,
  isTrusted,
  knowsWhatTheyHave,
  mayDivide,
  type Purpose,
  selectionFor,
  usualPurpose,
  type What,
  type Whom,
  wholeAudience,
  whoOfPurpose,
} from './audience.ts';
import { useKeptDraft } from './keptDraft.ts';
import { emptyNotice } from './notice.ts';
import { useMissingCards } from './useMissingCards.ts';

/** What a bundle is begun with: nothing chosen, or what another page asked for. */
export interface Beginning {
  readonly whom: Whom;
  readonly what: What;
  readonly purpose?: Purpose;
  /** It reminds who is to write these papers. */
  readonly reminds?: boolean;
}

/** A bundle as it is put together: what was chosen, and what follows from it. */
export function useBundleDraft(beginning: Beginning) {
  const { data: status } = useRead('vault', 'status', {});
  const { data: allCards = [] } = useRead('exchange', 'cards', {});
  const [search] = useSearchParams();
  const { key: visit } = useLocation();
  const [kept] = useState(() => {
    const before = useKeptDraft.getState();
    return search.has('back') || before.visit === visit ? before.draft : undefined;
  });
  const [whom, setWhom] = useState(kept?.whom ?? beginning.whom);
  const [what, setWhat] = useState(kept?.what ?? beginning.what);
  const [chosenPurpose, setPurpose] = useState(kept === undefined ? beginning.purpose : kept.purpose);
  const [without, setWithout] = useState<ReadonlySet<string>>(kept?.without ?? new Set());
  const [asksEach, setEach] = useState(kept?.each ?? false);
  const [underWords, setUnderWords] = useState(kept?.underWords ?? false);
  const [name, setName] = useState(kept?.name ?? '');
  const [volumeBytes, setVolumeBytes] = useState(kept?.volumeBytes);
  const [intoFolder, setIntoFolder] = useState(kept?.intoFolder ?? false);
  const [chosenCopies, setCopies] = useState(kept?.copies);
  const [notice, setNotice] = useState(kept?.notice ?? emptyNotice());
  const language = useLanguage();
  useEffect(() => {
    const chosen = { whom, what, purpose: chosenPurpose, without, underWords, name, volumeBytes, intoFolder };
    useKeptDraft.getState().keep(visit, { ...chosen, each: asksEach, copies: chosenCopies, notice });
  }, [
    visit,
    whom,
    what,
    chosenPurpose,
    without,
    asksEach,
    underWords,
    name,
    volumeBytes,
    intoFolder,
    chosenCopies,
    notice,
  ]);
  const own = status?.installation?.organisation;
  const cards = cardsFor(whom, allCards, own);
  const missing = useMissingCards(whom, cards, own);
  // Under words everybody who has them opens the same file.
  const each = asksEach && mayDivide(whom) && !underWords;
  const open = cards.filter((card) => isTrusted(card) && !without.has(card.installation));
  const envelopes = envelopesFor(whom, open, each, own);
  const maySpare = knowsWhatTheyHave(whom, underWords);
  const { titles } = useTitles(envelopes.flatMap(({ party }) => party ?? []));
  const nameOf = (party: string) =>
    titles.get(party)?.title ?? cards.find(({ organisation }) => organisation === party)?.organisationName ?? '';
  return {
    whom,
    what,
    purpose: chosenPurpose ?? usualPurpose(status?.installation?.role, whom, what),
    cards,
    missing,
    without,
    each,
    underWords,
    name,
    volumeBytes: intoFolder ? undefined : volumeBytes,
    intoFolder,
    /** Bodies without keys have no application to read it with, either. */
    copies: isForOutside(whom) ? (chosenCopies ?? (underWords ? language : 'none')) : ('none' as const),
    envelopes,
    nameOf,
    everybody: wholeAudience(whom, own),
    ownName: status?.installation?.organisationName ?? '',
    selection: maySpare || what.of !== 'lacking' ? selectionFor(what) : undefined,
    maySpare,
    /** What they have already is left out. */
    delta: maySpare && (what.of === 'lacking' || (what.of !== 'everything' && what.delta)),
    /** Everybody for whom there is a file can open it. */
    opens: envelopes.length > 0 && (underWords || envelopes.every((one) => one.cards.length > 0)),
    setWhat,
    setWithout,
    setEach,
    setUnderWords,
    setName,
    setVolumeBytes,
    setIntoFolder,
    setCopies,
    notice,
    setNotice,
    setWhom(next: Whom) {
      setWhom(next);
      setWithout(new Set());
      const bound = chosenPurpose === undefined ? undefined : whoOfPurpose(chosenPurpose);
      if (bound !== undefined && bound !== next.who) setPurpose(undefined);
    },
    setPurpose(next: Purpose) {
      setPurpose(next);
      const bound = whoOfPurpose(next);
      if (bound !== undefined && bound !== whom.who) setWhom({ ...whom, who: bound });
    },
  };
}
export type BundleDraft = ReturnType<typeof useBundleDraft>;
