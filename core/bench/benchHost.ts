import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { AmberdeskError } from '../../domain/errors.ts';
import { builtProgram } from '../files/places.ts';

/** The built loopback host, started without a browser and not yet entered. */
export interface BenchHost {
  readonly origin: string;
  /** The page that lets a browser in. */
  readonly launchPage: string;
  end(): Promise<void>;
}

/** Throws `file.missing` when nothing was built. */
export function requireBuilt(): string {
  const host = builtProgram('loopback');
  if (!existsSync(host)) throw new AmberdeskError('file.missing', { file: host, made: 'npm run build' });
  return host;
}

export async function startBenchHost(): Promise<BenchHost> {
  const child = spawn(process.execPath, [requireBuilt(), '--no-browser'], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const launchPage = await lineWith(child, /\S+amberdesk\.html/);
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(readFileSync(launchPage, 'utf8'))?.[0] ?? '';
    return { origin, launchPage, end: () => endProgram(child) };
  } catch (error) {
    await endProgram(child);
    throw error;
  }
}

/** A browser without a graphics card. Needs the project's development packages. */
export async function startBenchBrowser(): Promise<Browser> {
  const { chromium } = await import('@playwright/test');
  return await chromium.launch({
    executablePath: process.env.AMBERDESK_BROWSER ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
}

/** Redeems the launch page as a browser does. `ask` throws when a call is refused. */
export async function enterBenchHost({ origin, launchPage }: BenchHost): Promise<{
  ask(call: string, input: object): Promise<void>;
  readonly cookie: string;
}> {
  const token = /name="token" value="([^"]+)"/.exec(readFileSync(launchPage, 'utf8'))?.[1] ?? '';
  const redeemed = await fetch(`${origin}/redeem`, {
    method: 'POST',
    headers: { Origin: 'null' },
    body: new URLSearchParams({ token }),
  });
  const cookie = redeemed.headers.get('set-cookie')?.split(';')[0] ?? '';
  await redeemed.arrayBuffer();
  return {
    cookie,
    async ask(call, input) {
      const answer = await fetch(`${origin}/call/${call}`, {
        method: 'POST',
        headers: { Cookie: cookie, Origin: origin, 'Content-Type': 'application/json' },
        body: JSON.stringify(input),
      });
      const said = await answer.text();
      if (!said.startsWith('{"ok":true')) throw new AmberdeskError('internal', { call, said: said.slice(0, 200) });
    },
  };
}

/** The first word of this form that the program says. */
export function lineWith(child: ChildProcess, form: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (part: Buffer) => {
      said += part.toString('utf8');
      const found = said.includes('\n') ? form.exec(said)?.[0] : undefined;
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new AmberdeskError('internal', { program: 'ended', code })));
  });
}

export async function endProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
