import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { aBrowser, CHROMIUM, ready } from './aBrowser.ts';
import { aClosedHost, type TestHost } from './aHost.ts';

async function started(): Promise<TestHost> {
  const host = await aClosedHost({ graceMilliseconds: 200 });
  onTestFinished(() => host.close());
  return host;
}

/** Somebody else on this machine who would like to hear from the page. */
async function aListener(): Promise<{ readonly port: number; readonly heard: IncomingHttpHeaders[] }> {
  const heard: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    heard.push(request.headers);
    response.end('heard');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  return { port: typeof address === 'object' && address !== null ? address.port : 0, heard };
}

/** What every running program was started with. */
function commandLines(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')];
      } catch {
        return [];
      }
    });
}

/** Everything that a page can try in order to reach `address`, and how each attempt ended. */
const attempts = (address: string) => `(async () => {
  const address = ${JSON.stringify(address)};
  const violated = [];
  document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective));
  const settled = (element) => new Promise((resolve) => {
    element.addEventListener('load', () => resolve('loaded'));
    element.addEventListener('error', () => resolve('refused'));
  });
  const outcomes = [await fetch(address, { mode: 'no-cors' }).then(() => 'fetched', () => 'refused')];
  for (const name of ['img', 'script', 'iframe']) {
    const element = document.createElement(name);
    const done = name === 'iframe' ? undefined : settled(element);
    element.src = address;
    document.body.append(element);
    if (done) outcomes.push(await done);
  }
  navigator.sendBeacon(address, 'x');
  const form = document.createElement('form');
  form.action = address;
  document.body.append(form);
  form.submit();
  while (!violated.includes('form-action')) await new Promise((resolve) => setTimeout(resolve, 10));
  return { outcomes, violated: [...new Set(violated)].sort() };
})()`;

describe('the installed browser', () => {
  it('comes in by the launch page, whose token is on no command line, and reaches the interface', async () => {
    const host = await started();
    const { page } = await aBrowser(host);
    await ready(page);
    expect(page.url()).toBe(`${host.url}/`);
    expect(existsSync(host.launchPage)).toBe(false);
    expect(commandLines().filter((line) => line.includes(host.launchPage))).not.toEqual([]);
    expect(commandLines().filter((line) => line.includes(host.token))).toEqual([]);
    // The cookie is not the page's to read, no referrer came along, and it is a window without an address line.
    expect(
      await page.evaluate("[document.cookie, document.referrer, matchMedia('(display-mode: browser)').matches]"),
    ).toEqual(['', '', false]);
    await page.reload();
    await ready(page);
  });

  it('reaches nothing but the host: no other port, name or address, by no means that a page has', async () => {
    const host = await started();
    const { page, context } = await aBrowser(host);
    const { port, heard } = await aListener();
    await ready(page);
    const addresses = ['127.0.0.1', 'localhost', 'northmark.example', '[::1]'].map((name) => `http://${name}:${port}/`);
    for (const address of addresses) {
      expect(await page.evaluate(attempts(address)), address).toEqual({
        outcomes: ['refused', 'refused', 'refused'],
        violated: ['connect-src', 'form-action', 'frame-src', 'img-src', 'script-src-elem'],
      });
      const opening = context.waitForEvent('page');
      await page.evaluate(`void window.open(${JSON.stringify(address)}, '_blank', 'popup')`);
      const other = await opening;
      await expect.poll(() => other.url(), { timeout: 30_000 }).toBe('chrome-error://chromewebdata/');
      await other.close();
    }
    for (const address of addresses) {
      await page.evaluate(`void (location.href = ${JSON.stringify(address)})`);
      await expect.poll(() => page.url(), { timeout: 30_000 }).toBe('chrome-error://chromewebdata/');
      await page.goto(`${host.url}/`);
      await ready(page);
    }
    expect(heard).toEqual([]);
  });

  it('that a person opens by hand may be led to another port, and takes no referrer there', async () => {
    const host = await started();
    const { port, heard } = await aListener();
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    });
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.goto(`file://${host.launchPage}`);
    await ready(page);
    await page.evaluate(`void (location.href = 'http://127.0.0.1:${port}/')`);
    await page.waitForURL(`http://127.0.0.1:${port}/`);
    expect(heard.map((headers) => [headers.referer, headers.origin])).toContainEqual([undefined, undefined]);
  });

  it('shares the session among windows, and its end is the end of all: host, profile and browser, with nothing elsewhere', async () => {
    const home = mkdtempSync(join(tmpdir(), 'amberdesk-test-'));
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));
    vi.stubEnv('HOME', home);
    for (const name of ['XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_DATA_HOME']) vi.stubEnv(name, undefined);
    onTestFinished(() => void vi.unstubAllEnvs());
    const host = await started();
    const { page, context, profile, close } = await aBrowser(host);
    await ready(page);
    const opening = context.waitForEvent('page');
    await page.evaluate("void window.open('/#/people', '_blank', 'popup,noopener,width=900,height=700')");
    const second = await opening;
    await ready(second);
    expect(second.url()).toBe(`${host.url}/#/people`);
    for (const window of [page, second]) {
      await window.evaluate("new Promise((resolve) => { new EventSource('/events').onopen = resolve; })");
    }
    await page.close();
    await ready(second);
    await second.close();
    expect(await host.stopped).toBe('lastWindowClosed');
    await close();
    expect(existsSync(dirname(profile))).toBe(false);
    expect(readdirSync(home, { recursive: true })).toEqual([]);
  });

  it('speaks to nobody, as the kernel sees it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'amberdesk-test-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const traced = join(folder, 'browser');
    const log = join(folder, 'calls.txt');
    writeFileSync(
      traced,
      `#!/bin/sh\nexec strace -f -qq --seccomp-bpf -e trace=connect,sendto,sendmsg,sendmmsg -o ${log} ${CHROMIUM} "$@"\n`,
      { mode: 0o755 },
    );
    const host = await started();
    const browser = await aBrowser(host, traced);
    await ready(browser.page);
    await browser.page.evaluate("fetch('http://northmark.example/').catch(() => {})");
    await browser.page.goto('http://northmark.example/').catch(() => {});
    await browser.close();
    const addressed = readFileSync(log, 'utf8')
      .split('\n')
      .filter((line) => /AF_INET6?\b/.test(line));
    expect(addressed.some((line) => line.includes(`htons(${host.port})`))).toBe(true);
    // Asks the system whether there is a way to IPv6; nothing is sent by that.
    const question = /connect\(\d+, .*"2001:4860:4860::8888"/;
    const outward = addressed.filter((line) => !line.includes('inet_addr("127.0.0.1")') && !question.test(line));
    expect(outward).toEqual([]);
  });
});
