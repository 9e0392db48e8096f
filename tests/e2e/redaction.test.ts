import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PrintOptions } from '../../contract/documents/calls.ts';
import { RecordId } from '../../domain/records/ids.ts';
import { anOpenDesk, takePicture } from '../helpers/aWindow.ts';
import { footnote, paragraph, words } from '../helpers/documentNodes.ts';
import { PATIENCE } from '../helpers/everyScreen.ts';
import { handsOn } from '../helpers/hands.ts';
import { lookAtOnce } from '../helpers/lookAtScreens.ts';

const BODY = {
  title: 'Statement on the harbour of Lowmere',
  type: 'note',
  language: 'en',
  body: {
    type: 'doc',
    content: [
      paragraph('a', words('On Monday Zephyrine Ostrander told the Registry what she saw at the quay.')),
      paragraph(
        'b',
        words('The pilot, Zephyrine Ostrander, has since left'),
        footnote('By the ferry of Thursday.'),
        words('.'),
      ),
      paragraph('c', words('Nobody else was named.')),
    ],
  },
};

it('blacks out a paper with the mouse and by the keyboard alone, and hides a name', async () => {
  const desk = await anOpenDesk({ context: { viewport: { width: 1280, height: 720 } } });
  const { client } = desk;
  await client.records.create({ kind: 'network', body: { name: 'Exercise Meridian' } });
  const { id: paper } = await client.records.create({ kind: 'paper', body: BODY });
  const { id: person } = await client.records.create({ kind: 'person', body: { name: 'Zephyrine Ostrander' } });
  const page = await desk.window(`/papers/${paper}`);
  page.setDefaultTimeout(PATIENCE);

  // With the mouse: a name is drawn over; where else it stands is told, and one button blacks it out there.
  await page.getByRole('button', { name: 'More with this paper' }).click();
  await page.getByRole('menuitem', { name: 'Make a redacted version…' }).click();
  const text = page.getByRole('group', { name: 'Text to black out' });
  const word = (said: string) => text.locator('[data-word]').getByText(said, { exact: true });
  await word('Zephyrine').first().hover();
  await page.mouse.down();
  await word('Ostrander').first().hover();
  await page.mouse.up();
  await page.getByRole('button', { name: 'Black out', exact: true }).click();
  const make = page.getByRole('button', { name: 'Make the redacted version' });
  await page.getByText('Also stands once more.').waitFor();
  expect(await make.isDisabled()).toBe(true);
  await takePicture(page, 'redacting');
  await page.getByRole('button', { name: 'Black out all' }).click();
  await page.getByRole('textbox', { name: 'Reason for “Zephyrine Ostrander”' }).fill('Protected witness');
  expect(await lookAtOnce(page)).toEqual([]);
  await make.click();
  await page.getByText('Redacted version of').waitFor();
  await expect.poll(() => page.getByText('redacted', { exact: true }).count()).toBe(2);
  expect(await lookAtOnce(page)).toEqual([]);
  await takePicture(page, 'redacted');
  const [version] = (await client.papers.redactions({ paper })).versions;
  if (version === undefined) throw new Error('no version');
  const { redaction } = (await client.papers.redactions({ paper: version.paper })).of ?? {};
  expect(JSON.stringify(await client.records.read({ id: redaction ?? '' }))).toContain('Protected witness');

  // By the keyboard alone: from word to word, everywhere, a whole paragraph, undone and done again.
  await page.goto(page.url().replace(/#.*/, `#/papers/${paper}/redact`));
  await page.reload();
  const hands = handsOn(page);
  await page.getByRole('group', { name: 'Text to black out' }).waitFor();
  await hands.press('Tab');
  await hands.reach('group', 'Text to black out');
  await hands.press('ArrowDown', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'e');
  await page.getByText('× 2').waitFor();
  await hands.press('End', 'p');
  await page.getByRole('listitem').filter({ hasText: 'Nobody else was named' }).waitFor();
  await hands.press('Control+z');
  await expect.poll(() => page.getByText('× 2').count()).toBe(1);
  await expect.poll(() => page.getByRole('listitem').filter({ hasText: 'Nobody else' }).count()).toBe(0);
  await hands.press('Control+Shift+z');
  await page.getByRole('listitem').filter({ hasText: 'Nobody else was named' }).waitFor();
  await hands.press('Control+Enter');
  await page.getByText('Redacted version of').waitFor();
  const made = (await client.papers.redactions({ paper })).versions.find((one) => one.paper !== version.paper);
  const file = join(desk.vaults, 'redacted.pdf');
  await client.documents.print({
    document: { what: 'paper', paper: RecordId.parse(made?.paper) },
    audience: { kind: 'self' },
    options: PrintOptions.parse({}),
    file,
  });
  const printed = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  expect(printed).toMatch(/On Monday\s+redacted\s+told the Registry/);
  expect(printed).not.toMatch(/Zephyrine|Ostrander|Nobody/);

  // A name is hidden, and whoever holds what the names are made of sees which one each audience knows.
  await page.goto(page.url().replace(/#.*/, `#/people/${person}`));
  await page.reload();
  await page.getByRole('button', { name: 'Appear under other names' }).click();
  await page.getByText('Known to the board as').waitFor();
  expect(await page.getByText(/^Person [A-Z]{3}-\d\d$/).count()).toBeGreaterThan(1);
  expect(await lookAtOnce(page)).toEqual([]);
  await takePicture(page, 'other-names');
}, 240_000);
