import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import type { RecordId } from '../../domain/records/ids.ts';
import type { JsonObject } from '../../domain/records/json.ts';
import { own } from '../../domain/records/own.ts';
import { objects } from '../../domain/records/text.ts';
import { aFolder } from '../helpers/aVault.ts';
import { anExerciseDesk, anOpenDesk, type Desk, takePicture } from '../helpers/aWindow.ts';
import { dropFiles } from '../helpers/dropFiles.ts';
import { aCapitalsDesk, sealFor, twoDesks } from '../helpers/twoDesks.ts';

async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target, html }) => [target, html])])).toEqual([]);
}

/** Light, dark and French, for somebody to look at. */
async function pictures({ client }: Desk, page: Page, name: string): Promise<void> {
  await takePicture(page, name);
  await page.emulateMedia({ colorScheme: 'dark' });
  await accessible(page);
  await takePicture(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: 'light' });
  await client.preferences.write({ name: 'look.language', value: 'fr' });
  await page.locator('html[lang="fr"]').waitFor();
  await takePicture(page, `${name}-fr`);
  await client.preferences.write({ name: 'look.language', value: 'en' });
  await page.locator('html[lang="en"]').waitFor();
}

const heading = (page: Page, name: string | RegExp, level = 1) => page.getByRole('heading', { name, level });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** The paper of this symbol. */
async function paperOf({ client }: Desk, symbol: string): Promise<{ id: RecordId; body: JsonObject }> {
  const paper = (await client.records.list({ kind: 'paper' })).find(({ body }) => body.number === symbol);
  if (paper === undefined) throw new TypeError(`There is no paper ${symbol}.`);
  return paper;
}

/** A document with its second paragraph written anew. */
function rewritten(document: unknown, text: string): JsonObject {
  if (typeof document !== 'object' || document === null) throw new TypeError('This is no document.');
  const copy: JsonObject = structuredClone({ ...document });
  const paragraph = objects(copy.content).filter(({ type }) => type === 'paragraph')[1];
  if (paragraph === undefined) throw new TypeError('There is no second paragraph.');
  paragraph.content = [{ type: 'text', text }];
  return copy;
}

const UNTIL = 'before the first provincial election';
const BEFORE = `Governments should offer the radio regulator equipment and training ${UNTIL}, and report on use.`;
const OURS = `Governments should offer the radio regulator training and a roster of on-call linguists ${UNTIL}, and report on use.`;
const THEIRS = `Governments are invited to offer the radio regulator equipment and training ${UNTIL}, subject to a human-rights assessment, and report on use.`;
const BOTH = `Governments are invited to offer the radio regulator training and linguists ${UNTIL}, and report on use.`;

