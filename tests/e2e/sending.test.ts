import { join } from 'node:path';
import type { Download, Page } from '@playwright/test';
import { expect, it } from 'vitest';
import { aFolder } from '../helpers/aVault.ts';
import { anExerciseDesk, takePicture } from '../helpers/aWindow.ts';
import { dropFiles } from '../helpers/dropFiles.ts';
import { lookAtOnce } from '../helpers/lookAtScreens.ts';
import { openByHand } from '../helpers/openByHand.ts';

async function choose(page: Page, field: string, value: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).fill(value);
  await page.getByRole('option', { name: value }).first().click();
}

it('seals for two invited bodies in one go: a file of its own for each, under words of its own, whose name tells nothing', async () => {
  const { client, ...desk } = await anExerciseDesk();
  const [meeting] = await client.records.list({ kind: 'meeting' });
  const invited = (await client.records.list({ kind: 'organisation' })).filter(
    ({ body }) => body.membership === 'invited',
  );
  const names = invited.slice(0, 2).map(({ body }) => String(body.name));
  const page = await desk.window(`/exchange/send?meeting=${meeting?.id}&purpose=open-session`);
  for (const name of names) await choose(page, 'Which invited bodies', name);
  await page.getByRole('switch', { name: /^Somebody without keys/ }).click();
  await page.getByText(/^Five words are drawn for each file/).waitFor();
  await page.getByText(/^\d+ records go$/).waitFor();
  const downloads: Download[] = [];
  page.on('download', (download) => downloads.push(download));
  await page.getByRole('button', { name: 'Seal 2 bundles' }).click();
  await page.getByRole('heading', { name: 'Sealed', level: 1 }).waitFor();
  expect(await lookAtOnce(page)).toEqual([]);
  await takePicture(page, 'sending-sealed');
  await expect.poll(() => downloads.length).toBe(2);
  const files = downloads.map((download) => download.suggestedFilename());
  const listed = await page.getByRole('table').locator('tbody tr td > span').allTextContents();
  expect(listed).toEqual(files);
  for (const file of files) expect(file).toMatch(/^amberdesk-\d{4}-\d{2}-\d{2}-[a-z2-9]{4}\.amber$/);
  const words = await Promise.all(
    names.map(async (name) => (await page.getByRole('status', { name: `Passphrase for ${name}` }).textContent()) ?? ''),
  );
  expect(new Set(words).size).toBe(2);

  // The words of one open its file, and not the other.
  const folder = aFolder();
  for (const [index, download] of downloads.entries()) await download.saveAs(join(folder, files[index] ?? ''));
  const open = (file: number, word: number) =>
    client.exchange.open({ file: join(folder, files[file] ?? ''), passphrase: words[word] ?? '' });
  await expect(open(0, 1)).rejects.toMatchObject({ code: 'bundle.passphrase' });
  await expect(open(1, 0)).rejects.toMatchObject({ code: 'bundle.passphrase' });
  // Of our own bundles it is known that they were sealed here.
  await expect(open(0, 0)).rejects.toMatchObject({ code: 'bundle.repeated' });

  // The files do not say for whom they are; this desk knows.
  const meant = (await client.exchange.bundles({})).map((bundle) => bundle.meant);
  expect(new Set(meant.flat()).size).toBe(2);

  // Shown once.
  await page.getByRole('button', { name: 'I have noted them' }).first().click();
  await page.getByRole('status', { name: `Passphrase for ${names[0]}` }).waitFor({ state: 'detached' });

  // One of them answers on the form that came with it: it is dropped, looked at, corrected and taken in.
  const opened = await openByHand(join(folder, files[0] ?? ''), words[0] ?? '');
  const form = opened.get('reply/REPLY.txt')?.toString('utf8') ?? '';
  expect([...opened.keys()]).toContain('print/agenda.pdf');
  const filled = [
    'O1',
    'Wells that we look after',
    'Sorrelfield has water again.',
    'A. Adeyemi',
    'yes',
    'board',
  ].reduce(
    (text, value, at) => text.replace(new RegExp(`(\\[\\[${at + 1} [^\\]]*\\]\\]\\r\\n)`), (mark) => `${mark}${value}`),
    form,
  );
  await page.getByRole('link', { name: 'Exchange', exact: true }).first().click();
  await page.getByRole('heading', { name: 'Exchange', level: 1 }).waitFor();
  await dropFiles(page, [{ name: 'answer.txt', bytes: Buffer.from(filled.replace(/^/gm, '> ')) }]);
  await page.getByText('Sorrelfield has water again.').waitFor();
  await page.getByText('By its reference it answers a bundle').waitFor();
  await page.getByRole('switch', { name: 'The body may be named as its author', checked: true }).waitFor();
  await page.getByRole('radio', { name: 'The board (TLP:AMBER)', checked: true }).waitFor();
  expect(await lookAtOnce(page)).toEqual([]);
  await takePicture(page, 'reply-read');
  await page.getByRole('textbox', { name: 'Title of the paper' }).fill('Wells in Lowmere');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Wells in Lowmere', level: 1 }).waitFor();
  await page.getByText('from outside, unverified').first().waitFor();
  await takePicture(page, 'reply-paper');
  await page.getByRole('button', { name: 'Verify where it comes from…' }).click();
  await page.getByRole('textbox', { name: 'How you made sure' }).fill('Asked them by telephone.');
  await takePicture(page, 'reply-verify');
  await page.getByRole('button', { name: 'Note it as verified' }).click();
  await page.getByText('from outside, verified').first().waitFor();
  // The act is taken back as everything is, and so is taking it in.
  await page.keyboard.press('Control+z');
  await page.getByText('from outside, unverified').first().waitFor();
  const [item] = (await client.records.list({ kind: 'agendaItem' })).filter(({ body }) => body.openNumber === 'O1');
  const [paper] = (await client.records.list({ kind: 'paper' })).filter(({ title }) => title === 'Wells in Lowmere');
  expect(item?.body.papers).toContain(paper?.id);
  await page.keyboard.press('Control+z');
  await page.getByText(/^This record was deleted/).waitFor();
  const after = await client.records.list({ kind: 'agendaItem' });
  expect(after.find(({ id }) => id === item?.id)?.body.papers).not.toContain(paper?.id);

  // Had the body been asked for a paper, its answer is that paper: over what was begun there, once a person says so.
  const text = {
    type: 'doc',
    content: [{ type: 'paragraph', attrs: { id: 'a' }, content: [{ type: 'text', text: 'Begun here.' }] }],
  };
  const { papers } = await client.papers.commission({
    ...{ meeting: meeting?.id, language: 'en', due: '2027-02-01' },
    papers: [{ title: 'Pumps in Lowmere', type: 'csoInput', from: [...invited.slice(0, 1).map(({ id }) => id)] }],
  });
  for (const id of papers) await client.records.edit({ id, changes: { body: text } });
  await page.getByRole('link', { name: 'Exchange', exact: true }).first().click();
  await page.getByRole('heading', { name: 'Exchange', level: 1 }).waitFor();
  await dropFiles(page, [{ name: 'pumps.txt', bytes: Buffer.from(filled.replace('water again', 'pumps again')) }]);
  await page.getByRole('combobox', { name: 'What it becomes' }).waitFor();
  await page.getByRole('heading', { name: 'Pumps in Lowmere' }).waitFor();
  const take = page.getByRole('button', { name: 'Take it in, unverified' });
  expect(await take.isDisabled()).toBe(true);
  await page.getByRole('checkbox', { name: 'What is written there gives way to this text' }).check();
  await expect.poll(() => take.isEnabled()).toBe(true);
  expect(await lookAtOnce(page)).toEqual([]);
  await takePicture(page, 'reply-commissioned');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Pumps in Lowmere', level: 1 }).waitFor();
  await page.getByText('Sorrelfield has pumps again.').waitFor();
  await page.getByText('from outside, unverified').first().waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('Begun here.').waitFor();
}, 240_000);
