import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { naturalId } from '../../domain/records/ids.ts';
import type { ServeOptions } from '../../loopback/serve.ts';
import { createCore } from '../helpers/builtCore.ts';
import { aLastingFolder } from '../helpers/lastingFolder.ts';
import { type Asking, aClosedHost, aHost, parseAnswer, type TestHost } from './aHost.ts';

const PASSPHRASE = 'nine still herons at the weir';
const HOLDER = {
  name: 'Mira Solvane',
  seat: naturalId('person', 'XS:Mira Solvane'),
  organisation: naturalId('organisation', 'XS'),
  organisationName: 'Secretariat',
  role: 'secretariat',
} as const;
const Transfer = z.object({ id: z.string(), file: z.string(), name: z.string() });
const folder = aLastingFolder();

const until = <T>(value: () => T) => expect.poll(value, { timeout: 30_000 });

async function started(host: Promise<TestHost>): Promise<TestHost> {
  const running = await host;
  onTestFinished(() => running.close());
  return running;
}
const entered = (options?: Partial<ServeOptions>) => started(aHost(options));
const post = (body: string, headers: Asking['headers'] = {}): Asking => ({ method: 'POST', body, headers });
const call = async (host: TestHost, name: string, input: unknown) =>
  parseAnswer(await host.ask(`/call/${name}`, post(JSON.stringify(input))));
const createVault = async (host: TestHost): Promise<string> => {
  const vault = join(folder, `${randomUUID()}.amberdesk`);
  const answer = await call(host, 'vault.create', {
    folder: vault,
    passphrase: PASSPHRASE,
    holder: HOLDER,
    workFactor: 10,
  });
  expect(answer.ok).toBe(true);
  return vault;
};
const upload = async (host: TestHost, name: string, content: Asking['body']) => {
  const reply = await host.ask(`/files?name=${encodeURIComponent(name)}`, { method: 'POST', body: content ?? '' });
  expect(reply.status).toBe(200);
  return Transfer.parse(JSON.parse(reply.body.toString('utf8')));
};

describe('the door of the loopback host', () => {
  it('is open to the session that redeemed the launch page, and to nobody before', async () => {
    const host = await started(aClosedHost());
    expect(statSync(host.launchPage).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(host.launchPage)).mode & 0o777).toBe(0o700);
    expect((await host.ask('/')).status).toBe(403);
    expect((await host.redeem('not the token')).status).toBe(403);
    expect(existsSync(host.launchPage)).toBe(true);
    const entering = await host.redeem(host.token);
    expect(entering.status).toBe(200);
    expect(entering.headers['set-cookie']).toEqual([
      expect.stringMatching(new RegExp(`^amberdesk-${host.port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`)),
    ]);
    expect(existsSync(host.launchPage)).toBe(false);
    expect((await host.ask('/')).status).toBe(200);
  });

  it('closes for good, and the vault with it, when the token is brought a second time', async () => {
    const host = await entered();
    await createVault(host);
    const window = await host.listen();
    expect((await host.redeem(host.token)).status).toBe(403);
    expect(await host.stopped).toBe('tokenSeen');
    await window.ended;
    expect(window.events.at(-1)).toMatchObject({ event: 'vaultLocked' });
    expect(existsSync(host.privateFolder)).toBe(false);
    await expect(host.ask('/')).rejects.toThrow('ECONNREFUSED');
  });

  it('does not know the token or the cookie of an earlier start', async () => {
    const earlier = await entered();
    const cookie = (await earlier.redeem(earlier.token)).headers['set-cookie']?.[0];
    await earlier.stopped;
    const host = await started(aClosedHost());
    expect((await host.redeem(earlier.token)).status).toBe(403);
    expect((await host.ask('/', { headers: { Cookie: cookie } })).status).toBe(403);
    expect((await host.redeem(host.token)).status).toBe(200);
  });

  it('refuses a foreign or missing host, origin, site or cookie, and an upgrade, before it looks at anything else', async () => {
    const host = await entered();
    const refused: [string, Asking][] = [
      ...['localhost', 'amberdesk.example', '127.0.0.1', `127.0.0.1:${host.port}.example`, '', undefined].map(
        (Host): [string, Asking] => ['/', { headers: { Host } }],
      ),
      ...['http://localhost', 'http://evil.example', `http://127.0.0.1:${host.port + 1}`, 'null', '', undefined].map(
        (Origin): [string, Asking] => ['/call/vault.status', post('{}', { Origin })],
      ),
      ['/', { headers: { Origin: 'http://evil.example' } }],
      ...['cross-site', 'same-site'].map((site): [string, Asking] => [
        '/events',
        { headers: { 'Sec-Fetch-Site': site } },
      ]),
      ...[undefined, 'other=1', `amberdesk-${host.port}=`, `amberdesk-${host.port}=${'A'.repeat(43)}`].map(
        (Cookie): [string, Asking] => ['/', { headers: { Cookie } }],
      ),
      ['/events', { headers: { Connection: 'Upgrade', Upgrade: 'websocket' } }],
      ...[host.url, 'http://evil.example', undefined].map((Origin): [string, Asking] => [
        '/redeem',
        post(`token=${host.token}`, { Origin }),
      ]),
    ];
    for (const [path, asking] of refused) {
      const reply = await host.ask(path, asking);
      expect(reply.status, `${path} ${JSON.stringify(asking)}`).toBe(403);
      expect(reply.body.toString()).toMatch(/^Refused: (host|origin|site|cookie)\.\n$/);
    }
    expect((await host.ask('/', { headers: { 'Sec-Fetch-Site': 'none' } })).status).toBe(200);
  });

  it('says nothing to what is no HTTP', async () => {
    const host = await entered();
    const said = await new Promise<string>((resolve) => {
      let heard = '';
      const socket = connect(host.port, '127.0.0.1', () => socket.write('HELO desk\r\n\r\n'));
      socket.on('data', (data) => {
        heard += data;
      });
      socket.on('error', () => {});
      socket.on('close', () => resolve(heard));
    });
    expect(said).toBe('');
    expect((await host.ask('/')).status).toBe(200);
  });
});

