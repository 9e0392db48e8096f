import { useLingui } from '@lingui/react/macro';
import { limitOf, minutesToSpeak, over } from '../../../domain/papers/limits.ts';

interface Counted {
  readonly type: string;
  readonly words: number;
  readonly pages: number | undefined;
}

/** How long a paper is in words for people: its minutes read aloud, and by how much it is over its limit. */
export function useLength({ type, words, pages }: Counted) {
  const { t } = useLingui();
  const limit = limitOf(type);
  const minutes = minutesToSpeak(words);
  const beyond = over(type, { words, pages });
  const said = [
    ...(beyond.pages > 0 && limit !== undefined ? [t`${pages ?? 0} pages of ${limit.pages}`] : []),
    ...(beyond.minutes > 0 && limit !== undefined ? [t`${minutes} minutes of ${limit.minutes}`] : []),
  ];
  return { limit, minutes, isOver: said.length > 0, over: said.join(', ') };
}
