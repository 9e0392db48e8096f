import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { z } from 'zod';
import type { openSessionCalls } from '../../../contract/openSession/calls.ts';
import { text } from '../../../domain/records/text.ts';
import { aCore } from '../../helpers/aCore.ts';
import { aDocument } from '../../helpers/aSession.ts';
import { aFolder, codeOf } from '../../helpers/aVault.ts';
import { openExerciseVault } from '../../helpers/exerciseVault.ts';
import { readPdf } from '../../helpers/readPdf.ts';

const PATIENCE = 120_000;

it(
  'the open session of the exercise holds what its bodies may see and nothing closed, on every way out',
  async () => {
    const { client, root } = aCore();
    await openExerciseVault(client, join(root, 'Exercise.amberdesk'));
    const list = (kind: string) => client.records.list({ kind });
    const meeting = (await list('meeting')).find(({ body }) => body.symbol === 'CB/8');
    if (meeting === undefined) throw new TypeError('There is no meeting.');

    expect(await codeOf(() => client.openSession.read({}))).toBe('open.notChosen');
    expect(await client.openSession.state({})).toEqual({ shown: false });
    await client.openSession.enter({ meeting: meeting.id });
    expect(await client.openSession.state({})).toEqual({ shown: true, meeting: meeting.id });

    const plan = await client.openSession.read({});
    const items = plan.sessions.flatMap((session) => session.items);
    expect(items.filter(({ type }) => type === 'item').map(({ number }) => number)).toEqual(
      items.filter(({ type }) => type === 'item').map((_, at) => `O${at + 1}`),
    );
    expect(items.length).toBeGreaterThan(2);
    expect(plan.papers.length).toBeGreaterThan(0);

    // Every title of something closed, every id, and every number of the closed series.
    const records = (await Promise.all(['agendaItem', 'paper', 'session', 'portion', 'comment'].map(list))).flat();
    const openTitles = new Set([...items, ...plan.papers].map(({ title }) => title));
    const closed = records
      .filter(({ body }) => body.type !== 'break')
      .map(({ body }) => text(body.title))
      .filter((title) => title !== '' && !openTitles.has(title));
    const ids = [...records, meeting].map(({ id }) => String(id));
    const numbers = records.map(({ body }) => text(body.number)).filter((number) => number.includes('/'));
    expect(closed.length).toBeGreaterThan(5);
    expect(numbers.length).toBeGreaterThan(5);
    const said: string[] = [JSON.stringify(plan)];
    for (const { paper } of plan.papers) {
      said.push(JSON.stringify(await client.openSession.paper({ paper, language: 'en' })));
      said.push(
        JSON.stringify(await client.openSession.copyText({ document: { what: 'paper', paper }, language: 'fr' })),
      );
    }
    said.push(JSON.stringify(await client.openSession.copyText({ document: { what: 'agenda' }, language: 'en' })));
    const printed: string[] = [];
    for (const document of documentsOf(plan)) {
      const file = join(aFolder(), 'open.pdf');
      await client.openSession.print({ document, language: 'en', paper: 'a4', file });
      const pdf = await readPdf(readFileSync(file));
      printed.push([pdf.text, ...pdf.furniture, pdf.title].join(' ').replace(/\s+/g, ' '));
    }
    const all = [...said, ...printed].join('\n');
    expect([...closed, ...ids].filter((secret) => all.includes(secret))).toEqual([]);
    expect(numbers.filter((number) => new RegExp(`${number}(?!\\d)`).test(all))).toEqual([]);
    const toPrinter = await client.openSession.toPrinter({ document: { what: 'agenda' }, language: 'en', paper: 'a4' });
    const sheets = await readPdf(Buffer.from(toPrinter.pdf, 'base64'));
    expect(closed.filter((title) => sheets.text.includes(title))).toEqual([]);
    expect(printed[0]).toContain(items[0]?.title);

    // Nothing of the vault can be asked for by its own id there.
    for (const { id } of records.slice(0, 40)) {
      expect(await codeOf(() => client.openSession.paper({ paper: id, language: 'en' }))).toBe('release.withheld');
      expect(
        await codeOf(() => client.openSession.copyText({ document: { what: 'paper', paper: id }, language: 'en' })),
      ).toBe('release.withheld');
    }

    // A withheld name that somebody typed is not put on the wall either, before somebody decides that it may stand there.
    const secret = records.find(({ kind, body }) => kind === 'paper' && body.number === 'CB/8/4');
    const typed = await client.records.create({
      kind: 'paper',
      mark: { label: 'TLP:GREEN', distribution: { to: 'community' } },
      body: {
        title: 'A word of welcome',
        type: 'note',
        language: 'en',
        meeting: meeting.id,
        body: aDocument(`More of it stands in “${text(secret?.body.title)}”.`),
      },
    });
    const named = (await client.openSession.read({})).papers.find(({ title }) => title === 'A word of welcome');
    if (named === undefined) throw new TypeError('It is not among the papers.');
    const ask = () => client.openSession.paper({ paper: named.paper, language: 'en' });
    expect(await codeOf(ask)).toBe('open.undecided');
    await client.records.remove({ id: typed.id, reason: 'It was only a word.' });

    // What is marked stricter meanwhile is gone at once, and the series has no gap.
    const [first] = items;
    const item = records.find(({ body, kind }) => kind === 'agendaItem' && text(body.title) === first?.title);
    if (item === undefined) throw new TypeError('There is no item.');
    await client.records.edit({ id: item.id, mark: { label: 'TLP:AMBER', distribution: { to: 'board' } } });
    const after = (await client.openSession.read({})).sessions.flatMap((session) => session.items);
    expect(JSON.stringify(after)).not.toContain(first?.title);
    expect(after.filter(({ type }) => type === 'item').map(({ number }) => number)).toEqual(
      after.filter(({ type }) => type === 'item').map((_, at) => `O${at + 1}`),
    );

    const { lines } = await client.journal.read({ language: 'en', limit: 100 });
    const acts = lines.map(({ act }) => act);
    for (const act of ['openSession.entered', 'copied', 'printed']) expect(acts).toContain(act);
    await client.preferences.write({ name: 'look.language', value: 'fr' });
    await client.preferences.write({ name: 'filters/papers.secret', value: 'closed' });
    expect(await client.openSession.look({})).toEqual({ 'look.language': 'fr' });
    await client.openSession.leave({});
    expect(await client.openSession.state({})).toMatchObject({ shown: false });
  },
  PATIENCE,
);

type Plan = z.output<typeof openSessionCalls.read.output>;

function documentsOf({ papers }: Plan) {
  return [{ what: 'agenda' as const }, ...papers.slice(0, 2).map(({ paper }) => ({ what: 'paper' as const, paper }))];
}
