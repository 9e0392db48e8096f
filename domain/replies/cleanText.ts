/** Marks of direction, of no width, and those that a reader takes for nothing. Joiners stay: some scripts need them. */
const SILENT = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are taken out
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/**
 * A text from outside as it is shown and kept: one sort of line end, nothing that turns or hides what stands there,
 * whole characters only.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(LINE_ENDS, '\n').replace(SILENT, '').replace(CONTROLS, '');
}
