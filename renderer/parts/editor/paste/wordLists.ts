interface Entry {
  readonly paragraph: Element;
  /** From 1. */
  readonly level: number;
  /** The sign or number that Word put before it. */
  readonly sign: string;
}

/**
 * Word pastes lists as paragraphs with a sign before them, and says in their style which list and level they are of.
 * Makes real lists of them, in place.
 */
export function makeWordLists(source: Document): void {
  let run: Entry[] = [];
  for (const paragraph of [...source.querySelectorAll('p, h1, h2, h3, h4, h5, h6')]) {
    const entry = entryOf(paragraph);
    const last = run.at(-1);
    const follows = last !== undefined && nextElement(last.paragraph) === paragraph;
    if (run.length > 0 && (entry === undefined || !follows)) {
      build(run, source);
      run = [];
    }
    if (entry !== undefined) run.push(entry);
  }
  if (run.length > 0) build(run, source);
}

function nextElement(element: Element): Element | null {
  return element.nextElementSibling;
}

function entryOf(paragraph: Element): Entry | undefined {
  const level = /mso-list:\s*l\d+\s+level(\d+)/i.exec(paragraph.getAttribute('style') ?? '')?.[1];
  if (level === undefined || paragraph.localName !== 'p') return undefined;
  const ignored = [...paragraph.querySelectorAll('span')].find((span) =>
    /mso-list:\s*Ignore/i.test(span.getAttribute('style') ?? ''),
  );
  return { paragraph, level: Math.min(9, Number(level)), sign: (ignored?.textContent ?? '').trim() };
}

function build(entries: readonly Entry[], source: Document): void {
  const open: { readonly list: Element; readonly level: number }[] = [];
  const [first] = entries;
  if (first === undefined) return;
  const place = source.createComment('');
  first.paragraph.before(place);
  for (const { paragraph, level, sign } of entries) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop();
    let around = open.at(-1);
    if (around === undefined || around.level < level) {
      const list = listFor(sign, source);
      const parent = around?.list.lastElementChild;
      if (parent === undefined || parent === null) place.before(list);
      else parent.append(list);
      around = { list, level };
      open.push(around);
    }
    around.list.append(itemOf(paragraph, source));
  }
  place.remove();
}

function itemOf(paragraph: Element, source: Document): Element {
  for (const span of [...paragraph.querySelectorAll('span')]) {
    if (/mso-list:\s*Ignore/i.test(span.getAttribute('style') ?? '')) span.remove();
  }
  const item = source.createElement('li');
  const inside = source.createElement('p');
  inside.append(...paragraph.childNodes);
  item.append(inside);
  paragraph.remove();
  return item;
}

/** Numbers, letters and Roman numbers with a point or bracket number a list; everything else is a sign. */
function listFor(sign: string, source: Document): Element {
  const number = /^\(?(\d{1,4}|[a-z]|[ivxlc]{1,6})[.)]/i.exec(sign)?.[1];
  const list = source.createElement(number === undefined ? 'ul' : 'ol');
  if (number !== undefined && /^\d+$/.test(number) && Number(number) > 1) list.setAttribute('start', number);
  return list;
}
