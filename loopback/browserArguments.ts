import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface BrowserStart {
  /** The page that lets the first window in. */
  readonly launchPage: string;
  readonly port: number;
  /** An empty folder for everything that the browser keeps. */
  readonly profile: string;
  readonly isRoot: boolean;
}

/** Parts of the browser that would ask somebody something, or keep something. */
const WITHOUT = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'InterestFeedContentSuggestions',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'OptimizationGuideModelDownloading',
  'OptimizationTargetPrediction',
  'PrivacySandboxSettings4',
  'SafeBrowsingHashPrefixRealTimeLookups',
  'SegmentationPlatform',
  'Translate',
];

/**
 * The command line of the browser, which every program of the machine can read: it has the path of the launch page and
 * no token. The rules of the resolver leave one place in the world that can be reached, which is the host: no name, no
 * other address, and no other port of this machine, to which the session's cookie would go as well.
 */
export function browserArguments({ launchPage, port, profile, isRoot }: BrowserStart): string[] {
  return [
    `--app=${pathToFileURL(launchPage).href}`,
    `--user-data-dir=${profile}`,
    `--host-resolver-rules=MAP 127.0.0.1:${port} 127.0.0.1:${port} , MAP * ~NOTFOUND`,
    '--no-proxy-server',
    '--enable-features=EnablePortBoundCookies,EnableSchemeBoundCookies',
    `--disable-features=${WITHOUT.join(',')}`,
    '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--incognito',
    '--no-first-run',
    '--no-default-browser-check',
    '--no-pings',
    '--no-service-autorun',
    '--disable-background-mode',
    '--disable-background-networking',
    '--disable-breakpad',
    '--disable-client-side-phishing-detection',
    '--disable-component-extensions-with-background-pages',
    '--disable-component-update',
    '--disable-crash-reporter',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-field-trial-config',
    '--disable-logging',
    '--disable-speech-api',
    '--disable-sync',
    '--metrics-recording-only',
    '--deny-permission-prompts',
    '--password-store=basic',
    '--use-mock-keychain',
    '--disk-cache-size=1',
    '--media-cache-size=1',
    `--disk-cache-dir=${join(profile, 'cache')}`,
    '--disable-gpu-shader-disk-cache',
    '--disable-gpu-program-cache',
    '--window-size=1440,900',
    // As root there is no sandbox to be had; nobody should work as root, but containers do.
    ...(isRoot ? ['--no-sandbox', '--test-type'] : []),
  ];
}

/** What the throw-away profile is told: ask where a download goes; keep no passwords, forms or words; ask nobody. */
export const PREFERENCES = {
  download: { prompt_for_download: true },
  translate: { enabled: false },
  safebrowsing: { enabled: false, enhanced: false },
  search: { suggest_enabled: false },
  spellcheck: { use_spelling_service: false },
  browser: { enable_spellchecking: false },
  net: { network_prediction_options: 2 },
  signin: { allowed: false },
  credentials_enable_service: false,
  profile: { password_manager_enabled: false },
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  alternate_error_pages: { enabled: false },
  printing: { print_preview_sticky_settings: {} },
};
