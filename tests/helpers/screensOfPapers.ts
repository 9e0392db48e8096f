import { makeAnchor } from '../../domain/papers/placeAnchor.ts';
import { RichText } from '../../domain/papers/richText.ts';
import type { Desk } from './aWindow.ts';

/** Every screen about papers, on the exercise. `go` opens an address in the first window, anew. */
export async function* screensOfPapers(desk: Desk, go: (address: string) => Promise<void>): AsyncGenerator<string> {
  const { page, client } = desk;
  const panel = page.getByRole('complementary', { name: 'About this record' });
  await go('/papers');
  await page.getByRole('grid').getByRole('row', { selected: false }).first().waitFor();
  yield 'papers';
  await page.getByRole('button', { name: 'Add paper' }).click();
  await page.getByRole('combobox', { name: 'From' }).waitFor();
  yield 'papers-add';
  await page.keyboard.press('Escape');
  const papers = await client.records.list({ kind: 'paper', deleted: false });
  const paper = papers.find(({ title }) => title.includes('Deep-dive: Karsenia'));
  if (paper === undefined) throw new TypeError('The exercise has no deep-dive.');
  await remark(desk, paper.id);
  await go(`/papers/${paper.id}`);
  await page.locator('[data-editor="body"] [data-note]').first().waitFor();
  await panel.getByRole('tab', { name: /^Comments/ }).click();
  await panel.getByRole('region', { name: 'Could not be placed' }).waitFor();
  yield 'paper';
  await page.getByRole('tab', { name: 'Details' }).click();
  await page.locator('[data-field="due"]').waitFor();
  yield 'paper-details';
  await page.getByRole('tab', { name: 'Versions' }).click();
  await page.getByRole('region', { name: 'Comparison of versions' }).getByRole('insertion').first().waitFor();
  yield 'paper-compare';
  await page.getByRole('tab', { name: 'Text' }).click();
  await panel.getByRole('tab', { name: 'Handling' }).click();
  await go(`/papers/${paper.id}/redact`);
  await page.getByRole('group', { name: 'Text to black out' }).focus();
  for (const key of ['ArrowDown', 'Shift+ArrowRight', 'b', 'ArrowDown', 'p']) await page.keyboard.press(key);
  await page
    .getByRole('textbox', { name: /^Reason for/ })
    .nth(1)
    .waitFor();
  yield 'paper-redact';
}

/** A comment, a private note, one whose words are gone, and a change since the last step of the history. */
async function remark({ client }: Desk, id: string): Promise<void> {
  const { body } = await client.records.read({ id });
  const text = RichText.parse(body.body);
  const [first, second] = text.content.filter(({ type }) => type === 'paragraph');
  if (first === undefined || second === undefined) throw new TypeError('The deep-dive has no paragraphs.');
  await client.records.create({
    kind: 'annotation',
    body: { record: id, text: 'Ask the envoy.', anchor: { ...makeAnchor(first, 0, 12) } },
  });
  await client.records.create({
    kind: 'comment',
    body: { record: id, text: 'Is this still so?', anchor: { ...makeAnchor(second, 0, 12) } },
  });
  const gone = { block: 'gone', quote: 'words that are gone', before: '', after: '' };
  await client.records.create({ kind: 'annotation', body: { record: id, text: 'Kept.', anchor: gone } });
  await client.records.cut({ id });
  const added = { type: 'paragraph', attrs: { id: 'added' }, content: [{ type: 'text', text: 'A line is added.' }] };
  await client.records.edit({ id, changes: { body: { ...text, content: [...text.content, added] } } });
}
