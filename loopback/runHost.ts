import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isOurFile } from '../domain/exchange/fileKinds.ts';
import { BROWSER_NAMES, findBrowser } from './findBrowser.ts';
import { openBrowser } from './openBrowser.ts';
import { type ServeOptions, serve } from './serve.ts';

/** Exit codes, as `--help` names them. */
export const EXIT = { done: 0, internal: 1, usage: 2, noBrowser: 9, tokenSeen: 10 } as const;

const HELP = `Amberdesk in the browser that is installed here: ${BROWSER_NAMES.join(', ')}.

Usage: npm run loopback -- [options] [file.amber | file.amber.001 | file.ambercard …]

  --no-browser        start no browser; say where the page is that opens Amberdesk, once
  --vaults <folder>   where vaults are kept, instead of ~/Amberdesk
  --log <file>        add names, durations and outcomes of calls to a file, never their content
  --help              show this

AMBERDESK_BROWSER names the program of another browser that is built on Chromium.

Exit codes: 0 done, 1 internal error, 2 wrong use, 9 no browser found, 10 the page was opened twice
`;

interface Wishes {
  readonly 'no-browser': boolean;
  readonly vaults?: string | undefined;
  readonly log?: string | undefined;
  readonly help: boolean;
  readonly files: readonly string[];
}

/**
 * Runs the host until its last window closes, its browser ends, or somebody interrupts it. `words` are those of the
 * command line. Gives the exit code.
 */
export async function runHost(words: readonly string[], assets: ServeOptions['assets']): Promise<number> {
  const wishes = parseWishes(words);
  if (wishes === undefined || wishes.help) {
    (wishes?.help ? process.stdout : process.stderr).write(HELP);
    return wishes?.help ? EXIT.done : EXIT.usage;
  }
  const browser = wishes['no-browser'] ? undefined : findBrowser();
  if (browser === undefined && !wishes['no-browser']) {
    const wanted = process.env.AMBERDESK_BROWSER;
    process.stderr.write(
      wanted
        ? `There is no program at ${wanted}, which AMBERDESK_BROWSER names.\n`
        : `No browser was found. Amberdesk looks for ${BROWSER_NAMES.join(', ')}; install one of them, or name the program of another in AMBERDESK_BROWSER.\n`,
    );
    return EXIT.noBrowser;
  }
  if (typeof assets === 'string' && !existsSync(join(assets, 'index.html'))) {
    process.stderr.write('The interface has not been built yet. Run `npm run build` first.\n');
    return EXIT.internal;
  }

  // Loaded only when there is work for it, so that help comes at once.
  const { createCore } = await import('../core/createCore.ts');
  const core = createCore({ logFile: wishes.log, vaultsFolder: wishes.vaults, watch: true });
  const served = await serve({
    core,
    assets,
    within: browser?.within,
    opened: wishes.files.map((file) => ({ file: resolve(file), name: basename(file) })),
  });
  const interrupted = () => void served.close();
  const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of SIGNALS) process.on(signal, interrupted);

  const { launchPage, port } = served;
  const opened = browser && openBrowser({ browser, launchPage, port });
  void opened?.ended.then(() => served.close());
  process.stdout.write(
    browser === undefined
      ? `Open this page in a browser, once: ${launchPage}\n`
      : `Amberdesk is open in ${browser.name}. It ends when its last window closes.\n`,
  );

  const reason = await served.stopped;
  await opened?.close();
  for (const signal of SIGNALS) process.off(signal, interrupted);
  if (reason !== 'tokenSeen') return EXIT.done;
  process.stderr.write(
    'The page that opens Amberdesk was used twice, so somebody else may have seen it. Amberdesk has stopped; what was saved is safe.\n',
  );
  return EXIT.tokenSeen;
}

/** Undefined for what is no right use. */
function parseWishes(words: readonly string[]): Wishes | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        'no-browser': { type: 'boolean', default: false },
        vaults: { type: 'string' },
        log: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    return positionals.every((file) => isOurFile(basename(file))) ? { ...values, files: positionals } : undefined;
  } catch {
    return undefined;
  }
}
