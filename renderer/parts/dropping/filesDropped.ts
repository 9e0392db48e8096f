/** What systems put into folders for themselves. */
const OF_THE_SYSTEM = /^(?:\..*|thumbs\.db|desktop\.ini)$/i;
const natural = new Intl.Collator(undefined, { numeric: true });

/**
 * The files that were dropped, those in folders at any depth too, folder by folder and by name; without hidden ones in
 * folders. Looks at once what it is, since after the event the browser tells nothing more.
 */
export function filesDropped({ items }: DataTransfer): Promise<File[]> {
  const dropped = [...items]
    .filter(({ kind }) => kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  return Promise.all(
    dropped.map(async ({ entry, file }) => {
      if (isFolder(entry)) return filesIn(entry);
      return file === null ? [] : [file];
    }),
  ).then((files) => files.flat());
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const inside = (await entriesOf(folder))
    .filter(({ name }) => !OF_THE_SYSTEM.test(name))
    .toSorted((one, other) => natural.compare(one.name, other.name));
  const files: File[] = [];
  for (const entry of inside) files.push(...(isFolder(entry) ? await filesIn(entry) : await fileOf(entry)));
  return files;
}

/** Of a folder with very many the browser tells some at a time, and none when that was all. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const next = () => new Promise<FileSystemEntry[]>((read, fail) => reader.readEntries(read, fail));
  const all: FileSystemEntry[] = [];
  for (let some = await next(); some.length > 0; some = await next()) all.push(...some);
  return all;
}

function fileOf(entry: FileSystemEntry): Promise<File[]> {
  if (!isFile(entry)) return Promise.resolve([]);
  return new Promise((read, fail) => entry.file((file) => read([file]), fail));
}

function isFolder(entry: FileSystemEntry | null): entry is FileSystemDirectoryEntry {
  return entry?.isDirectory === true;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
