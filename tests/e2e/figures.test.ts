import AxeBuilder from '@axe-core/playwright';
import { expect, it } from 'vitest';
import { isJsonObject } from '../../domain/records/json.ts';
import { objects } from '../../domain/records/text.ts';
import { aPng, chunk } from '../core/annexes/aPicture.ts';
import { aDocument } from '../helpers/aSession.ts';
import { anOpenDesk, takePicture } from '../helpers/aWindow.ts';

it('a picture that is pasted becomes a figure: what there is to see is asked, its caption is written, and all of it by keyboard', async () => {
  const desk = await anOpenDesk();
  const { id } = await desk.client.records.create({
    kind: 'paper',
    body: { title: 'Bridges', type: 'update', body: aDocument('Before it.', '') },
  });
  const page = await desk.window(`/papers/${id}`);
  const text = page.locator('[data-editor="body"] [role=textbox]').first();
  await text.click();
  await page.keyboard.press('Control+End');
  const png = aPng(480, 270, [chunk('tEXt', Buffer.from('Author\0Somebody'))]).toString('base64');
  const paste = (content: string, type: string) =>
    page.evaluate(`{
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob('${content}'), (sign) => sign.charCodeAt(0));
      data.items.add(new File([bytes], 'bridge.png', { type: '${type}' }));
      const text = document.querySelector('[data-editor="body"] [role=textbox]');
      text.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }`);
  // What is no picture is refused in a sentence, and nothing is changed.
  await paste(Buffer.from('no picture').toString('base64'), 'image/png');
  await page.getByText('A figure is a PNG or JPEG picture.').first().waitFor();
  await paste(png, 'image/png');
  const seen = page.getByLabel('What there is to see');
  await expect.poll(() => seen.evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
  await page.keyboard.type('A bridge over a river');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The crossing at Osk');
  await page.keyboard.press('Enter');
  await page.keyboard.type('After it.');
  const figures = async () => {
    const { body } = await desk.client.records.read({ id });
    const content = isJsonObject(body.body) ? objects(body.body.content) : [];
    return content.map(({ type, attrs, content: inside }) => [
      type,
      isJsonObject(attrs) ? (attrs.alt ?? '') : '',
      objects(inside)[0]?.text ?? '',
    ]);
  };
  const whole = [
    ['paragraph', '', 'Before it.'],
    ['figure', 'A bridge over a river', 'The crossing at Osk'],
    ['paragraph', '', 'After it.'],
  ];
  await expect.poll(figures, { timeout: 30_000 }).toEqual(whole);
  const { body } = await desk.client.records.read({ id });
  const [file] = objects(body.attachments);
  expect(file).toMatchObject({ name: 'bridge.png', mediaType: 'image/png' });
  await page.reload();
  const picture = page.getByRole('img', { name: 'A bridge over a river' });
  await expect.poll(() => picture.evaluate((one) => 'naturalWidth' in one && one.naturalWidth)).toBe(480);
  await takePicture(page, 'figure');
  const { violations } = await new AxeBuilder({ page }).include('[data-editor]').analyze();
  expect(violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ target }) => target)])).toEqual([]);
  // Taken out with the same key twice, and back again.
  await page.getByText('The crossing at Osk').click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await expect.poll(figures, { timeout: 30_000 }).toEqual([whole[0], whole[2]]);
  await page.keyboard.press('Control+z');
  await expect.poll(figures, { timeout: 30_000 }).toEqual(whole);
  // A reference to it by keyboard: it says what the figure is called now, and leads there and back.
  await text.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' See ');
  await page.keyboard.press('Control+Alt+x');
  await page.getByLabel('Place in the paper').first().waitFor();
  await page.keyboard.type('crossing');
  await page.getByRole('option', { name: /^Figure.1 .*The crossing at Osk$/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.type('.');
  const chip = text.locator('[data-paper]');
  const says = () => chip.textContent();
  await expect.poll(says).toBe('Figure\u00a01');
  const stored = async () => JSON.stringify((await desk.client.records.read({ id })).body.body);
  await expect.poll(stored, { timeout: 30_000 }).toContain('"crossReference"');
  expect(await stored()).not.toContain('Figure');
  await takePicture(page, 'cross-reference');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('figure.ProseMirror-selectednode').count()).toBe(1);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => page.locator('figure.ProseMirror-selectednode').count()).toBe(0);
  await page.getByText('The crossing at Osk').click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await expect.poll(says, { timeout: 30_000 }).toBe('[place not found]');
  await page.keyboard.press('Control+z');
  await expect.poll(says, { timeout: 30_000 }).toBe('Figure\u00a01');
});
