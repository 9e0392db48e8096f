import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { RecordId } from '../../domain/records/ids.ts';
import { aFolder } from '../helpers/aVault.ts';
import { takePicture } from '../helpers/aWindow.ts';
import { dropFiles } from '../helpers/dropFiles.ts';
import { lookAtOnce } from '../helpers/lookAtScreens.ts';
import { sealFor, twoDesks } from '../helpers/twoDesks.ts';

/** A meeting of fourteen days with two hundred items, as a file to be loaded. */
function aLargePlan(meeting: RecordId, sessions: readonly RecordId[]): string {
  const file = join(aFolder(), 'plan.jsonl');
  const items = Array.from({ length: 200 }, (_, at) => ({
    kind: 'agendaItem',
    body: {
      ...{
        meeting,
        session: sessions[Math.floor((at * sessions.length) / 200)],
        order: `a${String(at).padStart(4, '0')}1`,
      },
      ...{ type: 'item', title: `Situation ${at + 1}: reports and what follows`, minutes: 25 },
    },
  }));
  writeFileSync(file, items.map((item) => JSON.stringify(item)).join('\n'));
  return file;
}

it('who must know of a change is told over the plan, leads to the sending place, and the receiver reads what changed', async () => {
  const { secretariat, capital } = await twoDesks();
  const { client, page } = secretariat;
  await page.setViewportSize({ width: 1280, height: 720 });
  const meeting = (await client.records.list({ kind: 'meeting' })).find(({ body }) => body.symbol === 'CB/8')?.id;
  if (meeting === undefined) throw new TypeError('There is no CB/8.');
  await sealFor(secretariat, { of: 'meeting', meeting }, 'dossier', meeting);

  await page.goto(`${secretariat.host.url}/#/meetings/${meeting}`);
  await page.reload();
  await page.locator('[data-entry]', { hasText: 'Opening, minutes' }).focus();
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await page
    .getByRole('status')
    .filter({ hasText: /^The plan has changed since it was sent: \d+ must know\./ })
    .waitFor();
  await page.keyboard.press('w');
  const list = page.getByRole('region', { name: 'Who must know' });
  await list.getByText('Dagny Ostrelle').waitFor();
  await list.getByText('09:25 here is 12:25 there.').first().waitFor();
  expect(await lookAtOnce(page)).toEqual([]);
  await takePicture(page, 'plan-must-know');

  await list
    .getByRole('button', { name: 'Send now to Northmark' })
    .or(list.getByRole('link', { name: 'Send now to Northmark' }))
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: 'Seal a bundle' }).waitFor();
  await expect.poll(() => page.getByRole('main').textContent()).toContain('Northmark');
  const file = await sealFor(secretariat, { of: 'meeting', meeting }, 'supplement', meeting);
  await page.goto(`${secretariat.host.url}/#/meetings/${meeting}`);
  await page.reload();
  await page.locator('[data-entry]', { hasText: 'Opening, minutes' }).waitFor();
  await expect.poll(() => page.getByRole('status').filter({ hasText: 'must know' }).count()).toBe(0);

  await dropFiles(capital.page, [file]);
  await capital.page.getByText('Item 2, “Deep-dive: Karsenia”: now Thursday 11').first().waitFor();
  await takePicture(capital.page, 'plan-news');

  // Fourteen days and two hundred items: days side by side scroll in their place, at 1280 by 720 and at 200 %.
  const large = await client.meetings.planOther({
    ...{ type: 'special', title: 'Review conference', symbol: 'CB/S/9', starts: '2027-05-03' },
    ...{ venue: 'Assembly House', city: 'Avanor', zone: 'Europe/Lisbon' },
  });
  const sessions: RecordId[] = [];
  for (let at = 0; at < 28; at += 1) {
    const hours = at % 2 === 0 ? { starts: '09:00', ends: '13:00' } : { starts: '14:30', ends: '18:00' };
    const operation = { does: 'addSession', day: 1 + Math.floor(at / 2), access: 'closed', ...hours } as const;
    const { created } = await client.meetings.arrange({ meeting: large.meeting, operation });
    sessions.push(...created);
  }
  await client.records.load({ file: aLargePlan(large.meeting, sessions), format: 'jsonl' });
  await page.goto(`${secretariat.host.url}/#/meetings/${large.meeting}`);
  await page.reload();
  const last = page.locator('[data-item]', { hasText: 'Situation 200:' });
  await last.focus();
  for (const size of [
    { width: 1280, height: 720 },
    { width: 640, height: 360 },
  ]) {
    await page.setViewportSize(size);
    await page.keyboard.press('Home');
    await page.keyboard.press('End');
    await expect.poll(() => last.evaluate((item) => item.getBoundingClientRect().left)).toBeGreaterThanOrEqual(0);
    await expect
      .poll(() => last.evaluate((item) => item.getBoundingClientRect().right))
      .toBeLessThanOrEqual(size.width);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(await lookAtOnce(page)).toEqual([]);
    await takePicture(page, `plan-200-${size.width}`);
  }
}, 300_000);
