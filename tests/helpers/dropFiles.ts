import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from '@playwright/test';

/** A file as it is dropped: from the disk, or made here. */
export type DroppedFile = string | { readonly name: string; readonly bytes: Uint8Array };

/** Drops files on the page, as a person does who drags them from the file manager: held over it first, then let go. */
export async function dropFiles(page: Page, files: readonly DroppedFile[], look?: () => Promise<void>): Promise<void> {
  const given = files.map((file) =>
    typeof file === 'string'
      ? { name: basename(file), content: readFileSync(file).toString('base64') }
      : { name: file.name, content: Buffer.from(file.bytes).toString('base64') },
  );
  // As text: the page's types are not those of this program.
  const transfer = await page.evaluateHandle(`
    const carried = new DataTransfer();
    for (const { name, content } of ${JSON.stringify(given)}) {
      carried.items.add(new File([Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0))], name));
    }
    carried;
  `);
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await look?.();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

/** Drops a folder of the disk, as the browser itself brings it: a page cannot make one. */
export async function dropFolder(page: Page, folder: string): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const at = { x: width / 2, y: height / 2, data: { items: [], files: [folder], dragOperationsMask: 1 } };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await browser.send('Input.dispatchDragEvent', { type, ...at });
  await browser.detach();
}
