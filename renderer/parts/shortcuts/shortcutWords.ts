const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);

const ARROWS = { arrowleft: '←', arrowright: '→', arrowup: '↑', arrowdown: '↓' };
const KEYS: Readonly<Record<string, string>> = MAC
  ? { mod: '⌘', alt: '⌥', shift: '⇧', ...ARROWS }
  : { mod: 'Ctrl', alt: 'Alt', shift: 'Shift', ...ARROWS };

/** `mod+K` as it stands on this keyboard: `Ctrl K`, `⌘ K`. */
export function shortcutWords(shortcut: string): string {
  return shortcut
    .split('+')
    .map((key) => KEYS[key.toLowerCase()] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join(' ');
}
