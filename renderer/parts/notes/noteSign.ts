import classes from './notes.module.css';
import type { NotesDesk } from './notesDesk.ts';
import type { NoteToPlace } from './placeNotes.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Tabler's outlines: `message` for what is shared, `lock` with lines for what is private. */
const OUTLINES = {
  comment: [
    'M8 9h8',
    'M8 13h6',
    'M18 4a3 3 0 0 1 3 3v8a3 3 0 0 1 -3 3h-5l-5 3v-3h-2a3 3 0 0 1 -3 -3v-8a3 3 0 0 1 3 -3z',
  ],
  annotation: [
    'M5 13a2 2 0 0 1 2 -2h10a2 2 0 0 1 2 2v6a2 2 0 0 1 -2 2h-10a2 2 0 0 1 -2 -2v-6z',
    'M11 16a1 1 0 1 0 2 0a1 1 0 0 0 -2 0',
    'M8 11v-4a4 4 0 1 1 8 0v4',
  ],
} as const;

/** The sign in the margin of a block with notes: one for each kind, and how many there are. Opens the first. */
export function noteSign(notes: readonly NoteToPlace[], desk: NotesDesk): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.tabIndex = -1;
  button.contentEditable = 'false';
  button.className = classes.sign ?? '';
  button.setAttribute('aria-label', desk.signName(notes));
  button.title = desk.signName(notes);
  for (const kind of ['annotation', 'comment'] as const) {
    const count = notes.filter((note) => note.kind === kind).length;
    if (count > 0) button.append(icon(kind), ...(count > 1 ? [String(count)] : []));
  }
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', (event) => {
    event.preventDefault();
    const [first] = notes;
    if (first !== undefined) desk.pointed(first.id, true);
  });
  return button;
}

function icon(kind: keyof typeof OUTLINES): SVGElement {
  const drawing = document.createElementNS(SVG, 'svg');
  const attributes = { width: 16, height: 16, viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor' };
  for (const [name, value] of Object.entries(attributes)) drawing.setAttribute(name, String(value));
  drawing.setAttribute('stroke-width', '1.6');
  drawing.setAttribute('stroke-linecap', 'round');
  drawing.setAttribute('stroke-linejoin', 'round');
  drawing.setAttribute('aria-hidden', 'true');
  for (const outline of OUTLINES[kind]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', outline);
    drawing.append(path);
  }
  return drawing;
}
