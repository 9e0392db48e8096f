/** The last part of a folder's path, without `.amberdesk`: what people call the vault. */
export function vaultName(folder: string): string {
  const last = folder.split(/[/\\]/).findLast((part) => part !== '') ?? folder;
  return last.replace(/\.amberdesk$/i, '');
}

/** A folder below another, as the system of `parent` writes it. */
export function folderIn(parent: string, name: string): string {
  const separator = parent.includes('\\') ? '\\' : '/';
  return `${parent.replace(/[/\\]+$/, '')}${separator}${name}`;
}

/** A name that is a folder's on every system: without signs that have a meaning somewhere. */
export function folderName(words: string): string {
  const clean = words
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '')
    .slice(0, 60);
  return `${clean === '' ? 'Amberdesk' : clean}.amberdesk`;
}