describe('exchange', () => {
  it('carries a dossier to a capital and its answer back, with what is in conflict resolved by keyboard and undone', async () => {
    const { secretariat, capital } = await twoDesks();
    const meeting = (await secretariat.client.records.list({ kind: 'meeting' }))[0];
    const written = await paperOf(secretariat, 'CB/8/4');
    await secretariat.client.records.edit({
      id: written.id,
      changes: { body: rewritten(written.body.body, BEFORE) },
    });

    // The Secretariat sees what goes before it seals.
    const desk = await secretariat.window(`/exchange/send?meeting=${meeting?.id}`);
    await desk.getByText(/^\d+ records go$/).waitFor();
    await desk.getByRole('checkbox', { name: /Northmark/ }).waitFor();
    await desk.getByRole('switch', { name: 'Only what is withheld' }).check();
    await desk.getByText('withheld', { exact: true }).first().waitFor();
    await accessible(desk);
    await pictures(secretariat, desk, 'exchange-send');
    const download = desk.waitForEvent('download');
    await button(desk, 'Seal the bundle').click();
    const file = join(aFolder(), (await download).suggestedFilename());
    await (await download).saveAs(file);
    expect(file).toMatch(/amberdesk-\d{4}-\d{2}-\d{2}\.amber$/);
    await heading(desk, 'For Northmark').waitFor();
    await desk.getByText(/^\d+ records went$/).waitFor();
    await accessible(desk);
    await pictures(secretariat, desk, 'exchange-sent');

    // The capital drops it anywhere, reads, takes some, and then the rest.
    const window = await capital.window('/people');
    await heading(window, 'People').waitFor();
    await dropFiles(window, [file], async () => {
      await window.getByText('Drop the files here').waitFor();
      await takePicture(window, 'exchange-drop');
    });
    await heading(window, 'From Secretariat').waitFor();
    await window.getByText('1, nothing missing before it').waitFor();
    await accessible(window);
    await button(window, 'Accept some…').click();
    const list = window.getByRole('listbox', { name: 'New' });
    await list.focus();
    await window.keyboard.press('Home');
    await window.keyboard.press('Space');
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('Space');
    await pictures(capital, window, 'exchange-accept-some');
    await button(window, 'Accept 2 records').click();
    await window.getByText(/^Accepted in part/).waitFor();
    expect((await capital.client.exchange.bundles({}))[0]?.standing).toBe('partly');
    await button(window, /^Accept all/).click();
    await window.getByText(/^Accepted. It can be taken back/).waitFor();
    const { id, body } = await paperOf(capital, 'CB/8/4');

    // Both change the same paragraph and date; the capital answers.
    await capital.client.records.edit({
      id,
      changes: { due: '2027-02-20', purpose: 'For decision', body: rewritten(body.body, THEIRS) },
    });
    await secretariat.client.records.edit({
      id,
      changes: { due: '2027-02-12', body: rewritten(body.body, OURS) },
    });
    const answer = await sealFor(capital, { of: 'everything' }, 'contribution', meeting?.id);

    await dropFiles(desk, [answer]);
    await heading(desk, 'From Northmark').waitFor();
    await heading(desk, /^CB\/8\/4 /, 2).waitFor();
    await desk.getByRole('radio', { name: 'Take theirs' }).waitFor();
    await accessible(desk);
    await pictures(secretariat, desk, 'exchange-received');
    await button(desk, /^Accept, review 1$/).click();
    await desk.getByText(/^Accepted. It can be taken back/).waitFor();
    await desk.getByRole('navigation', { name: 'Places' }).getByText('1', { exact: true }).waitFor();

    // In the one place for conflicts, by keyboard alone.
    await desk.keyboard.press('Control+k');
    await desk.keyboard.type('Go to conflicts');
    await desk.keyboard.press('Enter');
    await heading(desk, 'Conflicts').waitFor();
    await desk.getByText('Text, paragraph 2').waitFor();
    const due = desk.getByRole('group', { name: 'Due date' });
    await due.getByRole('radio').first().focus();
    await desk.keyboard.press('Space');
    const text = desk.getByRole('group', { name: 'Text, paragraph 2' });
    await text.getByRole('radio', { name: 'Write the result' }).focus();
    await desk.keyboard.press('Space');
    await text.getByRole('textbox').focus();
    await desk.keyboard.press('Control+a');
    await desk.keyboard.type(BOTH);
    await accessible(desk);
    await pictures(secretariat, desk, 'conflicts');
    await desk.keyboard.press('Control+Enter');
    await desk.getByText('Nothing is in conflict', { exact: true }).waitFor();
    const resolved = await secretariat.client.records.read({ id });
    expect(resolved).toMatchObject({ conflicted: false, body: { due: '2027-02-12', purpose: 'For decision' } });
    expect(JSON.stringify(resolved.body)).toContain(BOTH);

    await heading(desk, 'Conflicts').click();
    await desk.keyboard.press('Control+z');
    await desk.getByText('Text, paragraph 2').waitFor();
    expect((await secretariat.client.records.read({ id })).conflicted).toBe(true);
    await desk.keyboard.press('Control+Shift+z');
    await desk.getByText('Nothing is in conflict', { exact: true }).waitFor();

    // Something was built on the import: it is not taken back as a whole any more.
    await desk.getByRole('link', { name: 'Exchange', exact: true }).first().click();
    await accessible(desk);
    await pictures(secretariat, desk, 'exchange');
    await desk.getByRole('link', { name: /^From Northmark/ }).click();
    await button(desk, 'Take the whole import back').click();
    await desk.getByText('Something was built on this import since.').waitFor();
  }, 300_000);

  it('declines, takes later, and takes a whole import back', async () => {
    const { secretariat, capital } = await twoDesks();
    const file = await sealFor(secretariat, { of: 'everything' }, 'dossier');
    const page = await capital.window('/exchange');
    await page.getByText('Nothing received yet').waitFor();
    await accessible(page);
    await dropFiles(page, [file]);
    await heading(page, 'From Secretariat').waitFor();
    await button(page, 'Decline').click();
    await page.getByText(/^Declined. It stays here/).waitFor();
    expect(await capital.client.records.list({ kind: 'paper' })).toEqual([]);
    await button(page, /^Accept the \d+ declined$/).click();
    await page.getByText(/^Accepted. It can be taken back/).waitFor();
    expect(await capital.client.records.list({ kind: 'paper' })).not.toEqual([]);
    await button(page, 'Take the whole import back').click();
    await button(page, /^Accept all/).waitFor();
    expect(await capital.client.records.list({ kind: 'paper' })).toEqual([]);

    // The same file again is recognised.
    await dropFiles(page, [file, file]);
    await expect.poll(() => page.getByText('It is here already; nothing was changed.').count()).toBe(2);
  }, 180_000);

  it('tells of twenty files what was done with each, and loses none', async () => {
    const { secretariat, capital } = await twoDesks();
    const stranger = await anOpenDesk({ role: 'member' });
    const folder = aFolder();
    const whole = await sealFor(secretariat, { of: 'everything' }, 'dossier');
    const card = join(folder, 'stranger.ambercard');
    await stranger.client.exchange.saveCard({ file: card });
    const bytes = readFileSync(whole);
    const tampered = Buffer.from(bytes);
    tampered[bytes.length - 100] = (tampered[bytes.length - 100] ?? 0) ^ 1;
    const words = 'a quiet river at dawn';
    const secret = join(folder, 'secret.amber');
    await secretariat.client.exchange.seal({
      selection: { of: 'everything' },
      audience: { kind: 'board' },
      addressees: [],
      passphrase: words,
      purpose: 'dossier',
      file: secret,
    });
    const others = Array.from({ length: 12 }, (_, index) => ({
      name: `scan ${index + 1}.xyz`,
      bytes: new Uint8Array([index]),
    }));
    const page = await capital.window('/people');
    await heading(page, 'People').waitFor();
    const before = (await capital.client.exchange.bundles({})).length;
    await dropFiles(page, [
      { name: 'truncated.amber', bytes: bytes.subarray(0, bytes.length / 2) },
      { name: 'tampered.amber', bytes: tampered },
      { name: 'junk.amber', bytes: new Uint8Array(1_000_000).fill(7) },
      { name: 'empty.amber', bytes: new Uint8Array() },
      secret,
      card,
      ...others,
      whole,
      { name: 'bad.ambercard', bytes: new TextEncoder().encode('{}') },
    ]);
    const panel = page.getByRole('region', { name: 'Files that came' });
    await panel.getByText('20 files came').waitFor({ timeout: 60_000 });
    const told = async (name: string) => panel.getByRole('listitem').filter({ hasText: name }).textContent();
    expect(await told('truncated.amber')).toContain('The bundle is incomplete.');
    expect(await told('tampered.amber')).toContain('The bundle was changed or damaged on its way.');
    expect(await told('junk.amber')).toContain('This file is not an Amberdesk bundle.');
    expect(await told('empty.amber')).toContain('This file is not an Amberdesk bundle.');
    expect(await told('bad.ambercard')).toContain('This is not a valid card.');
    expect(await told('stranger.ambercard')).toContain('It is kept.');
    expect(await panel.getByText(/^Not taken/).count()).toBe(12);
    expect(await told(whole.split('/').at(-1) ?? '')).toContain('It waits for your decision');
    expect(await capital.client.exchange.bundles({})).toHaveLength(before + 1);

    // Under a passphrase: asked for where the file is listed.
    const field = panel.getByRole('textbox', { name: /^It is under a passphrase/ });
    await field.fill('not the words');
    await field.press('Enter');
    await panel.getByText('The passphrase is not right. Nothing was changed.').waitFor();
    await accessible(page);
    await pictures(capital, page, 'exchange-files');
    await field.fill(words);
    await field.press('Enter');
    await expect.poll(async () => (await capital.client.exchange.bundles({})).length).toBe(before + 2);
    await expect.poll(() => panel.getByText('It waits for your decision').count()).toBe(2);
    await page.getByRole('button', { name: 'Close the list of files' }).click();
    await panel.waitFor({ state: 'detached' });
  }, 240_000);

  it('has an unknown sender verified first, then opens their bundle', async () => {
    const secretariat = await anExerciseDesk();
    const newcomer = await aCapitalsDesk('northmark');
    // The Secretariat knows the newcomer; the newcomer does not know the Secretariat.
    const card = join(aFolder(), 'newcomer.ambercard');
    await newcomer.client.exchange.saveCard({ file: card });
    const { installation } = await secretariat.client.exchange.addCard({ file: card });
    await secretariat.client.exchange.verifyCard({ installation, verifiedBy: 'Annelise Quorne' });
    const file = await sealFor(secretariat, { of: 'everything' }, 'dossier');
    const page = await newcomer.window('/people');
    await heading(page, 'People').waitFor();
    await dropFiles(page, [file]);
    await page.getByText('Verify first: the sender is not known here').waitFor();
    await accessible(page);
    const ownCard = join(aFolder(), 'secretariat.ambercard');
    await secretariat.client.exchange.saveCard({ file: ownCard });
    await dropFiles(page, [ownCard]);
    await page
      .getByRole('listitem')
      .filter({ hasText: 'secretariat.ambercard' })
      .getByRole('button', { name: /^Verify the card of/ })
      .click();
    await page.getByLabel('Compared by').fill('Joren Halk');
    await button(page, 'The digits are the same').click();
    await button(page, 'Open it now').click();
    await heading(page, 'From Secretariat').waitFor();
    await page.getByText(/^verified by Joren Halk/).waitFor();
    expect((await newcomer.client.exchange.bundles({})).map(({ standing }) => standing)).toEqual(['waiting']);
  }, 180_000);

  it('leaves nothing half-sealed when the window goes in the middle of it', async () => {
    const secretariat = await anExerciseDesk();
    const page = await secretariat.window('/exchange/send');
    await page.getByRole('radio', { name: 'Everything' }).check();
    await page.getByRole('switch', { name: /^Somebody without keys/ }).click();
    const seal = button(page, 'Seal the bundle');
    await expect.poll(() => seal.isEnabled()).toBe(true);
    const outcome = new Promise((resolve) => {
      let job: string | undefined;
      secretariat.core.subscribe((event) => {
        if (event.event === 'jobStarted' && event.work === 'seal') {
          job = event.job;
          void page.close({ runBeforeUnload: true });
        }
        if (event.event === 'jobEnded' && event.job === job) resolve(event.outcome);
      });
    });
    await seal.click();
    expect(await outcome).toBe('cancelled');
    expect((await secretariat.client.exchange.bundles({})).filter(({ direction }) => direction === 'out')).toEqual([]);
  }, 180_000);

  it('does not disturb who is typing when a bundle is accepted beside them', async () => {
    const { secretariat, capital } = await twoDesks();
    const first = await capital.client.exchange.open({
      file: await sealFor(secretariat, { of: 'everything' }, 'dossier'),
    });
    await capital.client.exchange.accept({ bundle: first.bundle });
    const { id } = await paperOf(capital, 'CB/8/4');
    await secretariat.client.records.edit({ id, changes: { due: '2027-02-12' } });
    const second = await capital.client.exchange.open({
      file: await sealFor(secretariat, { of: 'everything' }, 'supplement'),
    });
    const { id: person } = await capital.client.records.create({ kind: 'person', body: { name: 'Ilse Varnholt' } });
    const page = await capital.window(`/people/${person}`);
    const text = page.locator('[data-field="function"] input').first();
    await text.click();
    await page.keyboard.type('Head of the ');
    const accepting = capital.client.exchange.accept({ bundle: second.bundle });
    await page.keyboard.type('prevention service', { delay: 20 });
    await accepting;
    await page.keyboard.type(', union office');
    expect(await text.inputValue()).toBe('Head of the prevention service, union office');
    await expect
      .poll(async () => own((await capital.client.records.read({ id: person })).body, 'function'))
      .toBe('Head of the prevention service, union office');
    expect((await capital.client.records.read({ id })).body.due).toBe('2027-02-12');
  }, 180_000);

  it('seals under words for somebody without keys, whose file opens with them', async () => {
    const { secretariat, capital } = await twoDesks();
    const page = await secretariat.window('/exchange/send');
    await page.getByRole('radio', { name: 'Everything' }).check();
    await page.getByRole('switch', { name: /^Somebody without keys/ }).click();
    await page.getByText(/^Five words are drawn when it is sealed/).waitFor();
    await page.getByLabel('Name of the file').fill('for the mediators');
    const download = page.waitForEvent('download');
    await button(page, 'Seal the bundle').click();
    expect((await download).suggestedFilename()).toBe('for the mediators.amber');
    const file = join(aFolder(), 'sealed.amber');
    await (await download).saveAs(file);
    await heading(page, 'For whoever has the passphrase').waitFor();
    const shown = page.getByRole('status', { name: 'Passphrase of the bundle' });
    const passphrase = ((await shown.textContent()) ?? '').trim();
    await accessible(page);
    await pictures(secretariat, page, 'exchange-sent-words');
    await button(page, 'I have noted them').click();
    await shown.waitFor({ state: 'detached' });
    const { bundle } = await capital.client.exchange.open({ file, passphrase });
    expect((await capital.client.exchange.preview({ bundle })).addressees).toEqual([]);
  }, 180_000);
});
