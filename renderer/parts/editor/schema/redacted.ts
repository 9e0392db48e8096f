import { Node } from '@tiptap/core';
import { BAR } from '../../../../domain/papers/plainText.ts';

/** What stands for a passage that was blacked out. It carries nothing: no words, no length, no mark. */
export const Redacted = Node.create({
  name: 'redacted',
  group: 'inline',
  inline: true,
  atom: true,
  marks: '',
  parseHTML: () => [{ tag: 'span[data-redacted]' }],
  renderHTML: () => ['span', { 'data-redacted': '' }],
  renderText: () => BAR,
});
