import { Node } from '@tiptap/core';

const kept = (name: string) => ({
  default: null,
  parseHTML: (element: HTMLElement) => {
    const said = element.getAttribute(`data-${name}`);
    return name === 'lines' && said !== null ? Number(said) : said;
  },
  renderHTML: (attributes: Readonly<Record<string, unknown>>) =>
    attributes[name] === null || attributes[name] === undefined ? {} : { [`data-${name}`]: String(attributes[name]) },
});

/** What stands for a stricter portion. Its text is in a record of its own, found by the placeholder. */
export const Portion = Node.create({
  name: 'portion',
  group: 'top',
  atom: true,
  selectable: true,
  draggable: true,
  addAttributes: () => ({
    placeholder: kept('placeholder'),
    label: kept('label'),
    lines: kept('lines'),
    readAt: { ...kept('readAt'), parseHTML: (element) => element.getAttribute('data-read-at') },
  }),
  parseHTML: () => [{ tag: 'div[data-portion]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-portion': '' }],
});
