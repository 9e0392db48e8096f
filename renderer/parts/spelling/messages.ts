import { z } from 'zod';

/** What the thread that knows the dictionaries is asked. */
export const Asked = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('know'), language: z.enum(['en', 'fr']), aff: z.string(), dic: z.string() }),
  z.object({ ask: z.literal('check'), id: z.number(), language: z.enum(['en', 'fr']), words: z.array(z.string()) }),
  z.object({ ask: z.literal('suggest'), id: z.number(), language: z.enum(['en', 'fr']), word: z.string() }),
]);
export type Asked = z.infer<typeof Asked>;

/** Its answer: the words that are not spelt so, or those that may have been meant. */
export const Answered = z.object({ id: z.number(), words: z.array(z.string()) });
export type Answered = z.infer<typeof Answered>;
