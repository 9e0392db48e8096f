import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What lets the first window in, once, and every later request of its session. */
export interface Launch {
  /** Path of the page (0600) whose form brings the token to `/redeem`. Gone once it was redeemed. */
  readonly page: string;
  /** For `Set-Cookie`, after a redemption. */
  readonly setCookie: string;
  /** `again`: somebody else has seen the token. */
  redeem(token: string): 'redeemed' | 'wrong' | 'again';
  /** Whether a `Cookie` header holds the session's secret. */
  admits(cookies: string | undefined): boolean;
}

/**
 * Makes the token and the page that carries it. The token is in that page only: a command line can be read by every
 * program on the machine. The cookie's name has the port in it, since browsers keep cookies by host alone.
 */
export function createLaunch(folder: string, port: number): Launch {
  const token = randomBytes(32).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  const cookie = `amberdesk-${port}`;
  const page = join(folder, 'amberdesk.html');
  writeFileSync(page, launchPage(token, port), { mode: 0o600, flag: 'wx' });
  let redeemed = false;
  return {
    page,
    setCookie: `${cookie}=${secret}; Path=/; HttpOnly; SameSite=Strict`,
    redeem(offered) {
      if (!sameSecret(offered, token)) return 'wrong';
      if (redeemed) return 'again';
      redeemed = true;
      rmSync(page, { force: true });
      return 'redeemed';
    },
    admits(cookies) {
      const values = (cookies ?? '').split(';').flatMap((pair) => {
        const [name, value] = pair.trim().split('=');
        return name === cookie && value !== undefined ? [value] : [];
      });
      return redeemed && values.length === 1 && sameSecret(values[0] ?? '', secret);
    },
  };
}

/** In constant time: digests have one length, and tell nothing by where they differ. */
function sameSecret(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

function launchPage(token: string, port: number): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<title>Amberdesk</title>
<form method="post" action="http://127.0.0.1:${port}/redeem">
<input type="hidden" name="token" value="${token}">
<noscript><button>Open Amberdesk · Ouvrir Amberdesk</button></noscript>
</form>
<script>document.forms[0].submit();</script>
</html>
`;
}

/**
 * What answers a redemption: a page that goes on to the interface by itself. A redirect would still belong to a
 * navigation that began in a file, and would not carry a cookie that is `SameSite=Strict`.
 */
export function enteringPage(nonce: string): { readonly body: string; readonly policy: string } {
  return {
    body: `<!doctype html><title>Amberdesk</title><script nonce="${nonce}">location.replace('/')</script>`,
    policy: `default-src 'none'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  };
}
