const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);

const KEYS: Readonly<Record<string, string>> = MAC
  ? { mod: '⌘', alt: '⌥', shift: '⇧', arrowleft: '←', arrowright: '→' }
  : { mod: 'Ctrl', alt: 'Alt', shift: 'Shift', arrowleft: '←', arrowright: '→' };

/** `mod+K` as it stands on this keyboard: `Ctrl K`, `⌘ K`. */
export function shortcutWords(shortcut: string): string {
  return shortcut
    .split('+')
    .map((key) => KEYS[key.toLowerCase()] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join(' ');
}
