import { useLingui } from '@lingui/react/macro';
import { useEffect, useMemo, useRef, useState } from 'react';
import {
  blackedOut,
  groupsOf,
  isBlackedOut,
  type Passage,
  type PassageGroup,
  type PlacedWord,
  standingElsewhere,
  takenBack,
  wordsOfPlaces,
} from '../../../domain/papers/redaction/blacking.ts';
import { type TextPlace, textPlaces } from '../../../domain/papers/redaction/textPlaces.ts';
import type { JsonObject } from '../../../domain/records/json.ts';
import { type Done, useUndo } from '../../application/undo.ts';

/** The words that are chosen: from one word of the paper to another. */
interface Choice {
  readonly anchor: number;
  readonly focus: number;
}

/** What somebody does while blacking out a paper: words are chosen, blacked out, taken back, and each step undone. */
export interface RedactionDesk {
  readonly places: readonly TextPlace[];
  readonly words: readonly PlacedWord[];
  readonly passages: readonly Passage[];
  readonly groups: readonly PassageGroup[];
  /** The first and last of the chosen words; undefined while none is. */
  readonly chosen: { readonly from: number; readonly to: number; readonly focus: number } | undefined;
  readonly chosenWords: string;
  readonly isChosenBlack: boolean;
  choose(focus: number, extend?: boolean): void;
  /** Moves by so many words, or to the first word of the place before or after. */
  move(by: number, extend: boolean): void;
  moveToPlace(by: 1 | -1, extend: boolean): void;
  toggle(): void;
  /** Everything of the places that the chosen words are in. */
  whole(): void;
  /** Everywhere that these words stand; those that are chosen unless told. */
  everywhere(group?: PassageGroup): void;
  take(group: PassageGroup): void;
  explain(group: PassageGroup, reason: string): void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  undo(): void;
  redo(): void;
}

/** `body`: of the paper, as it was when its redaction was begun. */
export function useRedaction(body: JsonObject): RedactionDesk {
  const places = useMemo(() => textPlaces(body), [body]);
  const words = useMemo(() => wordsOfPlaces(places), [places]);
  const { passages, step, explain, canUndo, canRedo } = usePassages();
  const [choice, setChoice] = useState<Choice | undefined>();
  const groups = useMemo(() => groupsOf(places, passages), [places, passages]);
  const chosen = choice && {
    from: Math.min(choice.anchor, choice.focus),
    to: Math.max(choice.anchor, choice.focus),
    focus: choice.focus,
  };
  const inChoice = chosen === undefined ? [] : words.slice(chosen.from, chosen.to + 1);
  const ranges = stretchesOf(inChoice);
  const textOf = (range: PlacedWord): string =>
    places.find(({ key }) => key === range.place)?.text.slice(range.from, range.to) ?? '';
  const choose = (focus: number, extend = false) => {
    if (words.length === 0) return;
    const at = Math.max(0, Math.min(words.length - 1, focus));
    setChoice((before) => ({ anchor: extend && before !== undefined ? before.anchor : at, focus: at }));
  };
  const isChosenBlack = inChoice.length > 0 && isBlackedOut(passages, inChoice);
  return {
    places,
    words,
    passages,
    groups,
    chosen,
    chosenWords: ranges.map(textOf).join(' … '),
    isChosenBlack,
    choose,
    move: (by, extend) => choose(choice === undefined ? 0 : choice.focus + by, extend),
    moveToPlace(by, extend) {
      const here = words[choice?.focus ?? 0]?.place;
      const at = places.findIndex(({ key }) => key === here);
      for (let next = at + by; next >= 0 && next < places.length; next += by) {
        const first = words.findIndex(({ place }) => place === places[next]?.key);
        if (first >= 0) return choose(first, extend);
      }
    },
    toggle() {
      if (inChoice.length === 0) return;
      step(isChosenBlack ? takenBack(passages, ranges) : blackedOut(places, passages, ranges));
    },
    whole() {
      const keys = new Set(inChoice.map(({ place }) => place));
      if (keys.size > 0) step(blackedOut(places, passages, stretchesOf(words.filter(({ place }) => keys.has(place)))));
    },
    everywhere(group) {
      if (group !== undefined) return step(blackedOut(places, passages, group.standing, group.reason));
      const [first] = ranges;
      if (first === undefined) return;
      const with_ = blackedOut(places, passages, ranges);
      step(blackedOut(places, with_, standingElsewhere(places, with_, textOf(first))));
    },
    take: (group) => step(takenBack(passages, group.passages)),
    explain,
    canUndo,
    canRedo,
    undo: () => void useUndo.getState().undo(),
    redo: () => void useUndo.getState().redo(),
  };
}

/** What is blacked out; each step is one of the window's that can be taken back, as long as this page is there. */
function usePassages() {
  const { t } = useLingui();
  const [passages, setPassages] = useState<readonly Passage[]>([]);
  const steps = useRef(new Set<Done>());
  const isOwn = (done: Done | undefined): boolean => done !== undefined && steps.current.has(done);
  const canUndo = useUndo(({ done }) => isOwn(done.at(-1)));
  const canRedo = useUndo(({ undone }) => isOwn(undone.at(-1)));
  useEffect(() => {
    const own = steps.current;
    const others = (all: readonly Done[]) => all.filter((one) => !own.has(one));
    return () => useUndo.setState(({ done, undone }) => ({ done: others(done), undone: others(undone) }));
  }, []);
  const put = (next: readonly Passage[]) => setPassages((now) => next.map((one) => withReason(one, now)));
  const step = (next: readonly Passage[]) => {
    const before = passages;
    put(next);
    const done: Done = {
      label: next.length < before.length ? t`Shown again` : t`Blacked out`,
      undo: () => Promise.resolve(put(before)),
      redo: () => Promise.resolve(put(next)),
    };
    steps.current.add(done);
    useUndo.getState().did(done);
  };
  // Typing a reason is no step of its own.
  const explain = (group: PassageGroup, reason: string) =>
    setPassages((now) => now.map((one) => (group.passages.includes(one) ? { ...one, reason } : one)));
  return { passages, step, explain, canUndo, canRedo };
}

/** A passage with the reason that was given since. */
function withReason(passage: Passage, now: readonly Passage[]): Passage {
  const same = now.find((one) => one.place === passage.place && one.from === passage.from && one.to === passage.to);
  return same === undefined ? passage : same;
}

/** Words that follow one another in a place, as one stretch each. */
function stretchesOf(words: readonly PlacedWord[]): PlacedWord[] {
  return [...Map.groupBy(words, ({ place }) => place)].flatMap(([place, inside]) => {
    const [first, last] = [inside[0], inside.at(-1)];
    return first === undefined || last === undefined ? [] : [{ place, from: first.from, to: last.to }];
  });
}
