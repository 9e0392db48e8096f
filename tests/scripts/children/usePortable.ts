/**
 * Uses the application in an unpacked folder as its interface does, over HTTP: the launch page, a vault of the exercise,
 * its agenda as PDF. Arguments: the folder, a home folder. Writes one line of JSON.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Answer } from '../../../contract/call.ts';
import { makeClient } from '../../../contract/client.ts';

const Download = z.object({ id: z.string(), file: z.string() });

const [folder = '', home = ''] = process.argv.slice(2);
const environment = { PATH: '', HOME: home };
const desk = spawn(join(folder, 'amberdesk'), ['--no-browser'], {
  env: environment,
  stdio: ['ignore', 'pipe', 'inherit'],
});
let launchPage: string | undefined;
for await (const line of createInterface({ input: desk.stdout })) {
  launchPage = /\S+amberdesk\.html/.exec(line)?.[0];
  if (launchPage !== undefined) break;
}

const page = readFileSync(launchPage ?? '', 'utf8');
const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(page)?.[0] ?? '';
const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
const redeemed = await fetch(`${origin}/redeem`, {
  method: 'POST',
  headers: { Origin: 'null' },
  body: new URLSearchParams({ token }),
});
const headers = { Cookie: redeemed.headers.get('set-cookie')?.split(';')[0] ?? '', Origin: origin };

async function post(path: string, body: unknown): Promise<Response> {
  return fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

const client = makeClient({
  async call(name, input) {
    const answer: Answer = JSON.parse(await (await post(`/call/${name}`, input)).text());
    return answer;
  },
  subscribe: () => () => {},
});

const { state } = await client.vault.status({});
const shown = await (await fetch(`${origin}/`, { headers })).text();
const [seat] = (await client.vault.exerciseSeats({})).filter((one) => one.seat === 'secretariat');
if (seat === undefined) throw new Error('There is no Secretariat.');
const passphrase = 'four words for a test';
await client.vault.create({ folder: join(home, 'x.amberdesk'), passphrase, holder: seat.holder, workFactor: 10 });
await client.vault.loadExercise({});
const [meeting] = await client.records.list({ kind: 'meeting' });
if (meeting === undefined) throw new Error('There is no meeting.');
const { id, file } = Download.parse(await (await post('/downloads', { name: 'agenda.pdf' })).json());
const { pages } = await client.documents.print({
  document: { what: 'agenda', meeting: meeting.id },
  audience: { kind: 'board' },
  file,
});
const pdf = Buffer.from(await (await fetch(`${origin}/downloads/${id}`, { headers })).arrayBuffer());
process.stdout.write(
  `${JSON.stringify({ state, interface: shown.includes('<div id='), pages, pdf: pdf.toString('latin1', 0, 5) })}\n`,
);

desk.kill('SIGTERM');
if (desk.exitCode === null) await once(desk, 'exit');
