import type { Editor } from './chooseEditor.ts';
import type { FieldLayout } from './layout.ts';

const WIDTHS: Readonly<Record<string, FieldLayout['width']>> = {
  text: 'half',
  number: 'half',
  date: 'half',
  time: 'half',
  zone: 'half',
  choice: 'half',
  yesNo: 'half',
  link: 'half',
};

/** How wide a field is where no layout says so: what is long by nature has the whole line. */
export function widthOf(field: string, editor: Editor): FieldLayout['width'] {
  if (field === 'title' || (editor.editor === 'link' && editor.multiple)) return 'full';
  return WIDTHS[editor.editor] ?? 'full';
}
