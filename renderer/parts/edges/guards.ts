import { takeLeaving } from './copyOut.ts';
import { keepAlso, keepInside, keptFor, TYPE } from './innerClipboard.ts';
import { referenceLine } from './references.ts';

/*
 * What stands at the edges of a window. All of it listens before anything else does, and what it does not know stays
 * inside.
 */

/** Copying and cutting: words are kept inside, and a reference goes out. */
export function onCopy(event: ClipboardEvent): void {
  // Our own question to the page, below, which reaches no clipboard.
  if (!event.isTrusted) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const { clipboardData } = event;
  if (clipboardData === null) return;
  clipboardData.clearData();
  const leaving = takeLeaving();
  if (leaving !== undefined) {
    clipboardData.setData('text/plain', leaving);
    return;
  }
  const target = elementOf(event.target);
  const taken = takenFrom(target, event.type === 'cut' ? 'cut' : 'copy');
  const line = referenceLine(placeOfSelection() ?? target);
  if (taken === undefined && line === 'amberdesk:') return;
  const { token } = keepInside(line, taken?.html ?? '', taken?.text ?? line);
  clipboardData.setData('text/plain', line);
  clipboardData.setData(TYPE, token);
}

interface Taken {
  readonly html: string;
  readonly text: string;
}

/** What is chosen, as the page would have copied it; cut away where it is cut. Undefined where nothing is. */
function takenFrom(target: Element | null, how: 'copy' | 'cut'): Taken | undefined {
  // Passphrases and keys are not even kept in memory, whether they are shown or not.
  if ([target, placeOfSelection()].some((place) => place?.closest('[data-secret]') != null)) return undefined;
  if (isField(target)) {
    const text = chosenIn(target);
    if (text !== '' && how === 'cut') document.execCommand('delete');
    return text === '' ? undefined : { html: '', text };
  }
  const data = new DataTransfer();
  const asked = new ClipboardEvent(how, { clipboardData: data, bubbles: true, cancelable: true });
  // A text answers for itself, and takes away what is cut; a part that lets nothing be copied says so too.
  if (target !== null && !target.dispatchEvent(asked)) {
    const [html, text] = [data.getData('text/html'), data.getData('text/plain')];
    return html === '' && text === '' ? undefined : { html, text };
  }
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed) return undefined;
  const box = document.createElement('div');
  for (let at = 0; at < selection.rangeCount; at += 1) box.append(selection.getRangeAt(at).cloneContents());
  return { html: box.innerHTML, text: selection.toString() };
}

/** Pasting: what a reference stands for comes back whole; what comes from elsewhere is as it is. */
export function onPaste(event: ClipboardEvent): void {
  if (!event.isTrusted || event.clipboardData === null) return;
  const kept = keptFor(event.clipboardData);
  const target = elementOf(event.target);
  if (kept === undefined || target === null) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const given = new ClipboardEvent('paste', {
    clipboardData: dataOf(kept),
    bubbles: true,
    cancelable: true,
  });
  if (target.dispatchEvent(given) && isField(target)) document.execCommand('insertText', false, kept.text);
}

/** The text from which something is being dragged: there it is moved by the text itself. */
let draggedFrom: Element | null = null;

/** Dragging: pictures and links stay; words go as a reference. */
export function onDragStart(event: DragEvent): void {
  const { dataTransfer } = event;
  if (dataTransfer === null) return;
  const target = elementOf(event.target);
  const isOwn = target !== null && target.closest('[draggable="true"]') !== null;
  if (!isOwn && target?.closest('img, picture, canvas, video, a[href]') != null && !isSelected(event)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  const [html, text] = [dataTransfer.getData('text/html'), dataTransfer.getData('text/plain')];
  const line = referenceLine(target);
  const { token } = keepInside(line, html, text);
  dataTransfer.clearData();
  dataTransfer.setData('text/plain', line);
  dataTransfer.setData(TYPE, token);
  draggedFrom = target?.closest('.ProseMirror') ?? null;
  // What the page has to say of it is kept inside as well.
  Object.defineProperties(dataTransfer, {
    setData: {
      value(type: string, value: string) {
        if (type === 'text/html') keepAlso(token, { html: value });
        else if (type === 'text/plain' || type === 'text') keepAlso(token, { text: value });
      },
    },
    clearData: { value() {} },
  });
}

/** Whether words are dragged, and not the link that they stand in. */
function isSelected({ target }: DragEvent): boolean {
  return target instanceof Text;
}

/** Dropping: what a reference stands for, where it was dragged from another text or another window. */
export function onDrop(event: DragEvent): void {
  if (!event.isTrusted || event.dataTransfer === null) return;
  const kept = keptFor(event.dataTransfer);
  const target = elementOf(event.target);
  if (kept === undefined || target === null) return;
  const text = target.closest('.ProseMirror');
  if (text !== null && text === draggedFrom) return;
  if (text === null && !isField(target)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (text === null && isField(target)) {
    target.focus();
    document.execCommand('insertText', false, kept.text);
    return;
  }
  const { clientX, clientY, ctrlKey, altKey } = event;
  const where = { clientX, clientY, ctrlKey, altKey, bubbles: true, cancelable: true };
  target.dispatchEvent(new DragEvent('drop', { ...where, dataTransfer: dataOf(kept) }));
}

export function onDragEnd(): void {
  draggedFrom = null;
}

/**
 * The browser's menu copies pictures and addresses, saves, prints, and searches the web for what is chosen, past every
 * other edge: it comes up only where something is typed and nothing is chosen, to paste.
 */
export function onMenu(event: MouseEvent): void {
  const target = elementOf(event.target);
  const isTyped = isField(target) || target?.closest('[contenteditable="true"]') != null;
  const isChosen = isField(target) ? chosenIn(target) !== '' : document.getSelection()?.isCollapsed === false;
  if (!isTyped || isChosen) event.preventDefault();
}

function dataOf({ html, text }: Taken): DataTransfer {
  const data = new DataTransfer();
  if (html !== '') data.setData('text/html', html);
  data.setData('text/plain', text);
  return data;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

function isField(target: Element | null): target is Field {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

/** What is chosen in a field; of a hidden one nothing, as the browser has it. */
function chosenIn(field: Field): string {
  if (field instanceof HTMLInputElement && field.type === 'password') return '';
  const { selectionStart, selectionEnd, value } = field;
  // Numbers and the like do not tell what of them is chosen.
  if (selectionStart === null || selectionEnd === null) return value;
  return value.slice(selectionStart, selectionEnd);
}

function elementOf(target: EventTarget | null): Element | null {
  if (target instanceof Element) return target;
  return target instanceof Node ? target.parentElement : null;
}

function placeOfSelection(): Element | null {
  const node = document.getSelection()?.anchorNode ?? null;
  const element = elementOf(node);
  return element === document.body ? null : element;
}
