import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { RichText } from '../../domain/papers/richText.ts';
import type { RecordId } from '../../domain/records/ids.ts';
import { isJsonObject, type Json, type JsonObject } from '../../domain/records/json.ts';
import { objects, text } from '../../domain/records/text.ts';
import { ROOT } from '../../scripts/run.ts';
import { aDocument } from '../helpers/aSession.ts';
import { anExerciseDesk, anOpenDesk, type Desk, takePicture } from '../helpers/aWindow.ts';

const fixture = (name: string) => readFileSync(join(ROOT, 'tests', 'e2e', 'fixtures', `${name}.html`), 'utf8');
const editor = (page: Page): Locator => page.locator('[data-editor="body"] [role=textbox]').first();
const tool = (page: Page, name: string): Locator =>
  page.getByRole('toolbar').getByRole('button', { name, exact: true });
/** A page behind another one draws nothing and takes no keys. */
const inFront = async (page: Page): Promise<Page> => {
  await page.bringToFront();
  return page;
};

async function aPaperDesk(body?: JsonObject): Promise<{ desk: Desk; id: RecordId; page: Page }> {
  const desk = await anOpenDesk();
  desk.context.setDefaultTimeout(15_000);
  const { id } = await desk.client.records.create({
    kind: 'paper',
    body: { title: 'Update', type: 'update', ...(body && { body }) },
  });
  const page = await desk.window(`/papers/${id}`);
  await editor(page).waitFor();
  return { desk, id, page };
}

async function blocks(desk: Desk, id: RecordId): Promise<JsonObject[]> {
  const { body } = await desk.client.records.read({ id });
  const document = RichText.safeParse(body.body);
  return document.success ? document.data.content : [];
}

/** A block in one line: `heading: Access`, `bulletList[listItem[…]]`. */
function outline(node: Json): string {
  if (!isJsonObject(node)) return '';
  if (node.type === 'text') {
    const marks = objects(node.marks).map((mark) => text(mark.type));
    return `${text(node.text)}${marks.length > 0 ? `{${marks.sort().join()}}` : ''}`;
  }
  const isLine = ['paragraph', 'heading', 'footnote'].includes(text(node.type));
  const inside = objects(node.content)
    .map(outline)
    .join(isLine ? '' : ' ');
  return node.type === 'paragraph' ? inside : `${text(node.type)}[${inside}]`;
}
const outlines = async (desk: Desk, id: RecordId) => (await blocks(desk, id)).map(outline);
const expectOutlines = (desk: Desk, id: RecordId) => expect.poll(() => outlines(desk, id), { timeout: 20_000 });

async function paste(page: Page, html: string, plain = ''): Promise<void> {
  const [rich, words] = [JSON.stringify(html), JSON.stringify(plain)];
  await page.evaluate(`{
    const data = new DataTransfer();
    data.setData('text/html', ${rich});
    data.setData('text/plain', ${words});
    const text = document.querySelector('[data-editor="body"] [role=textbox]');
    text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }`);
}

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).include('[data-editor]').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
}

