import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { z } from 'zod';
import { create } from 'zustand';
import { text } from '../../../domain/records/text.ts';
import { plainWord } from '../../../domain/spelling/spelling.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { usePreference } from '../../application/preferences.ts';
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
  const names = useNames(({ words: known }) => known);
  const words = useMemo(() => new Set([...mine.map(formOf), ...ignored, ...names]), [mine, ignored, names]);
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

/** The names that stand in the vault, as they were when a text was opened last. */
const useNames = create<{ readonly words: readonly string[] }>(() => ({ words: [] }));

/** Kinds that name somebody or something, with the fields that do. Of sentences, the words with a capital count. */
const NAMING: Readonly<Record<string, readonly string[]>> = {
  organisation: ['name', 'shortName', 'city'],
  person: ['name'],
  meeting: ['title', 'city', 'venue'],
  agendaItem: ['title'],
  publicLine: ['subject'],
  term: ['use'],
};

/** Reads the names when a text is opened, not at each thing that is saved. */
function useNamesRead(record: string): void {
  const client = useClient();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each text that is opened
  useEffect(() => {
    const read = async () => {
      const lists = await Promise.all(
        Object.entries(NAMING).map(async ([kind, fields]) =>
          (await client.records.list({ kind, deleted: false })).flatMap(({ body }) =>
            fields.flatMap((field) => text(body[field]).match(kind === 'term' ? ANY : CAPITAL) ?? []),
          ),
        ),
      );
      useNames.setState({ words: [...new Set(lists.flat().map(formOf))] });
    };
    void read().catch(() => {});
  }, [client, record]);
}

const CAPITAL = /\p{Lu}[\p{L}\p{M}]+/gu;
const ANY = /[\p{L}\p{M}]+/gu;

/** The extension that marks what no dictionary has, in the language of the text, and what it follows. */
export function useSpelling(record: string, language: 'en' | 'fr', editor: Editor | undefined) {
  useNamesRead(record);
  const { words } = useRightWords();
  const view = useRef<SpellingInView>(undefined);
  view.current = { language, words };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the marks follow
  useEffect(() => {
    if (editor !== undefined && !editor.isDestroyed) spellAgain(editor.view);
  }, [editor, language, words]);
  return useMemo(() => SpellingMarks.configure({ inView: () => view.current }), []);
}
