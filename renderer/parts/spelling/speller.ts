import { dictionaryFiles } from './dictionaryFiles.ts';
import { Answered, type Asked } from './messages.ts';

type Language = 'en' | 'fr';

/** Looks words up in the bundled dictionaries, in a thread of its own. Nothing is sent anywhere else. */
export class Speller {
  readonly #thread = new Worker(new URL('./speller.worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, (words: readonly string[]) => void>();
  readonly #loaded = new Map<Language, Promise<void>>();
  #last = 0;

  constructor() {
    this.#thread.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const answer = Answered.safeParse(data);
      if (!answer.success) return;
      this.#waiting.get(answer.data.id)?.(answer.data.words);
      this.#waiting.delete(answer.data.id);
    });
  }

  /** Those of the words that the language's dictionary does not have. */
  async check(language: Language, words: readonly string[]): Promise<readonly string[]> {
    if (words.length === 0) return [];
    await this.#know(language);
    return this.#ask((id) => ({ ask: 'check', id, language, words: [...words] }));
  }

  /** Words that may have been meant, the likeliest first. */
  async suggest(language: Language, word: string): Promise<readonly string[]> {
    await this.#know(language);
    return this.#ask((id) => ({ ask: 'suggest', id, language, word }));
  }

  #know(language: Language): Promise<void> {
    const before = this.#loaded.get(language);
    if (before !== undefined) return before;
    const loading = dictionaryFiles(language).then((files) => this.#post({ ask: 'know', language, ...files }));
    this.#loaded.set(language, loading);
    return loading;
  }

  #ask(question: (id: number) => Asked): Promise<readonly string[]> {
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#post(question(id));
    });
  }

  #post(asked: Asked): void {
    this.#thread.postMessage(asked);
  }
}

let speller: Speller | undefined;

/** The one speller of the window, started when it is first needed. */
export function theSpeller(): Speller {
  speller ??= new Speller();
  return speller;
}
