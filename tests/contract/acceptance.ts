import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { api } from '../../contract/api.ts';
import { type Client, makeClient } from '../../contract/client.ts';
import type { Event } from '../../contract/events.ts';
import type { Transport } from '../../contract/transport.ts';
import { hasCode } from '../../domain/errors.ts';
import { naturalId } from '../../domain/records/ids.ts';

/** A running application behind some transport. */
export interface Served {
  readonly transport: Transport;
  close(): Promise<void>;
}

const PASSPHRASE = 'seven quiet amber lanterns';
const HOLDER = {
  name: 'Mira Solvane',
  seat: naturalId('person', 'XS:Mira Solvane'),
  organisation: naturalId('organisation', 'XS'),
  organisationName: 'Secretariat',
  role: 'secretariat',
} as const;

/** What every transport must do. Each test has an application of its own, and a folder of its own. */
export function acceptanceSuite(name: string, serve: () => Promise<Served>): void {
  describe(`the application over ${name}`, () => {
    let served: Served;
    let client: Client;
    let folder: string;

    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'amberdesk-contract-'));
      served = await serve();
      client = makeClient(served.transport);
    });
    afterEach(async () => {
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const vault = () => join(folder, 'secretariat.amberdesk');
    const createVault = () =>
      client.vault.create({ folder: vault(), passphrase: PASSPHRASE, holder: HOLDER, workFactor: 10 });
    const refusal = async (work: Promise<unknown>) =>
      work.then(
        () => 'no refusal',
        (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
      );

    it('answers a call it does not know with a code and a sentence, as plain data', async () => {
      const answer = await served.transport.call('records.conjure', {});
      expect(answer).toEqual({
        ok: false,
        error: {
          code: 'call.unknown',
          message: 'This version does not know that request. Nothing was changed.',
          details: 'records.conjure',
        },
      });
      expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
      for (const name of ['__proto__.toString', 'records.__proto__', 'constructor.name', 'records', '', 'a.b.c']) {
        expect((await served.transport.call(name, {})).ok, name).toBe(false);
      }
    });

    it('says where an input does not fit, and not what it was', async () => {
      await createVault();
      const answer = await served.transport.call('records.read', { id: 'a secret that is no id' });
      expect(answer).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
      expect(JSON.stringify(answer)).not.toContain('secret');
      for (const input of [undefined, null, 7, 'text', [], { id: 7 }]) {
        expect(await served.transport.call('records.read', input)).toMatchObject({ error: { code: 'input.invalid' } });
      }
    });

    it('refuses everything that needs a vault while none is open', async () => {
      expect(await client.vault.status({})).toEqual({ state: 'locked' });
      expect(await refusal(client.records.list({}))).toBe('vault.locked');
      expect(await refusal(client.library.search({ query: 'anything' }))).toBe('vault.locked');
      expect(await refusal(client.exchange.cards({}))).toBe('vault.locked');
      expect(await refusal(client.library.rebuild({}))).toBe('vault.locked');
    });

    it('keeps what was written across locking and unlocking', async () => {
      const { installation, recovery } = await createVault();
      expect(recovery.identity).toMatch(/^AGE-SECRET-KEY-1/);
      expect(recovery.groups.join('')).toBe(recovery.identity);
      const made = await client.records.create({ kind: 'person', body: { name: 'Łucja Ōtani, 議題' } });
      await client.vault.lock({});
      expect(await refusal(client.records.read({ id: made.id }))).toBe('vault.locked');
      expect(await refusal(client.vault.unlock({ folder: vault(), passphrase: 'not the right passphrase' }))).toBe(
        'vault.passphrase',
      );
      expect(await client.vault.unlock({ folder: vault(), passphrase: PASSPHRASE })).toEqual(installation);
      expect(await client.records.read({ id: made.id })).toEqual(made);
    });

    it('tells every listener which records changed, until it stops listening', async () => {
      await createVault();
      const heard: Event[][] = [[], []];
      const ends = heard.map((events) =>
        served.transport.subscribe((event) => {
          if (event.event === 'recordsChanged') events.push(event);
        }),
      );
      const made = await client.records.create({ kind: 'person', body: { name: 'Edda Marlow' } });
      const told = { event: 'recordsChanged', records: [made.id] };
      await expect.poll(() => heard).toEqual([[told], [told]]);
      ends[0]?.();
      await client.records.edit({ id: made.id, changes: { function: 'Archivist' } });
      await expect.poll(() => heard[1]?.length).toBe(2);
      expect(heard[0]).toHaveLength(1);
    });

    it('edits, undoes, does again, removes and restores', async () => {
      await createVault();
      const { id } = await client.records.create({ kind: 'person', body: { name: 'Edda Marlow' } });
      await client.records.cut({ id });
      expect((await client.records.edit({ id, changes: { name: 'Edda Marlow-Quist' } })).title).toBe(
        'Edda Marlow-Quist',
      );
      expect((await client.records.undo({ id })).title).toBe('Edda Marlow');
      expect((await client.records.redo({ id })).title).toBe('Edda Marlow-Quist');
      expect((await client.records.remove({ id, reason: 'Entered twice.' })).deleted).toBe(true);
      expect((await client.records.restore({ id })).deleted).toBe(false);
      expect((await client.records.history({ id })).length).toBeGreaterThan(1);
    });

    it('refuses an entry that does not fit the form and changes nothing', async () => {
      await createVault();
      const { id } = await client.records.create({
        kind: 'organisation',
        body: { name: 'Northmark', type: 'state', code: 'XN' },
      });
      const before = await client.records.read({ id });
      expect(await refusal(client.records.edit({ id, changes: { type: 'kingdom' } }))).toBe('record.invalid');
      expect(await client.records.read({ id })).toEqual(before);
    });

    it('finds words by search and shows them in their place', async () => {
      await createVault();
      await client.records.create({ kind: 'organisation', body: { name: 'Centre documentaire de Łódź', type: 'ngo' } });
      const found = await client.library.search({ query: 'lodz' });
      expect(found.total).toBe(1);
      expect(found.hits[0]?.snippet.filter((part) => part.match).map((part) => part.text)).toContain('Łódź');
    });

    it('gives a page of a list, filtered and in order, and what its cells link to', async () => {
      await createVault();
      const { id } = await client.records.create({ kind: 'organisation', body: { name: 'Åland Watch', type: 'ngo' } });
      for (const name of ['Bela Orsk', 'Ædda Marlow', 'Caro Thal']) {
        await client.records.create({ kind: 'person', body: { name, role: 'expert', organisation: id } });
      }
      const asked = { kinds: ['person'], filters: [{ column: 'organisation', is: 'equals' as const, value: id }] };
      const sort = [{ column: 'name', descending: false }];
      const page = await client.records.register({ ...asked, columns: ['organisation'], sort, offset: 0, limit: 2 });
      expect(page.total).toBe(3);
      expect(page.rows.map(({ title, cells }) => [title, cells.organisation])).toEqual([
        ['Ædda Marlow', id],
        ['Bela Orsk', id],
      ]);
      expect(page.titles).toEqual({ [id]: 'Åland Watch' });
      expect((await client.records.registerIds({ ...asked, sort })).ids).toHaveLength(3);
      expect(await refusal(client.records.facets({ ...asked, column: 'colour' }))).toBe('input.invalid');
      expect(await client.records.counts({})).toMatchObject({ drafts: 4, byKind: { person: 3 } });
    });

    it('changes many records as one, all or none, and takes it back as one', async () => {
      await createVault();
      const ids = [];
      for (let number = 0; number < 51; number++) {
        ids.push((await client.records.create({ kind: 'person', body: { name: `Person ${number}` } })).id);
      }
      const [first] = ids;
      const { id: meeting } = await client.records.create({ kind: 'meeting', body: { title: 'Eighth meeting' } });
      const changes = { function: 'Archivist' };
      expect(await refusal(client.records.editMany({ ids: [...ids, meeting], changes }))).toBe('record.invalid');
      expect((await client.records.read({ id: ids.at(-1) ?? meeting })).body).toEqual({ name: 'Person 50' });
      expect((await client.records.editMany({ ids, changes })).changed).toEqual(ids);
      const story = await client.records.story({ id: first ?? meeting });
      expect(story.entries.map(({ what, fields }) => [what, fields?.includes('function')])).toEqual([
        ['changed', true],
        ['made', false],
      ]);
      await client.records.undoMany({ ids });
      const page = { filters: [], sort: [], columns: [], offset: 0, limit: 1, kinds: ['person'] };
      const rest = await client.records.register({ ...page, filters: [{ column: 'function', is: 'notEmpty' }] });
      expect(rest.total).toBe(0);
    });

    it('keeps preferences across locking and tells every window of them', async () => {
      await createVault();
      const heard: Event[] = [];
      served.transport.subscribe((event) => heard.push(event));
      await client.preferences.write({ name: 'columns/people', value: ['name', 'role'] });
      await expect.poll(() => heard).toContainEqual({ event: 'preferencesChanged', names: ['columns/people'] });
      expect(await refusal(client.preferences.write({ name: '../settings', value: 1 }))).toBe('input.invalid');
      await client.vault.lock({});
      await client.vault.unlock({ folder: vault(), passphrase: PASSPHRASE });
      expect(await client.preferences.read({})).toEqual({ 'columns/people': ['name', 'role'] });
    });

    it('reports the progress of long work under the job that the caller named', async () => {
      await createVault();
      for (const name of ['Anke', 'Bela', 'Caro']) await client.records.create({ kind: 'person', body: { name } });
      const job = randomUUID();
      const events: Event[] = [];
      served.transport.subscribe((event) => events.push(event));
      expect(await client.library.rebuild({ job })).toEqual({ records: 3 });
      await expect.poll(() => events.some((event) => event.event === 'jobEnded')).toBe(true);
      const mine = events.filter((event) => 'job' in event && event.job === job).map((event) => event.event);
      expect(mine[0]).toBe('jobStarted');
      expect(mine).toContain('jobProgress');
      expect(mine.at(-1)).toBe('jobEnded');
      expect(await client.jobs.list({})).toEqual([]);
    });

    it('cancels long work, which leaves nothing changed', async () => {
      await createVault();
      const file = join(folder, 'people.jsonl');
      const lines = Array.from({ length: 2000 }, (_, index) =>
        JSON.stringify({ kind: 'person', body: { name: `Person ${index}` } }),
      );
      writeFileSync(file, lines.join('\n'));
      const job = randomUUID();
      served.transport.subscribe((event) => {
        if (event.event === 'jobStarted' && event.job === job) void client.jobs.cancel({ job });
      });
      expect(await refusal(client.records.load({ file, format: 'jsonl', job }))).toBe('job.cancelled');
      expect(await client.records.list({ kind: 'person' })).toEqual([]);
      expect((await client.records.load({ file, format: 'jsonl' })).created).toHaveLength(2000);
    });

    it('carries errors out of a worker thread with their code', async () => {
      await createVault();
      const error = await client.records
        .load({ file: join(folder, 'absent.jsonl'), format: 'jsonl' })
        .catch((thrown: unknown) => thrown);
      expect(hasCode(error, 'file.missing')).toBe(true);
      expect(await client.records.list({})).toEqual([]);
    });

    it('plans a regular meeting of two days whose second morning is open', async () => {
      await createVault();
      const { meeting, sessions } = await client.meetings.planRegular({
        title: 'Ninth meeting of the Board',
        number: 9,
        symbol: 'CB/9',
        starts: '2027-03-11',
        venue: 'Meridian House',
        city: 'Lowhaven',
        zone: 'Europe/Lisbon',
      });
      expect(sessions).toHaveLength(4);
      const timetable = await client.meetings.timetable({ meeting });
      expect(timetable.sessions.map(({ date, access }) => [date, access])).toEqual([
        ['2027-03-11', 'closed'],
        ['2027-03-11', 'closed'],
        ['2027-03-12', 'open'],
        ['2027-03-12', 'closed'],
      ]);
      expect(timetable.checks).toEqual([]);
    });

    it('leaves no readable word of the vault in its folder', async () => {
      await createVault();
      await client.records.create({ kind: 'person', body: { name: 'Quillabrand Zephyrhost' } });
      const files = readdirSync(vault(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      expect(files.length).toBeGreaterThan(3);
      for (const entry of files) {
        expect(readFileSync(join(entry.parentPath, entry.name)).includes('Quillabrand'), entry.name).toBe(false);
      }
    });

    it('serves every call of the contract', async () => {
      for (const [feature, calls] of Object.entries(api)) {
        for (const call of Object.keys(calls)) {
          const answer = await served.transport.call(`${feature}.${call}`, { nonsense: true, job: 'no job' });
          const code = answer.ok ? 'ok' : answer.error.code;
          expect(code, `${feature}.${call}`).not.toBe('call.unknown');
          expect(code, `${feature}.${call}`).not.toBe('internal');
        }
      }
    });
  });
}
