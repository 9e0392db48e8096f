import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { z } from 'zod';
import { create } from 'zustand';
import { text } from '../../../domain/records/text.ts';
import { plainWord } from '../../../domain/spelling/spelling.ts';
import { usePreference } from '../../application/preferences.ts';
import { useRead } from '../../application/queries.ts';
import { type SpellingInView, SpellingMarks, spellAgain } from './spellingMarks.ts';

/** More words of one's own are not kept. */
const MOST_WORDS = 5000;
const Words = z.array(z.string().max(80));
const NONE: string[] = [];

/** Words that are left as they are until the window is closed. */
const useIgnored = create<{ readonly words: ReadonlySet<string> }>(() => ({ words: new Set() }));

const formOf = (word: string): string => plainWord(word).toLocaleLowerCase();

/** Words that no dictionary needs to have: the holder's own, those ignored for now, and the names of who is who. */
export function useRightWords() {
  const [mine, write] = usePreference('spelling/words', Words, NONE);
  const ignored = useIgnored(({ words }) => words);
  const organisations = useRead('records', 'list', { kind: 'organisation', deleted: false });
  const persons = useRead('records', 'list', { kind: 'person', deleted: false });
  const words = useMemo(() => {
    const names = [...(organisations.data ?? []), ...(persons.data ?? [])].flatMap(({ body }) =>
      [text(body.name), text(body.shortName), text(body.city)].flatMap(partsOf),
    );
    return new Set([...mine.map(formOf), ...ignored, ...names]);
  }, [mine, ignored, organisations.data, persons.data]);
  const add = useCallback(
    (word: string) => write([...mine.filter((one) => one !== formOf(word)), formOf(word)].slice(-MOST_WORDS)),
    [mine, write],
  );
  return { words, add };
}

/** Leaves a word as it is until the window is closed. */
export function ignoreWord(word: string): void {
  useIgnored.setState(({ words }) => ({ words: new Set([...words, formOf(word)]) }));
}

const partsOf = (name: string): string[] => (name.match(/[\p{L}\p{M}]+/gu) ?? []).map(formOf);

/** The extension that marks what no dictionary has, in the language of the text, and what it follows. */
export function useSpelling(language: 'en' | 'fr', editor: Editor | undefined) {
  const { words } = useRightWords();
  const view = useRef<SpellingInView>(undefined);
  view.current = { language, words };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the marks follow
  useEffect(() => {
    if (editor !== undefined && !editor.isDestroyed) spellAgain(editor.view);
  }, [editor, language, words]);
  return useMemo(() => SpellingMarks.configure({ inView: () => view.current }), []);
}
