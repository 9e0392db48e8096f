/** How office programs and pages name the place of a footnote's text, and the way back from it. */
const CALL = /^#(_ftn\d+|_edn\d+|sdfootnote\d+sym|sdendnote\d+sym|fn[:-]?\w+|footnote[-_]?\w+|cite_note[-_]\S+)$/i;
const BACK = /^#(_ftnref|_ednref|sdfootnote\d+anc|sdendnote\d+anc|fnref|footnote[-_]?ref|cite_ref)/i;

/**
 * Footnotes of Word, LibreOffice and pages become footnotes where they are called: the words of each go there, and go
 * from the end of the text.
 */
export function takeFootnotes(source: Document): void {
  const gone = new Set<Element>();
  for (const call of [...source.querySelectorAll('a[href]')]) {
    const href = call.getAttribute('href') ?? '';
    const target = targetOf(source, href);
    if (target === undefined) continue;
    const note = source.createElement('span');
    note.setAttribute('data-footnote', '');
    const words = target.cloneNode(true);
    note.append(words);
    for (const back of [...note.querySelectorAll('a')]) {
      const to = back.getAttribute('href') ?? '';
      if (BACK.test(to) || CALL.test(to)) back.remove();
    }
    const raised = call.closest('sup');
    (raised?.textContent === call.textContent ? raised : call).replaceWith(note);
    gone.add(target);
  }
  for (const target of gone) {
    let around = target.parentElement;
    target.remove();
    // With the list that held them, and the line above it.
    while (around !== null && around !== source.body && (around.textContent ?? '').trim() === '') {
      const next: HTMLElement | null = around.parentElement;
      around.remove();
      around = next;
    }
  }
}

/** Where the words of a footnote stand; undefined when the link calls none. */
function targetOf(source: Document, href: string): Element | undefined {
  if (!CALL.test(href) || BACK.test(href)) return undefined;
  const name = decodeURIComponent(href.slice(1));
  const names = [name, name.replace(/^_/, ''), name.replace(/sym$/, '')];
  for (const one of names) {
    const target = source.getElementById(one) ?? source.getElementsByName(one)[0];
    const block = [target?.closest('li, div[id]'), target?.closest('p')].find(
      (around) => around !== null && around !== undefined && isApart(around),
    );
    if (block !== null && block !== undefined) return block;
  }
  return undefined;
}

/** The words of a note are no page: what links to a large part of a text calls no footnote. */
function isApart(block: Element): boolean {
  return (block.textContent ?? '').length < 4_000;
}