describe('the editor of long texts', () => {
  it('writes every kind of block by keyboard and tools, saves without a button, and has it after a reload', async () => {
    const { desk, id, page } = await aPaperDesk();
    await editor(page).click();
    await page.keyboard.type('# Access');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Convoys are ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('late');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('.');
    await page.keyboard.press('Control+Alt+f');
    await page.keyboard.type('Counted at the crossing.');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.keyboard.type('- the ferry');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('in the dry season');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('1. ask');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('> as it was said');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('---');
    await tool(page, 'Table').click();
    await page.getByRole('menuitem', { name: 'Insert a table' }).click();
    await page.keyboard.type('Month');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Days');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Graded');
    await page.getByRole('textbox', { name: 'Caption of the table' }).fill('Days of access');
    await expectOutlines(desk, id).toEqual([
      'heading[Access]',
      'Convoys are late{bold}.footnote[Counted at the crossing.]',
      'bulletList[listItem[the ferry bulletList[listItem[in the dry season]]]]',
      'orderedList[listItem[ask]]',
      'blockquote[as it was said]',
      'horizontalRule[]',
      'table[tableRow[tableHeader[Month] tableHeader[Days] tableHeader[Graded]] tableRow[tableCell[] tableCell[] tableCell[]] tableRow[tableCell[] tableCell[] tableCell[]]]',
    ]);
    await expect
      .poll(async () => (await blocks(desk, id)).at(-1), { timeout: 20_000 })
      .toMatchObject({ attrs: { caption: 'Days of access' } });
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Footnote 1', exact: true }).waitFor();
    await accessible(page);
    const ids = (await blocks(desk, id)).map((block) => (isJsonObject(block.attrs) ? block.attrs.id : ''));
    await page.reload();
    await page.getByText('in the dry season').waitFor();
    expect((await blocks(desk, id)).map((block) => (isJsonObject(block.attrs) ? block.attrs.id : ''))).toEqual(ids);
    // A block that is split keeps its id on the first part.
    await page.getByText('Convoys are').click();
    await page.keyboard.press('Home');
    for (let at = 0; at < 7; at++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expectOutlines(desk, id).toContain('Convoys');
    const [, first] = await blocks(desk, id);
    expect(first).toMatchObject({ attrs: { id: ids[1] } });
    await page.keyboard.press('Control+z');
    await expectOutlines(desk, id).toContain('Convoys are late{bold}.footnote[Counted at the crossing.]');
    // What is typed on a chosen note is its text; it never takes the note's place.
    await page.getByRole('button', { name: 'Footnote 1', exact: true }).click();
    await page.keyboard.type(' Twice.');
    await expectOutlines(desk, id).toContain('Convoys are late{bold}.footnote[Counted at the crossing. Twice.]');
  });

  it('sets paragraphs apart as a stricter portion, edits it in its place, takes it back, and undoes each', async () => {
    const desk = await anExerciseDesk();
    desk.context.setDefaultTimeout(15_000);
    const paper = (await desk.client.records.list({ kind: 'paper' })).find(({ title }) => title.startsWith('CB/8/4 '));
    if (paper === undefined) throw new TypeError('The exercise has no paper CB/8/4.');
    const page = await desk.window(`/papers/${paper.id}`);
    await page.getByText('The registers now cover').waitFor();
    await takePicture(page, 'editor');
    await accessible(page);
    const words = async () => JSON.stringify((await desk.client.records.read({ id: paper.id })).body.body);

    // A looser mark in the margin.
    await page.getByText('The network has received').click();
    await page.keyboard.press('Control+Alt+m');
    await page.getByRole('menuitem', { name: 'TLP:GREEN' }).click();
    await expect
      .poll(
        async () =>
          (await blocks(desk, paper.id)).filter(({ attrs }) => isJsonObject(attrs) && attrs.mark === 'TLP:GREEN')
            .length,
      )
      .toBe(4);

    // The mark in the margin opens the same choice; Escape goes back to the text.
    const place = await editor(page).locator('> p', { hasText: 'Three features recur' }).boundingBox();
    await page.mouse.click((place?.x ?? 0) + 130, (place?.y ?? 0) + 12);
    await page.getByRole('menuitem', { name: 'TLP:CLEAR' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menuitem').first().waitFor({ state: 'detached' });
    expect(await editor(page).evaluate('document.activeElement?.getAttribute("role")')).toBe('textbox');

    // Right after the text got the keyboard, its start is where the cursor goes, and where it stays.
    await page.keyboard.press('Control+Home');
    await page.evaluate('new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(() => seen(0))))');
    const isAtStart = 'document.activeElement.firstElementChild.contains(getSelection().focusNode)';
    expect(await page.evaluate(isAtStart)).toBe(true);

    // Its strict portion opens in its place.
    const before = (await desk.client.papers.portions({ paper: paper.id })).length;
    await page.getByRole('button', { name: 'Open its text' }).first().click();
    await page.getByText('The officer who commands').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Heard twice.');
    const [red] = (await desk.client.papers.portions({ paper: paper.id })).filter(({ label }) => label === 'TLP:RED');
    const portion = async (record: RecordId) =>
      JSON.stringify((await desk.client.records.read({ id: record })).body.body);
    if (red === undefined) throw new TypeError('CB/8/4 has no portion marked TLP:RED.');
    await expect.poll(() => portion(red.portion), { timeout: 20_000 }).toContain('Heard twice.');
    expect(await words()).not.toContain('Heard twice.');

    // Another one is set apart, undone, done again, and taken back.
    await page.getByText('The registers now cover').click();
    await page.keyboard.press('Control+Alt+m');
    await page.getByRole('menuitem', { name: 'TLP:AMBER+STRICT' }).click();
    await expect.poll(words, { timeout: 20_000 }).not.toContain('The registers now cover');
    await page.getByText('The registers now cover').waitFor({ state: 'detached' });
    expect(await desk.client.papers.portions({ paper: paper.id })).toHaveLength(before + 1);
    await takePicture(page, 'editor-portion');
    await editor(page).focus();
    await page.keyboard.press('Control+z');
    await expect.poll(words, { timeout: 20_000 }).toContain('The registers now cover');
    await page.getByText('The registers now cover').waitFor();
    await page.evaluate('document.activeElement.blur()');
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(words, { timeout: 20_000 }).not.toContain('The registers now cover');
    const takeBack = page.getByRole('button', { name: 'Take back into the paper' });
    await expect.poll(() => takeBack.count()).toBe(before + 1);
    await takeBack.first().click();
    await expect.poll(words, { timeout: 20_000 }).toContain('The registers now cover');
    expect(await desk.client.papers.portions({ paper: paper.id })).toHaveLength(before);
  });

  it('pastes from Word and the web without rubbish, and what is hostile is harmless', async () => {
    const { desk, id, page } = await aPaperDesk();
    await editor(page).click();
    await paste(page, fixture('word'));
    await expectOutlines(desk, id).toEqual([
      'heading[Access in Hallin]',
      'Convoys reached the town on nine days{bold} in February{italic}, as the access report{link} says.footnote[Counted by the monitors at the Marren{italic} crossing.]',
      'bulletList[listItem[the ferry road bulletList[listItem[open in the dry season]]] listItem[the bridge at Osk]]',
      'Then:',
      'orderedList[listItem[ask for fuel] listItem[ask for airtime]]',
      'table[tableRow[tableCell[Month{bold}] tableCell[Days{bold}]] tableRow[tableCell[February] tableCell[9]]]',
      'Map:',
    ]);
    await page.getByText('2 pictures were left out; add them as attachments.').waitFor();
    const whole = async () => JSON.stringify(await blocks(desk, id));
    expect(await whole()).toContain('"href":"https://example.org/access?month=2"');
    expect(await whole()).not.toMatch(/mso|utm_|Mso|style|class/);

    await page.keyboard.press('Control+a');
    await paste(page, fixture('web'));
    await expectOutlines(desk, id).toEqual([
      'heading[River ports of Karsenia]',
      'By the harbour desk3 February',
      'Two licences{bold} were renewed, quietly{italic}, on the same day{link}footnote[Gazette of 1 February.].',
      'The port at dusk',
      'bulletList[listItem[Marren bulletList[listItem[north quay]]] listItem[Osk]]',
      'blockquote[Nothing left the quay.]',
      'table[tableRow[tableHeader[Port] tableHeader[Licences]] tableRow[tableCell[Marren] tableCell[4]] tableRow[tableCell[Osk: none]]]',
      'codeBlock[A  B\n C]',
    ]);
    await page.getByText('1 picture was left out; add it as an attachment.').waitFor();
    expect(await whole()).toMatch(/"caption":"Licences by port"/);
    expect(await whole()).not.toMatch(/fbclid|track|color/);

    await page.keyboard.press('Control+a');
    await paste(page, `${fixture('hostile')}${'<div>'.repeat(10_000)}deep words${'</div>'.repeat(10_000)}`);
    await expectOutlines(desk, id).toEqual([
      'Safe words',
      'a link another data',
      'Over the page',
      'More words',
      'inside',
      'deep words',
    ]);
    expect(await page.evaluate('window.hurt')).toBeUndefined();
    expect(await page.locator('[data-editor] :is(script, iframe, svg[onload], form, img, object)').count()).toBe(0);

    await page.keyboard.press('Control+a');
    const row = `<tr>${'<td>1</td>'.repeat(200)}</tr>`;
    await paste(page, `<table>${row}${row}</table>${'<ul><li>'.repeat(150)}deepest${'</li></ul>'.repeat(150)}`);
    await page.getByText('A table has 200 columns').waitFor();
    await expect.poll(whole, { timeout: 20_000 }).toContain('deepest');
    const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(wide).toBe(0);

    // Too long for one paste: nothing is changed, and it becomes a paper of its own.
    const kept = await whole();
    const long = Array.from({ length: 2_000 }, (_, at) => `<p>${`word${at} `.repeat(100)}</p>`).join('');
    await paste(page, `<h1>A long report</h1>${long}`, `A long report\n${'word '.repeat(200_000)}`);
    await page.getByText('This is too long to be pasted into a text').waitFor();
    expect(await whole()).toBe(kept);
    await page.getByRole('button', { name: 'Make it a paper' }).click();
    await expect
      .poll(async () => (await desk.client.records.list({ kind: 'paper' })).map(({ title }) => title), {
        timeout: 60_000,
      })
      .toContain('A long report');
  });

  it('finds, counts and replaces words in the text', async () => {
    const { desk, id, page } = await aPaperDesk(aDocument('The river rises.', 'Rivers and river ports.', 'No water.'));
    await page.getByText('The river rises.').click();
    await page.keyboard.press('Control+h');
    await page.getByRole('textbox', { name: 'Find in the text' }).fill('river');
    await page.getByText('3 places', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Whole words only' }).click();
    await page.getByText('2 places', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Find in the text' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+h');
    await page.getByRole('textbox', { name: 'Find in the text' }).fill('river');
    await page.getByRole('textbox', { name: 'Find in the text' }).press('Enter');
    await page.getByText('of 3', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Capitals matter' }).click();
    await page.getByRole('textbox', { name: 'Replace with' }).fill('stream');
    await page.getByRole('button', { name: 'Replace all' }).click();
    await expectOutlines(desk, id).toEqual(['The stream rises.', 'Rivers and stream ports.', 'No water.']);
    await accessible(page);
  });

  it('keeps what two windows type in one text, without moving the cursor, and tells of what both changed', async () => {
    const { desk, id, page: one } = await aPaperDesk(aDocument('First.', 'Second.', 'Third.'));
    const two = await desk.window(`/papers/${id}`);
    await editor(two).getByText('Second.').click();
    await two.keyboard.press('End');
    await two.keyboard.type(' From two.');
    await editor(await inFront(one))
      .getByText('First.')
      .click();
    await one.keyboard.press('End');
    await one.keyboard.type(' From one');
    await expectOutlines(desk, id).toEqual(['First. From one', 'Second. From two.', 'Third.']);
    await editor(one).getByText('From two.').waitFor();
    // The cursor is where it was.
    await one.keyboard.type(', on.');
    await expectOutlines(desk, id).toEqual(['First. From one, on.', 'Second. From two.', 'Third.']);

    // Both change one paragraph: the vault's change comes between typing and saving.
    await one.keyboard.press('End');
    await one.keyboard.type(' Mine.');
    const content = await blocks(desk, id);
    await desk.client.records.edit({
      id,
      changes: { body: { type: 'doc', content: [...objects(aDocument('Theirs.').content), ...content.slice(1)] } },
    });
    await one.getByText('This was changed elsewhere too.').waitFor();
    await expectOutlines(desk, id).toEqual([expect.stringContaining('Mine.'), 'Second. From two.', 'Third.']);
    await one.getByRole('button', { name: 'Take the other' }).click();
    await expectOutlines(desk, id).toEqual(['Theirs.', 'Second. From two.', 'Third.']);

    // A text with something that this version does not know is shown whole and not changed.
    const newer = {
      type: 'doc',
      content: [...content, { type: 'map', attrs: { id: 'm' }, content: [{ type: 'text', text: 'A map of ports' }] }],
    };
    const { id: unknown } = await desk.client.records.create({
      kind: 'paper',
      body: { title: 'From later', body: newer },
    });
    const third = await inFront(await desk.window(`/papers/${unknown}`));
    await third.getByText('A map of ports').waitFor();
    await third.getByText('This text has parts from a newer version of the program.').waitFor();
    expect(await editor(third).count()).toBe(0);
  });
});