describe('the routes of the loopback host', () => {
  it('gives the files of the interface by name and nothing beside them', async () => {
    const host = await entered();
    const page = (await host.ask('/')).body.toString();
    expect(page).not.toContain('__CSP_NONCE__');
    expect((await host.ask('/assets/main.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
    for (const path of [
      '/../aHost.ts',
      '/..%2f..%2faHost.ts',
      '/%2e%2e/%2e%2e/aHost.ts',
      '/assets/..%5c..%5caHost.ts',
      '/assets/../../../aHost.ts',
      '//etc/passwd',
      '/etc/passwd%00.js',
      '/%',
      '/assets',
      '/people',
      '/call',
      '/events/',
      '/downloads/unknown',
      '/downloads/..%2f..%2famberdesk.html',
    ]) {
      expect((await host.ask(path)).status, path).toBe(404);
    }
    expect((await host.ask(`${host.url}/`)).status).toBe(404);
  });

  it('takes no method that it does not expect', async () => {
    const host = await entered();
    for (const [method, path] of [
      ['POST', '/'],
      ['PUT', '/files'],
      ['GET', '/files'],
      ['GET', '/call/vault.status'],
      ['GET', '/redeem'],
      ['HEAD', '/downloads/x'],
      ['HEAD', '/'],
      ['OPTIONS', '/call/vault.status'],
      ['TRACE', '/'],
      ['PROPFIND', '/'],
      ['DELETE', '/events'],
    ] as const) {
      const { status, headers } = await host.ask(path, { method, headers: { Origin: host.url } });
      expect(status, `${method} ${path}`).toBe(405);
      expect(headers.allow).toBeDefined();
    }
    expect((await host.ask('/files/unknown', { method: 'DELETE' })).status).toBe(404);
  });

  it('carries the same strict headers on every answer', async () => {
    const host = await entered();
    const nonces = new Set<string>();
    for (const [path, asking] of [
      ['/', {}],
      ['/assets/main.js', {}],
      ['/nothing', {}],
      ['/', { headers: { Cookie: undefined } }],
      ['/call/vault.status', post('{}')],
      ['/call/vault.status', post('{')],
      ['/files?name=a', post('x')],
      ['/', { method: 'PUT' }],
    ] as const) {
      const { headers } = await host.ask(path, asking);
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      const policy = String(headers['content-security-policy']);
      expect(policy).toMatch(/^default-src 'none';/);
      for (const part of ["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"])
        expect(policy).toContain(part);
      expect(policy).not.toMatch(/unsafe|\*|http:/);
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
      if (nonce !== undefined) nonces.add(nonce);
    }
    expect(nonces.size).toBe(1);
    const stream = await host.listen();
    expect(stream.reply.headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'text/event-stream' });
    stream.close();
  });

  it('answers what it cannot read with a code', async () => {
    const host = await entered();
    for (const body of ['', '{', 'undefined', '{"a":1}}', Buffer.from([0x22, 0xff, 0x22])]) {
      const reply = await host.ask('/call/vault.status', { method: 'POST', body });
      expect(parseAnswer(reply)).toMatchObject({ ok: false, error: { code: 'input.invalid' } });
    }
    const huge = Readable.from(
      (function* () {
        for (let piece = 0; piece < 65; piece += 1) yield Buffer.alloc(1024 ** 2, ' ');
      })(),
    );
    const reply = await host.ask('/call/vault.status', { method: 'POST', body: huge });
    expect(reply.status).toBe(413);
    expect(parseAnswer(reply)).toMatchObject({ ok: false, error: { code: 'load.tooLarge' } });
    for (const body of ['{}', '[]', '{"name":7}']) {
      expect((await host.ask('/downloads', post(body))).status).toBe(400);
    }
    expect(await call(host, 'vault.status', {})).toEqual({ ok: true, value: { state: 'locked' } });
  });
});

describe('files on their way', () => {
  it('come as private copies that calls can read, and go when they are no longer needed', async () => {
    const host = await entered();
    await createVault(host);
    const { id, file, name } = await upload(host, '../Réunion du 3 mai: note.md', '# Quarrenfall\n\nThe registers.\n');
    expect(name).toBe('Réunion du 3 mai_ note.md');
    expect(file.startsWith(host.privateFolder)).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await call(host, 'papers.load', { file })).toMatchObject({ ok: true, value: { title: 'Quarrenfall' } });
    expect((await host.ask(`/files/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(existsSync(file)).toBe(false);
    const other = await upload(host, '', Buffer.alloc(100_000, 7));
    expect(other.name).toBe('file');
    expect(readFileSync(other.file)).toEqual(Buffer.alloc(100_000, 7));
    await call(host, 'vault.lock', {});
    expect(existsSync(other.file)).toBe(false);
  });

  it('are refused when they are too large, announced or not, and leave nothing', async () => {
    const host = await entered({ largestFile: 1000 });
    const before = readdirSync(host.privateFolder);
    for (const content of [Buffer.alloc(1001), Readable.from([Buffer.alloc(600), Buffer.alloc(600)])]) {
      const reply = await host.ask('/files?name=large.bin', { method: 'POST', body: content });
      expect(reply.status).toBe(413);
      expect(parseAnswer(reply)).toMatchObject({ error: { code: 'load.tooLarge' } });
    }
    expect(readdirSync(host.privateFolder)).toEqual(before);
    expect((await upload(host, 'small.bin', Buffer.alloc(1000))).name).toBe('small.bin');
  });

  it('leave what was begun nowhere when the sender goes away', async () => {
    const host = await entered();
    const before = readdirSync(host.privateFolder);
    const begun = new Readable({ read() {} });
    begun.push(Buffer.alloc(1000));
    const away = new AbortController();
    const asked = host.ask('/files?name=half.bin', { method: 'POST', body: begun, signal: away.signal });
    const refused = expect(asked).rejects.toThrow('aborted');
    await until(() => readdirSync(host.privateFolder).length).toBe(before.length + 1);
    away.abort();
    await refused;
    await until(() => readdirSync(host.privateFolder)).toEqual(before);
  });

  it('are handed over once under their name, and are gone then', async () => {
    const host = await entered();
    await createVault(host);
    await call(host, 'records.create', { kind: 'person', body: { name: 'Edda Marlow' } });
    const reply = await host.ask('/downloads', post(JSON.stringify({ name: 'Liste été.jsonl' })));
    const { id, file } = Transfer.parse(JSON.parse(reply.body.toString()));
    expect((await host.ask(`/downloads/${id}`)).status).toBe(404);
    expect(await call(host, 'records.dump', { file })).toMatchObject({ ok: true });
    const written = readFileSync(file);
    const handed = await host.ask(`/downloads/${id}`);
    expect(handed.headers['content-disposition']).toBe("attachment; filename*=UTF-8''Liste%20%C3%A9t%C3%A9.jsonl");
    expect(handed.body).toEqual(written);
    await until(() => existsSync(dirname(file))).toBe(false);
    expect((await host.ask(`/downloads/${id}`)).status).toBe(404);
    const abandoned = Transfer.parse(
      JSON.parse((await host.ask('/downloads', post('{"name":"a.pdf"}'))).body.toString()),
    );
    writeFileSync(abandoned.file, 'x');
    expect((await host.ask(`/downloads/${abandoned.id}`, { method: 'DELETE' })).status).toBe(204);
    expect(existsSync(dirname(abandoned.file))).toBe(false);
  });

  it('that were written in volumes are handed over one by one, and are gone with the last', async () => {
    const host = await entered();
    const prepared = await host.ask('/downloads', post('{"name":"x.amber"}'));
    const { id, file } = Transfer.parse(JSON.parse(prepared.body.toString()));
    for (const number of ['001', '002']) writeFileSync(`${file}.${number}`, number);
    const waits = async (volume: number) =>
      JSON.parse((await host.ask(`/downloads/${id}/waiting?volume=${volume}`)).body.toString());
    expect(await waits(1)).toEqual({ waits: true });
    const first = await host.ask(`/downloads/${id}?volume=1`);
    expect(first.headers['content-disposition']).toBe("attachment; filename*=UTF-8''x.amber.001");
    expect(first.body.toString()).toBe('001');
    await until(async () => (await waits(1)).waits).toBe(false);
    for (const other of ['0', '3', '1e1', '../x', '']) {
      expect((await host.ask(`/downloads/${id}?volume=${encodeURIComponent(other)}`)).status).toBe(404);
    }
    expect((await host.ask(`/downloads/${id}?volume=2`)).body.toString()).toBe('002');
    await until(() => existsSync(dirname(file))).toBe(false);
  });
});

describe('the windows of the loopback host', () => {
  it('all receive the same events, and what they missed in between', async () => {
    const host = await entered();
    const windows = [await host.listen(), await host.listen()];
    await createVault(host);
    await call(host, 'records.create', { kind: 'person', body: { name: 'Edda Marlow' } });
    await until(() => windows[0]?.events.length).toBe(2);
    await until(() => windows[1]?.events).toEqual(windows[0]?.events);
    const late = await host.listen('/events?after=1');
    await until(() => late.events).toEqual(windows[0]?.events.slice(1));
    const fresh = await host.listen();
    await call(host, 'vault.lock', {});
    await until(() => fresh.events).toMatchObject([{ event: 'vaultLocked' }]);
  });

  it('are offered the files with which the application was started, the first of them only', async () => {
    const opened = [{ file: '/home/mira/dossier.amber', name: 'dossier.amber' }];
    const host = await entered({ opened });
    const first = await host.listen();
    await until(() => first.events).toEqual([{ event: 'filesOpened', files: opened }]);
    const second = await host.listen('/events?after=0');
    await createVault(host);
    await until(() => second.events).toEqual([{ event: 'vaultUnlocked' }]);
  });

  it('end the host when the last has closed: the job is cancelled, the vault locked, nothing is left', async () => {
    const core = createCore();
    const host = await entered({ core, graceMilliseconds: 20 });
    const vault = await createVault(host);
    const lines = Array.from({ length: 20_000 }, (_, index) => `{"kind":"person","body":{"name":"Person ${index}"}}`);
    const { file } = await upload(host, 'people.jsonl', lines.join('\n'));
    const windows = [await host.listen(), await host.listen()];
    const underWay = new Promise<void>((resolve) => {
      core.subscribe((event) => event.event === 'jobProgress' && resolve());
    });
    const load = call(host, 'records.load', { file, format: 'jsonl' });
    await underWay;
    const outcomes: unknown[] = [];
    core.subscribe((event) => event.event === 'jobEnded' && outcomes.push(event.outcome));
    windows[0]?.close();
    windows[1]?.close();
    expect(await host.stopped).toBe('lastWindowClosed');
    expect(await load).toMatchObject({ ok: false, error: { code: 'job.cancelled' } });
    expect(outcomes).toEqual(['cancelled']);
    expect(existsSync(host.privateFolder)).toBe(false);
    const again = await entered();
    await call(again, 'vault.unlock', { folder: vault, passphrase: PASSPHRASE });
    expect(await call(again, 'records.list', { kind: 'person' })).toEqual({ ok: true, value: [] });
  });

  it('may reload: a window that comes back in time keeps the host', async () => {
    const host = await entered({ graceMilliseconds: 600_000 });
    (await host.listen()).close();
    const back = await host.listen();
    await createVault(host);
    await until(() => back.events).toEqual([{ event: 'vaultUnlocked' }]);
  });
});
