/** Base64 is read in steps, so that a large picture does not hold up the window. A multiple of four. */
const STEP = 4_000_000;

export async function bytesOf(content: string): Promise<Uint8Array<ArrayBuffer>> {
  const padding = content.endsWith('==') ? 2 : content.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((content.length / 4) * 3 - padding);
  let place = 0;
  for (let from = 0; from < content.length; from += STEP) {
    const piece = atob(content.slice(from, from + STEP));
    for (let at = 0; at < piece.length; at += 1) bytes[place + at] = piece.charCodeAt(at);
    place += piece.length;
    if (content.length > STEP) await new Promise((resolve) => setTimeout(resolve));
  }
  return bytes;
}
